"""Fuzzed messages to the service's emergency socket."""
import collections
import contextlib
import json
import os
import random
import socket
import subprocess
import tempfile
import time
from typing import NamedTuple

from soaks.on_air_home import write_sessions
from soaks.process_sample import Sample
from soaks.source_tree import program
from soaks.station_home import station_environment

# A user who may do nothing: tried where the trial may be somebody else for a moment.
STRANGER = 65_534
LEAST, MOST = -2**63, 2**63 - 1
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
# What stands in the JSON as it is: Python would not write it.
RAW = ('NaN', '-Infinity', 'Infinity', '1e400', '-1e400', '1' + '0' * 400, '0x10', '01', '1.', '--1', "'x'", 'undefined', '"\\ud800"', '"\\u0000"')


class Case(NamedTuple):
    # What was done to the message; the same kind fails for the same reason.
    kind: str
    data: bytes
    # `refused`, `order` for one that is valid, `any` for what may be either.
    wanted: str = 'refused'
    # `whole`, `half` for one whose sender is done without a line's end, `early` for one who does not wait for an answer.
    manner: str = 'whole'
    # Sent by somebody who may neither raise nor end emergencies.
    is_strangers: bool = False


def now():
    return int(time.time() * 1000)


def new_id():
    return ''.join(random.choices(DIGITS, k=10))


def order(**more):
    return {'id': new_id(), 'text': 'Nước lũ.', 'kind': 'general', 'zones': {'all': {}}, 'repeats': 1, 'timing': {'once': {}},
            'issued': now(), 'isDrill': False, 'isSelfTest': False, 'person': '', **more}


def message(request, **more):
    return {'request': request, 'at': now(), **more}


def encoded(value):
    return json.dumps(value, ensure_ascii=random.random() < 0.5).encode('utf-8', 'surrogatepass') + b'\n'


def raised(fields, **more):
    return encoded(message({'order': {'_0': fields}}, **more))


def nested(depth):
    opening, closing = random.choice((('[', ']'), ('{"a":', '}'), ('{"all":', '}'), ('{"_0":[', ']}')))
    return opening * depth + '1' + closing * depth


# By field: values that make an order one that can't be, and values that leave it one that can.
WRONG = {
    'id': ['', 'a' * 33, 'a' * 256, 'a/b', '../../etc/passwd', 'a\nb', 'ABC', 'é', '\0', 'a b', 'a' + '\u0301' * 20_000,
           '🌊' * 256, 5, None, []],
    'text': ['', ' ', '\n\t', '\x07\x1b\x00', '\u200b' * 100, 'a' * 3001, 'ă ' * 10_000, 'a' * 100_000, 'Nước ' * 20_000, 5, None, [], {}],
    'repeats': [0, -1, -5, 21, 1000, LEAST, MOST, 2**63, -2**63 - 1, 10**30, 1.5, 1e300, '3', None, [], {}],
    'timing': [
        {'every': {'seconds': n}} for n in (59, 0, -1, LEAST, MOST, 2**64, 86_401, 1.5, 'x', None)
    ] + [{'pattern': {'_0': 'volcano'}}, {'pattern': {'_0': 5}}, {'pattern': {}}, {}, {'once': {}, 'every': {'seconds': 60}}, [], 'once', 5, None],
    'zones': [{'named': {'_0': names}} for names in (['Thôn Z'], [], ['x'] * 5000, [5], ['z' * 30_000], [''], 'all', None)]
    + [{}, [], 'all', 5, None, {'all': {}, 'named': {'_0': []}}],
    'expires': [MOST, 1, 0, -1, LEAST, 'x', 1e300, 2**63, [], {}],
    'issued': [-1, LEAST, LEAST + 1, MOST, MOST - 1, 'x', 1.5, 1e300, 2**63, -2**64, None, [], {}],
    'kind': ['volcano', '', 5, None, [], 'GENERAL'],
    'isDrill': ['yes', None, [], {}],
    'isSelfTest': ['no', None, [], {}],
    'audio': [5, [], {}, '/' + 'a' * 5000, '\0'],
    'microphone': [5, [], {}, 'm' * 5000, '\n'],
    'person': [5, [], {}, None],
}
RIGHT = {
    'text': ['Lũ\x00về\x1b[31m.', '\u202eLũ về.', 'Lũ ' * 900, '🌊' * 2900, 'a\u0301' * 1400, '{"a":1}', '‘’“”—…', '</speak>&<b>', '%n%s'],
    'repeats': [1, 20],
    'timing': [{'every': {'seconds': 60}}, {'every': {'seconds': 86_400}}, {'pattern': {'_0': 'tsunami'}}, {'pattern': {'_0': 'general'}}],
    'expires': [None], 'kind': ['tsunami', 'fire', 'storm', 'flood'],
    'issued': [0], 'isSelfTest': [True],
    'audio': ['/nowhere', '/dev/null', '/etc/passwd', '/', 'x' * 4096],
    'microphone': ['hw:99', 'nobody', 'm' * 4096], 'person': ['\0' * 100, 'p' * 50_000],
}


