"""Emergencies raised, repeated and cancelled while the service and the commands are killed at random instants."""
import collections
import itertools
import json
import os
import random
import re
import signal
import socket
import struct
import subprocess
import tempfile
import time

from soaks.on_air_home import write_sessions
from soaks.source_tree import program
from soaks.station_home import station_environment

# Rounds in a row with the service, then as many without it.
TURN = 10
# Commands that sound by themselves and stay, at most.
STANDING = 3
WORDS = ('Nước lũ đang lên nhanh.', 'Bà con thôn A sơ tán ngay!', 'Cháy lớn ở chợ.', 'Vỡ đê.\nLên chỗ cao ngay.')
# A line of the journal that is longer than a page of memory can be cut in its middle.
LONG = 'Sóng thần. ' + '🌊' * 1500


def ask(path, request, seconds=2.0):
    """The answers to one message at a socket, and who gave them; none when nobody is there or the time is over."""
    with socket.socket(socket.AF_UNIX) as caller:
        caller.settimeout(seconds)
        try:
            caller.connect(path)
            process = struct.unpack('3i', caller.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[0]
            caller.sendall(json.dumps({'request': request, 'at': int(time.time() * 1000)}).encode() + b'\n')
            data = b''
            while more := caller.recv(65536):
                data += more
        except OSError:
            return [], 0
    return [json.loads(line) for line in data.split(b'\n') if line], process


class Journal:
    """The lines of emergency.journal, and what they say about each emergency."""

    def __init__(self, path):
        self.records, self.broken = [], []
        try:
            with open(path, 'rb') as file:
                data = file.read()
        except FileNotFoundError:
            data = b''
        used, self.zeros = data.split(b'\0', 1)[0], data.lstrip(b'\0') != data
        # What follows the last line's end was cut, or is left of a cut line that was written over.
        for line in used.split(b'\n')[:-1]:
            try:
                self.records.append(json.loads(line))
            except ValueError:
                self.broken.append(line[:200])
        self.events = collections.defaultdict(list)
        for record in self.records:
            self.events[record['id']].append(record)

    def has(self, name, event):
        return any(record['event'] == event for record in self.events.get(name, []))

    def in_force(self):
        """Emergencies that must sound or will sound again, as the records alone say it."""
        now, found = time.time() * 1000, set()
        for name, records in self.events.items():
            order = next((r['order'] for r in records if r['event'] == 'ordered'), None)
            if order is None or self.has(name, 'cancelled') or order.get('expires', now + 60_000) < now + 60_000:
                continue
            if 'once' not in order['timing'] or not self.has(name, 'ended'):
                found.add(name)
        return found

    def sounded_after_cancel(self):
        """Emergencies with a beginning later than their end, and by how many milliseconds."""
        for name, records in self.events.items():
            ended = [r['at'] for r in records if r['event'] == 'cancelled']
            late = [r['at'] - min(ended) for r in records if r['event'] == 'began' and ended and r['at'] > min(ended)]
            if late:
                yield name, max(late)


class Command:
    """A `loa` of the trial, and what it has said so far."""

    numbers = itertools.count()

    def __init__(self, trial, words):
        self.words, self.was_killed = words, False
        self.path = os.path.join(trial.folder, f'said-{next(self.numbers)}')
        with open(self.path, 'wb') as file:
            self.process = subprocess.Popen(
                [trial.loa, *words], env=trial.environment, stdin=subprocess.DEVNULL, stdout=file, stderr=file)

    @property
    def said(self):
        with open(self.path, encoding='utf-8', errors='replace') as file:
            return file.read()

    @property
    def lives(self):
        return self.process.poll() is None

    @property
    def is_by_itself(self):
        return 'sounds by itself' in self.said

    @property
    def manner(self):
        return 'sounded by the command' if self.is_by_itself else 'sounded by another process'

    def kill(self):
        if self.lives:
            self.was_killed = True
            self.process.kill()
            self.process.wait()
            return True
        return False

    def wait(self, seconds):
        """Whether it ended in time."""
        try:
            self.process.wait(seconds)
            return True
        except subprocess.TimeoutExpired:
            return False

    def forget(self):
        os.unlink(self.path)


class Trial:
    def __init__(self, loa, folder):
        self.loa, self.folder, self.home = loa, folder, os.path.join(folder, 'home')
        os.makedirs(self.home)
        write_sessions(self.home, [(time.time() + 12 * 3600, 30, ', phần: [tin]')])
        self.environment = {**station_environment(folder, self.home), 'XDG_RUNTIME_DIR': folder}
        self.socket, self.path = (os.path.join(self.home, 'emergency.' + kind) for kind in ('sock', 'journal'))
        self.service, self.standing = None, []
        # Emergencies whose command said that they are written down, or ended well; and those that were ended.
        self.kept, self.cancelled = set(), {}
        self.counts, self.faults, self.late = collections.Counter(), [], {}
        # Those that were found missing once, and how each was raised.
        self.missed, self.raisers, self.broken, self.number = set(), {}, set(), 0

    def fault(self, kind, text):
        self.counts[kind] += 1
        self.faults.append(f'round {self.number}: {kind}: {text}')
        # Looked at while it goes on.
        if len(self.faults) <= 40:
            print(' ', self.faults[-1])

    # The service

    def start(self):
        self.service = Command(self, ['run'])

    def kill_service(self):
        if self.service is not None and self.service.kill():
            self.counts['service killed'] += 1

    def ensure_service(self):
        """Restarts it where it is gone; it has the post when this returns."""
        self.look_after_service()
        if self.service is None or not self.service.lives:
            self.start()
        self.end_standing()
        until = time.monotonic() + 15
        while time.monotonic() < until:
            answers, process = ask(self.socket, {'list': {}})
            if answers and process == self.service.process.pid:
                return answers
            time.sleep(0.01)
        self.fault('hang', 'the service does not answer within 15 s')
        self.kill_service()
        return []

    def look_after_service(self):
        """It ends by nobody's hand but the trial's."""
        if self.service is not None and not self.service.lives:
            if not self.service.was_killed:
                self.fault('service ended', f'with {self.service.process.returncode}: {self.service.said[-300:]!r}')
            self.service.forget()
            self.service = None

    def end_standing(self):
        """Commands that sound by themselves leave when the service runs."""
        for command in self.standing:
            if not command.wait(30):
                self.fault('hang', f'{command.words} does not leave to the service: {command.said[-300:]!r}')
                command.kill()
            self.take(command)
        self.standing = []

    # Commands

    def take(self, command):
        """Takes to the account what an ended command promised."""
        said, code = command.said, command.process.returncode
        if not command.was_killed and code not in (0, 1, 65):
            self.fault('command ended', f'{command.words[1:3]} with {code}: {said[-300:]!r}')
        if command.words[1] == 'cancel':
            self.take_cancel(command, said, code)
        else:
            self.take_order(command, said, code)
        command.forget()

    def take_order(self, command, said, code):
        name = re.search(r'^(?:EMERGENCY|DRILL) (\w+)', said, re.MULTILINE)
        if name and ('the state is written' in said or code == 0):
            self.kept.add(name[1])
            self.raisers[name[1]] = command.manner
            self.counts['acknowledged'] += 1
        if command.was_killed or code == 0:
            return
        is_cancelled = name and 'ended before it sounded' in said and Journal(self.path).has(name[1], 'cancelled')
        if is_cancelled:
            self.counts['cancelled before it sounded'] += 1
        elif command.service_died:
            self.counts['given up as the service died'] += 1
        else:
            self.fault('not raised', f'{command.words[1:]} ended with {code}: {said[-400:]!r}')

    def take_cancel(self, command, said, code):
        ended = re.search(r'^Ended: (.*)\.$', said, re.MULTILINE)
        names = set(ended[1].split(', ')) if ended else set()
        if code == 0:
            names |= command.targets
        elif not command.was_killed:
            self.fault('cancel refused', f'{command.words[1:]} of {sorted(command.targets)} ended with {code}: {said[-300:]!r}')
        for name in names:
            self.cancelled.setdefault(name, self.number)
        self.counts['cancelled'] += len(names)

    def raised(self):
        timing = random.choice(([], [], ['--every', '1m'], ['--pattern', 'tsunami']))
        text = LONG if random.random() < 0.15 else random.choice(WORDS)
        self.counts['raised'] += 1
        command = Command(self, ['emergency', text, '--repeat', str(random.randint(1, 3)), *timing, '--timing', '--yes'])
        command.targets, command.service_died = set(), False
        return command

    def cancel(self, everything):
        there = Journal(self.path).in_force() & self.kept
        if not everything and not there:
            return self.raised()
        targets = there if everything else {random.choice(sorted(there))}
        command = Command(self, ['emergency', 'cancel', '--all'] if everything else ['emergency', 'cancel', *targets])
        command.targets, command.service_died = targets, False
        return command

    def settle(self, command, is_served):
        """Waits for what a command that lives on has to say."""
        until = time.monotonic() + 25
        while command.lives and time.monotonic() < until:
            if command.is_by_itself and (is_served or '▶' in command.said or 'follows it' in command.said):
                self.standing.append(command)
                return
            time.sleep(0.005)
        if command.lives:
            self.fault('hang', f'{command.words[1:]} did not end: {command.said[-300:]!r}')
            command.kill()
        self.take(command)

    # Rounds

    def actions(self, is_served):
        """What is started in this round, each with the seconds after the one before it."""
        kind = random.choices(('raise', 'cancel', 'all', 'restart', 'both'), (8, 4, 1.5, 4, 3))[0]
        if kind == 'raise':
            return [(0, self.raised)]
        if kind in ('cancel', 'all'):
            return [(0, lambda: self.cancel(kind == 'all'))]
        second = random.choice((self.raised, self.raised, lambda: self.cancel(random.random() < 0.3)))
        if kind == 'restart' and is_served:
            self.kill_service()
            self.start()
            return [(random.random() * 0.15, second)]
        return [(0, self.raised), (random.random() * 0.15, second)]

    def strike(self, commands, is_served):
        """Kills the service, a command, both or nothing; without the service, a command that sounds is in its place."""
        time.sleep(random.random() * 0.15)
        victims = random.choice(('service', 'command', 'both', 'nothing'))
        struck = []
        if victims in ('service', 'both'):
            if is_served:
                self.kill_service()
                for command in commands:
                    command.service_died = True
            elif self.standing:
                struck.append(self.standing.pop(random.randrange(len(self.standing))))
        if victims in ('command', 'both'):
            struck.append(random.choice(commands))
        for command in struck:
            # It may have been the one that sounded the other's.
            for other in commands:
                other.service_died = True
            self.counts['command killed'] += command.kill()
            if command not in commands:
                self.take(command)

    def round(self, number):
        self.number = number
        is_served = number // TURN % 2 == 0
        if is_served:
            self.ensure_service()
        else:
            self.kill_service()
        commands = []
        for delay, action in self.actions(is_served):
            time.sleep(delay)
            commands.append(action())
        self.strike(commands, is_served)
        if is_served and not self.service.lives:
            self.start_again()
        for command in commands:
            self.settle(command, is_served)
        self.check(is_served)
        self.thin()

    def start_again(self):
        """As the system's service manager does, soon or at once."""
        self.look_after_service()
        time.sleep(random.choice((0, 0, 0.05, 0.3)))
        self.start()

    def thin(self):
        """Commands that stand by end by themselves where they have nothing more to sound."""
        for command in [c for c in self.standing if not c.lives]:
            self.standing.remove(command)
            self.take(command)
        while len(self.standing) > STANDING:
            command = self.standing.pop(0)
            self.counts['command killed'] += command.kill()
            self.take(command)

    def listed(self):
        ran = subprocess.run([self.loa, 'emergency', 'list'], env=self.environment, capture_output=True, text=True, check=False,
                             timeout=10, stdin=subprocess.DEVNULL)
        if ran.returncode != 0:
            self.fault('list', f'ended with {ran.returncode}: {ran.stderr[-300:]!r}')
        return set(re.findall(r'^(?:EMERGENCY|DRILL) (\w+):', ran.stdout, re.MULTILINE))

    def stays_unknown(self, name):
        """Whether it is in force and not listed a second later: the disk may be told of its end after who answers knows of it."""
        time.sleep(1)
        return name in Journal(self.path).in_force() and name not in self.listed()

    def check(self, is_served):
        if is_served:
            self.ensure_service()
        for command in self.standing:
            self.take_what_is_kept(command)
        before = Journal(self.path)
        try:
            names = self.listed()
        except subprocess.TimeoutExpired:
            return self.fault('hang', 'list did not end within 10 s')
        after = Journal(self.path)
        for line in set(after.broken) - self.broken:
            self.broken.add(line)
            self.fault('line', f'no JSON: {line!r}')
        due = before.in_force() & after.in_force()
        for name in sorted(self.kept - self.missed):
            if not after.has(name, 'ordered'):
                self.miss('lost', name, 'is not in the journal')
            elif name in due and name not in names and self.stays_unknown(name):
                # Where a command sounds it by itself, beside another that has the post, it sounds and can't be ended by its name.
                self.miss('lost' if is_served else 'unlisted', name, f'in force by the journal, unknown to who answers; '
                          f'{self.raisers.get(name)}; {len(self.standing)} stand by')
        self.check_cancelled(names, after)

    def miss(self, kind, name, text):
        self.missed.add(name)
        self.fault(kind, f'{name}: {text}')

    def take_what_is_kept(self, command):
        """A command that still sounds has acknowledged already."""
        name = re.search(r'^EMERGENCY (\w+)', command.said, re.MULTILINE)
        if name and 'the state is written' in command.said:
            self.kept.add(name[1])
            self.raisers[name[1]] = command.manner

    def check_cancelled(self, names, journal):
        due = journal.in_force()
        for name, number in list(self.cancelled.items()):
            faults = len(self.faults)
            if name in names:
                self.fault('cancelled and in the list', f'{name}, ended in round {number}')
            # One that was heard to its end before it could be ended needs no record.
            if not journal.has(name, 'cancelled') and name in due:
                self.fault('lost cancel', f'{name}, ended in round {number}, is in force by the journal')
            if len(self.faults) > faults:
                del self.cancelled[name]
        for name, milliseconds in journal.sounded_after_cancel():
            if self.late.setdefault(name, -1) < 0:
                self.late[name] = milliseconds
                self.fault('sounded after cancel', f'{name} began {milliseconds} ms after it was cancelled')

    def finish(self):
        """Ends what there is, and names what stays behind."""
        for command in [*self.standing, *([self.service] if self.service else [])]:
            command.kill()
        time.sleep(1)
        for process in left_behind(self.home):
            self.fault('left behind', f'process {process}')
            os.kill(process, signal.SIGKILL)


def left_behind(home):
    """Processes of the trial's station, by what is in their environment."""
    for name in filter(str.isdigit, os.listdir('/proc')):
        try:
            with open(f'/proc/{name}/environ', 'rb') as file:
                if b'LOA_HOME=' + home.encode() in file.read().split(b'\0'):
                    yield int(name)
        except OSError:
            continue


def trial(options):
    loa, started = program(options), time.monotonic()
    random.seed(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        run = Trial(loa, folder)
        try:
            for number in range(options.rounds):
                run.round(number)
                if number % 100 == 99:
                    print(f'{number + 1} rounds, {time.monotonic() - started:.0f} s, {dict(run.counts)}')
        finally:
            run.finish()
        count = run.counts
        print(f'{options.rounds} rounds in {time.monotonic() - started:.0f} s: killed {count["service killed"]} services and '
              f'{count["command killed"]} commands; raised {count["raised"]}, acknowledged {count["acknowledged"]}, '
              f'cancelled {count["cancelled"]}, lost {count["lost"]}, unlisted {count["unlisted"]}, lost cancels {count["lost cancel"]}, '
              f'sounded after cancel {count["sounded after cancel"]}, broken lines {count["line"]}, hangs {count["hang"]}, '
              f'given up as the service died {count["given up as the service died"]}: {len(run.faults)} faults')
        return not run.faults
