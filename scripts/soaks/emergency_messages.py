"""Messages to the emergency socket: valid ones, and what mutation makes of them."""
import json
import random
import time
from typing import NamedTuple

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
    'id': ['', 'a' * 33, 'a' * 256, 'a/b', '../../etc/passwd', 'a\nb', 'ABC', 'é', '\0', 'a b', 'a' + '\u0301' * 20_000, '🌊' * 256, 5, None, []],
    'text': ['', ' ', '\n\t', '\x07\x1b\x00', '\u200b' * 100, 'a' * 3001, 'ă ' * 10_000, 'a' * 100_000, 'Nước ' * 20_000, 5, None, [], {}],
    'repeats': [0, -1, -5, 21, 1000, LEAST, MOST, 2**63, -2**63 - 1, 10**30, 1.5, 1e300, '3', None, [], {}],
    'timing': [
        {'every': {'seconds': n}} for n in (59, 0, -1, LEAST, MOST, 2**64, 86_401, 1.5, 'x', None)
    ] + [{'pattern': {'_0': 'volcano'}}, {'pattern': {'_0': 5}}, {'pattern': {}}, {}, {'once': {}, 'every': {'seconds': 60}}, [], 'once', 5, None],
    'zones': [{'named': {'_0': names}} for names in (['Thôn Z'], [], ['x'] * 5000, [5], ['z' * 30_000], [''], 'all', None)]
    + [{}, [], 'all', 5, None, {'all': {}, 'named': {'_0': []}}],
    'expires': [1, 0, -1, LEAST, 'x', 1e300, 2**63, [], {}],
    'issued': ['x', 1.5, 1e300, 2**63, -2**64, None, [], {}],
    'kind': ['volcano', '', 5, None, [], 'GENERAL'],
    'isDrill': ['yes', None, [], {}],
    'isSelfTest': ['no', None, [], {}],
    'audio': [5, [], {}, '/' + 'a' * 5000],
    'microphone': [5, [], {}, 'm' * 5000],
    'person': [5, [], {}, None],
}
RIGHT = {
    'text': ['Lũ\x00về\x1b[31m.', '\u202eLũ về.', 'Lũ ' * 900, '🌊' * 2900, 'a\u0301' * 1400, '{"a":1}', '‘’“”—…', '\ufffd' * 50, '</speak>&<b>', '%n%s'],
    'repeats': [1, 20],
    'timing': [{'every': {'seconds': 60}}, {'every': {'seconds': 86_400}}, {'pattern': {'_0': 'tsunami'}}, {'pattern': {'_0': 'general'}}],
    'expires': [MOST, None], 'kind': ['tsunami', 'fire', 'storm', 'flood'],
    'issued': [0, -1, LEAST, LEAST + 1, MOST, MOST - 1], 'isSelfTest': [True],
    'audio': ['/nowhere', '/dev/null', '/etc/passwd', '/', '\0', 'x' * 4096],
    'microphone': ['hw:99', 'nobody', '\n', 'm' * 4096], 'person': ['\0' * 100, 'p' * 50_000],
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
    return Case(f'nesting {depth}', raised(order(**{field: '@'})).replace(b'"@"', nested(depth).encode()))


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
    return Case(f'signed at {at if abs(at) > 1e15 else "some time"}', raised(order(), signer=signer, signature=signature, at=at), 'order')


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