def wrong_field(_):
    field = random.choice(list(WRONG))
    index = random.randrange(len(WRONG[field]))
    return Case(f'{field} {index}', raised(order(**{field: WRONG[field][index]})))


def right_field(_):
    field = random.choice(list(RIGHT))
    index = random.randrange(len(RIGHT[field]))
    return Case(f'{field} right {index}', raised(order(**{field: RIGHT[field][index]})), 'order')


def raw_field(_):
    field, value = random.choice(list(order())), random.choice(RAW)
    text = raised(order(**{field: '@'})).replace(b'"@"', value.encode())
    return Case(f'{field} raw {value[:9]}', text, 'any' if value[0] == '"' and field in ('text', 'person') else 'refused')


def deep(_):
    field, depth = random.choice([*order(), 'audio', 'expires']), random.choice((10, 100, 400, 511, 512, 513, 2000, 8000))
    # What stands within `all` is nobody's matter.
    return Case(f'nesting {depth}', raised(order(**{field: '@'})).replace(b'"@"', nested(depth).encode()), 'any' if field == 'zones' else 'refused')


def deep_beside(_):
    depth = random.choice((10, 400, 511, 513, 8000))
    return Case(f'nesting beside {depth}', raised(order(more='@')).replace(b'"@"', nested(depth).encode()), 'any')


def missing_field(_):
    fields = order()
    field = random.choice([f for f in fields if f not in ('expires',)])
    del fields[field]
    return Case(f'without {field}', raised(fields), 'any')


def wrong_request(_):
    requests = [{}, [], None, 5, 'list', {'order': {}}, {'order': {'_0': None}}, {'order': order()}, {'launch': {}}, {'list': {}, 'cancel': {}},
                {'order': {'_0': order()}, 'cancel': {'id': 'x'}}, {'cancel': None}, {'cancel': []}, {'cancel': {'id': 5}}, {'cancel': {'id': []}}]
    index = random.randrange(len(requests))
    return Case(f'request {index}', encoded(message(requests[index])))


def wrong_moment(_):
    value = random.choice(('x', None, 1.5, 1e300, 2**63, [], {}))
    return Case(f'at {value}', encoded({**message({'order': {'_0': order()}}), 'at': value}))


def wrong_cancel(_):
    name = random.choice(['', 'a/b', 'a\nb', 'a' * 256, 'ABC', '\0', 'é' * 20_000, 'nobody', 'zzzzzz', new_id()])
    return Case('cancel of nothing', encoded(message({'cancel': {'id': name}})))


def noise(_):
    data = random.randbytes(random.choice((0, 1, 10, 100, 1000, 16_384, 60_000)))
    return Case('noise', data + b'\n', manner=random.choice(('whole', 'whole', 'half')))


def cut(_):
    data = raised(order())
    data = data[:random.randrange(len(data) - 2)]
    return Case('cut', *random.choice(((data + b'\n', 'refused', 'whole'), (data, 'refused', 'half'), (data, 'refused', 'early'))))


def flipped(_):
    data = bytearray(raised(order()))
    for _ in range(random.choice((1, 1, 1, 2, 5, 20))):
        data[random.randrange(len(data) - 1)] = random.randrange(256)
    return Case('flipped bytes', bytes(data), 'any')


def too_long(_):
    data = raised(order())
    size = random.choice((65_537, 70_000, 100_000, 1_000_000))
    return random.choice((
        Case('long noise', random.randbytes(size).replace(b'\n', b' ')), Case('long noise', b'a' * size, manner='half'),
        Case('long blanks', b' ' * size + data), Case('long zeros', b'\0' * size, manner='early'),
        Case('long text', raised(order(text='Nước lũ. ' * (size // 9))))))


def twice(known):
    return Case('repeated id', raised(order(id=random.choice(known)))) if known else cut(known)


def signed_wrong(_):
    """From somebody who may raise emergencies whatever the signature is."""
    signer = random.choice(('Lan', 'nobody', '', '\0', 'L' * 30_000))
    signature = random.choice(('', 'x', 'A' * 88, 'A' * 20_000, '\0'))
    at = random.choice((now(), 0, -1, LEAST, LEAST + 1, MOST, MOST - 1))
    return Case(f'signed at {at if abs(at) > 1e15 else "some time"}', raised(order(), signer=signer, signature=signature, at=at), 'any')


def strange(signed):
    """From somebody who may not: with no signature, or one that is another message's."""
    moments = (now(), now() - 61_000, 0, LEAST, MOST)
    if not signed or random.random() < 0.4:
        more = random.choice(({}, {'signer': 'Lan', 'signature': 'A' * 88, 'at': random.choice(moments)}))
        request = random.choice(({'order': {'_0': order()}}, {'cancel': {}}, {'cancel': {'id': new_id()}}))
        return Case(f'strange at {more.get("at", 0) if abs(more.get("at", 0)) > 1e15 else "some time"}', encoded(message(request, **more)),
                    is_strangers=True)
    copy = json.loads(json.dumps(signed))
    place = copy['request']['order']['_0']
    change = random.choice(('text', 'id', 'repeats', 'signature', 'signer', 'at', 'cancel'))
    if change in ('text', 'id'):
        place[change] = new_id()
    elif change == 'repeats':
        place['repeats'] += 1
    elif change == 'signature':
        copy['signature'] = copy['signature'][1:] + copy['signature'][:1]
    elif change == 'signer':
        copy['signer'] = random.choice(('lan', 'Lan ', 'Hoa', ''))
    elif change == 'at':
        copy['at'] = random.choice((copy['at'] + 1, now() + 1, LEAST, MOST))
    else:
        copy['request'] = {'cancel': {}}
    return Case(f'another\'s signature, other {change}', encoded(copy), is_strangers=True)


KINDS = [(wrong_field, 30), (right_field, 4), (raw_field, 10), (deep, 5), (deep_beside, 1), (missing_field, 2), (wrong_request, 6), (wrong_moment, 4),
         (wrong_cancel, 6), (noise, 10), (cut, 8), (flipped, 5), (too_long, 5), (twice, 3), (signed_wrong, 1)]


def case(known):
    """One message at random; `known` are names of orders that were given already."""
    kind = random.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0]
    return kind(known)


class Exchange:
    """One message and what was answered to it, line by line."""

    def __init__(self, path, case):
        self.case, self.rest, self.replies, self.is_over = case, b'', [], False
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(5)
        self.started = time.monotonic()
        if case.is_strangers:
            os.seteuid(STRANGER)
        try:
            self.socket.connect(path)
        finally:
            if case.is_strangers:
                os.seteuid(0)

    def send(self):
        # Whoever is told that it is too long may be told before it is all there.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.socket.sendall(self.case.data)
            if self.case.manner == 'half':
                self.socket.shutdown(socket.SHUT_WR)
        if self.case.manner == 'early':
            self.socket.close()
            self.is_over = True

    def replied(self):
        """Each answer as it comes, to the last."""
        while not self.is_over:
            try:
                more = self.socket.recv(65536)
            except ConnectionResetError:
                more = b''
            if not more:
                break
            *lines, self.rest = (self.rest + more).split(b'\n')
            for line in lines:
                reply = json.loads(line)
                self.replies += [] if 'heard' in reply else [reply]
                yield reply
        self.is_over = True
        self.socket.close()

    @property
    def refusals(self):
        return [next(iter(r['refused']['_0'])) for r in self.replies if 'refused' in r]

    @property
    def taken(self):
        return [r['taken']['id'] for r in self.replies if 'taken' in r]


class Fuzz:
    def __init__(self, loa, folder):
        self.loa, self.folder, self.home = loa, folder, os.path.join(folder, 'home')
        os.makedirs(self.home)
        os.chmod(folder, 0o755)
        self.sink, self.socket = os.path.join(folder, 'sink.raw'), os.path.join(self.home, 'emergency.sock')
        write_sessions(self.home, [(time.time() + 12 * 3600, 30, ', phần: [tin]')], approval='không cần\nkhu vực: [Thôn 1]\nngười duyệt:')
        self.environment = {**station_environment(folder, self.home), 'XDG_RUNTIME_DIR': folder}
        with open(os.path.join(folder, 'asound.conf'), 'w', encoding='utf-8') as file:
            file.write(f'pcm.!default {{ type file format raw file "{self.sink}" slave.pcm {{ type null }} }}\n')
        self.counts, self.refusals, self.faults = collections.Counter(), collections.Counter(), []
        # Names that were taken; kinds of messages the service died of, and how often.
        self.known, self.ended, self.deadly, self.silent = [], set(), collections.Counter(), []
        self.slowest, self.grown, self.most, self.journals = 0.0, 0.0, 0.0, 0
        self.signed = self.signed_message() if os.geteuid() == 0 else None
        self.log = open(os.path.join(folder, 'run.log'), 'w+', encoding='utf-8', errors='replace')
        self.start()

    def fault(self, kind, text):
        self.counts[kind] += 1
        if self.counts[kind] <= 5:
            self.faults.append(f'{kind}: {text}')
            # Looked at while it goes on.
            print(' ', self.faults[-1])

    # The service

    def start(self):
        self.service = subprocess.Popen([self.loa, 'run'], env=self.environment, stdout=self.log, stderr=self.log)
        self.base = None
        # A dead one's socket stays where it was.
        for _ in range(5):
            until = time.monotonic() + 5
            while time.monotonic() < until and self.service.poll() is None:
                if any('orders' in reply for reply in self.asked({'list': {}})):
                    return self.forget_orders()
                time.sleep(0.01)
            self.fault('no start', f'with {self.service.poll()}')
            self.service.kill()
            self.service.wait()
            # What its journal does to it is shown, and taken away.
            kept = os.path.join(self.folder, f'journal-{self.counts["no start"]}')
            self.known.clear()
            os.rename(os.path.join(self.home, 'emergency.journal'), kept)
            with open(kept, 'rb') as file:
                self.fault('journal of a service that does not start', str(file.read().split(b'\0', 1)[0][-800:]))
            self.service = subprocess.Popen([self.loa, 'run'], env=self.environment, stdout=self.log, stderr=self.log)
        raise SystemExit('the service does not start')

    def forget_orders(self):
        """What was in force when the service died sounds anew."""
        self.asked({'cancel': {}})
        time.sleep(0.3)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self.sink)

    def signed_message(self):
        """What `loa emergency --key` sends, as a listener in the service's place hears it."""
        assert self.run('key', 'new', 'Lan').returncode == 0
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(self.socket)
            listener.listen()
            key = os.path.join(self.home, 'keys', 'Lan.key')
            with subprocess.Popen([self.loa, 'emergency', 'Nước lũ.', '--repeat', '1', '--key', key, '--yes'], env=self.environment,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
                caller, _ = listener.accept()
                with caller:
                    said = caller.recv(65536)
                    caller.sendall(b'{"taken":{"id":"x"}}\n{"end":{"sounds":true}}\n')
        os.unlink(self.socket)
        return json.loads(said)

    def run(self, *words):
        return subprocess.run([self.loa, *words], env=self.environment, capture_output=True, text=True, check=False, timeout=30,
                              stdin=subprocess.DEVNULL)

    def asked(self, request):
        """What is answered to a valid message; nothing where the service is gone."""
        try:
            exchange = Exchange(self.socket, Case('valid', encoded(message(request))))
            exchange.send()
            return list(exchange.replied())
        except OSError:
            return []

    def lists(self):
        return any('orders' in reply for reply in self.asked({'list': {}}))

    def must_list(self, after):
        started = time.monotonic()
        if not self.lists():
            # One that was ended meanwhile is another fault.
            if self.look_after(Case('unknown', after.encode()), 0.3):
                self.fault('no list', f'after {after}')
            return
        took = time.monotonic() - started
        self.slowest = max(self.slowest, took)
        if took > 1:
            self.fault('late list', f'{took:.1f} s after {after}')

    def look_after(self, case, seconds=0.0):
        """Whether the service lives so long after a message; it is started anew otherwise."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.service.wait(seconds)
        if self.service.poll() is None:
            return True
        self.log.seek(0)
        said = self.log.read()[-600:].replace('The station is running. See: loa status. Stop: Ctrl-C.\n', '')
        self.deadly[case.kind] += 1
        self.fault('service died', f'with {self.service.returncode} of «{case.kind}»: {case.data[:200]!r}, {said!r}')
        self.start()
        return False

    def weigh(self):
        resident = Sample.of(self.service.pid).resident
        if self.base is None:
            self.base = resident
        self.grown, self.most = resident - self.base, max(self.most, resident - self.base)

    # Messages

    def send(self, case):
        if self.deadly[case.kind] >= 2:
            self.counts['passed over'] += 1
            return
        self.counts['sent'] += 1
        try:
            exchange = Exchange(self.socket, case)
            exchange.send()
            self.listen(exchange)
        except OSError as error:
            if self.look_after(case, 0.3):
                self.fault('hang', f'{error} after «{case.kind}»: {case.data[:200]!r}')
            return
        # What it dies of needs its moment.
        if self.look_after(case, 0 if exchange.replies or case.manner == 'early' else 0.3):
            self.judge(exchange)

    def listen(self, exchange):
        """To the end of an exchange. What was taken is ended when it begins to sound, some of it before that."""
        if exchange.is_over:
            return
        is_hasty = random.random() < 0.01
        exchange.socket.settimeout(5 if not is_hasty else 20)
        for reply in exchange.replied():
            if 'taken' in reply:
                self.known.append(reply['taken']['id'])
            if exchange.taken and ('taken' in reply if is_hasty else 'sounding' in reply or 'end' in reply):
                self.end(exchange.taken[0], exchange.case)
            if 'end' in reply and exchange.taken and time.monotonic() - exchange.started > 5:
                self.fault('slow end', f'a raised order that was ended was answered to its end after {time.monotonic() - exchange.started:.1f} s')

    def judge(self, exchange):
        case = exchange.case
        self.refusals.update(exchange.refusals)
        self.counts['refused'] += bool(exchange.refusals)
        if exchange.taken:
            self.counts['taken'] += 1
            if case.wanted == 'refused':
                self.fault('wrongly taken', f'«{case.kind}»: {case.data[:200]!r}')
            return self.quiet(case)
        if case.manner == 'early':
            return
        if case.wanted == 'order':
            self.fault('wrongly refused', f'«{case.kind}» {exchange.refusals}: {case.data[:200]!r}')
        elif not exchange.refusals and not (case.wanted == 'any' and exchange.replies):
            self.fault('unanswered', f'«{case.kind}» {exchange.replies}: {case.data[:200]!r}')
        if os.path.exists(self.sink) and os.path.getsize(self.sink) > 0:
            self.fault('sound of a refused one', f'«{case.kind}»: {case.data[:200]!r}')
            self.quiet(case)

    def end(self, name, case):
        """Cancels what was taken, while it begins to sound."""
        if name in self.ended:
            return
        self.ended.add(name)
        replies = self.asked({'cancel': {'id': name}})
        # One that was heard to its end meanwhile needs no ending.
        if not any('cancelled' in reply for reply in replies) and self.look_after(case, 0.3):
            self.fault('not cancelled', f'{name} of «{case.kind}»: {replies}')

    def quiet(self, case):
        """Waits until nothing sounds, and forgets what did."""
        until, replies = time.monotonic() + 10, []
        while time.monotonic() < until and self.look_after(case):
            replies = self.asked({'list': {}})
            if replies[-2:] == [{'orders': {'_0': []}}, {'end': {'sounds': False}}]:
                break
            time.sleep(0.005)
        else:
            self.fault('not quiet', f'10 s after «{case.kind}»: {str(replies)[:300]}')
        time.sleep(0.02)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self.sink)

    def stay_silent(self):
        """Connects and says nothing; whoever did so two seconds ago was answered."""
        self.silent.append(Exchange(self.socket, Case('silence', b'')))
        while self.silent and time.monotonic() - self.silent[0].started > 2.5:
            exchange = self.silent.pop(0)
            self.counts['silent'] += 1
            with contextlib.suppress(OSError):
                list(exchange.replied())
            if exchange.refusals != ['notAMessage']:
                self.counts['silent, unanswered'] += 1

    def volley(self, count=40):
        """So many at once: those beyond what the service takes at a time are turned away without a word."""
        cases = [c for c in (case([]) for _ in range(4 * count)) if c.wanted == 'refused' and not self.deadly[c.kind] and c.kind != 'long noise']
        exchanges = [Exchange(self.socket, c) for c in cases[:count]]
        for exchange in exchanges:
            self.counts['sent'] += 1
            exchange.send()
        turned_away = 0
        for exchange in exchanges:
            try:
                list(exchange.replied())
            except OSError as error:
                self.fault('hang', f'{error} in a volley, «{exchange.case.kind}»')
            turned_away += exchange.case.manner != 'early' and not exchange.replies
            self.refusals.update(exchange.refusals)
            self.counts['refused'] += bool(exchange.refusals)
            for name in exchange.taken:
                self.known.append(name)
                self.fault('wrongly taken', f'«{exchange.case.kind}»: {exchange.case.data[:200]!r}')
                self.end(name, exchange.case)
                self.quiet(exchange.case)
        self.counts['turned away'] += turned_away
        if turned_away > count - 32:
            self.fault('turned away', f'{turned_away} of {count} at once')
        self.must_list('a volley')

    # More than messages

    def crowd(self):
        """Forty who say nothing: who has something to say is heard all the same, and the service lives."""
        silent = [Exchange(self.socket, Case('silence', b'')) for _ in range(40)]
        process, started = self.service.pid, time.monotonic()
        ran = self.run('emergency', 'Nước lũ.', '--repeat', '1', '--yes')
        took = time.monotonic() - started
        if ran.returncode != 0:
            self.fault('crowd', f'the command ended with {ran.returncode}: {ran.stderr[-300:]}')
        time.sleep(0.2)
        if self.service.poll() is not None:
            self.fault('crowd', f'beside 40 silent callers a command ended the service {process}: {ran.stderr.strip()[-300:]!r}')
            self.start()
        for exchange in silent:
            exchange.socket.close()
        self.counts['crowd, milliseconds'] = int(1000 * took)
        self.run('emergency', 'cancel', '--all')
        self.quiet(Case('crowd', b''))

    def deaf(self):
        """Forty who ask for a long list and never read it: who asks after them is answered."""
        for number in range(60):
            exchange = Exchange(self.socket, Case('long', raised(order(text=f'Lũ {number} ' + '🌊' * 2900, timing={'every': {'seconds': 86_400}}))))
            exchange.send()
            # Until it sounds, or has given way to the next one.
            exchange.socket.settimeout(20)
            if not any('sounding' in reply for reply in exchange.replied()):
                self.fault('long', f'{number}: {str(exchange.replies)[:300]}')
            self.known += exchange.taken
        asking = [Exchange(self.socket, Case('list', encoded(message({'list': {}})))) for _ in range(40)]
        for exchange in asking:
            exchange.send()
        time.sleep(4)
        self.must_list('40 who ask and do not read')
        for exchange in asking:
            exchange.socket.close()
        self.run('emergency', 'cancel', '--all')
        self.quiet(Case('deaf', b''))

    def check_journal(self):
        """Nothing is in force in the journal that was not taken."""
        with open(os.path.join(self.home, 'emergency.journal'), 'rb') as file:
            lines = file.read().split(b'\0', 1)[0].split(b'\n')[:-1]
        records = [json.loads(line) for line in lines]
        strays = {r['id'] for r in records if r['event'] == 'ordered'} - set(self.known)
        if strays:
            self.fault('in the journal', f'{sorted(strays)[:5]} were ordered and never taken')
        self.journals = sum(map(len, lines))


def fuzz(trial, count):
    for number in range(count):
        if trial.signed and random.random() < 0.08:
            trial.send(strange(trial.signed))
        elif random.random() < 0.01:
            trial.stay_silent()
        else:
            trial.send(case(trial.known))
        if number % 5 == 0:
            trial.must_list(f'message {number}')
        if number % 250 == 249:
            trial.volley()
        if number >= 500 and number % 50 == 0:
            trial.weigh()
        if number % 1000 == 999:
            print(f'{number + 1} messages, {dict(trial.counts)}, memory {trial.grown:+.1f} MB, at most {trial.most:+.1f}')


def trial(options):
    loa, started = program(options), time.monotonic()
    random.seed(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        run = Fuzz(loa, folder)
        try:
            run.send(Case('the first', raised(order()), 'order'))
            fuzz(run, options.count)
            run.weigh()
            run.check_journal()
            run.crowd()
            run.deaf()
        finally:
            run.service.kill()
            run.service.wait()
        # What a round sounds is in memory: six minutes of it for the longest text, 35 MB, and three times that while its room grows.
        # None of it may stay.
        if run.grown > 10 or run.most > 250:
            run.fault('memory', f'{run.grown:.1f} MB more at the end, {run.most:.1f} at most')
        count = run.counts
        print(f'{count["sent"]} messages in {time.monotonic() - started:.0f} s: {count["refused"]} refused {dict(run.refusals)}; '
              f'{count["taken"]} taken and ended; {count["turned away"]} turned away; {count["silent"]} silent, {count["silent, unanswered"]} '
              f'of them unanswered; the service died {count["service died"]} times {dict(run.deadly)}, {count["passed over"]} like those passed '
              f'over; memory {run.grown:+.1f} MB at the end, {run.most:+.1f} at most; slowest list {1000 * run.slowest:.0f} ms; '
              f'journal {run.journals / 1e6:.1f} MB; {"" if run.signed else "strangers not tried: not root; "}CAP files are left to the tests: '
              f'{len(run.faults)} faults shown')
        return not run.faults
