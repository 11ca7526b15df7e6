"""Fuzzed texts through `loa say --dry`."""
import concurrent.futures
import os
import random
import subprocess
import tempfile
import time
import wave

from soaks.source_tree import TOP, VOICES, program

# Each of these ends espeak-ng 1.51 with a signal, or makes it lose words.
CRASHING = [
    '(-Thời gian', ': "-Mời', '---a', './.', 'xã.Mời', '[[ ]]', "[[m'a:1", '<speak>', '&amp; &lt;', '\u0001' + '99R ma', 'x.' * 300, 'a' * 5000,
    'a' * 159 + '.b', 'b.' + 'c' * 200, '1' * 400, '-a' * 100, '"' * 300 + '-a', 'ma ' * 2000, '😀 mời bà con', '١٢٣', 'e\u0301' * 200,
    '(-' * 50 + 'thời', ',' * 500 + 'a', '<break time="1s"/> a', 'không.' * 300, '\u200b\u200d\ufeffa', '\u202e-a', '!-a?-b:-c;-d',
]
WORDS = ['mời', 'bà', 'con', 'không', 'UBND', 'họp', '8h30', '5/6', '1.250', 'km', 'Covid-19', '0912', 'ngã', 'nghĩa', 'xã', 'ĐT:', 'TP.HCM',
         '2.000.000đ', '30%', 'www.a.vn', 'facebook', 'k/c', '25°C', 'IV', 'QĐ-TTg', 'goòng', 'giuộc']
MARKS = list(' .,;:!?()[]{}<>"\'-–—…/\\&*#@%^~`|+=_') + ['(-', ': "-', '---', './.', '[[', ']]', '\n', '\t', '<a>', '&lt;']


def fuzzed(count, seed):
    """Texts of one paragraph each: attested syllables, words of notices, marks, letters and scalars of any script, in any order."""
    random.seed(seed)
    with open(os.path.join(TOP, 'Tests/VietnameseTextTests/Data/syllables.txt'), encoding='utf-8') as file:
        syllables = file.read().split()

    def scalar():
        while True:
            code = random.choice((random.randrange(32, 0x250), random.randrange(32, 0x3000), random.randrange(32, 0x1FFFF)))
            if not 0xD800 <= code < 0xE000:
                return chr(code)

    def piece():
        kind = random.randrange(8)
        if kind < 3:
            return random.choice(syllables) + random.choice((' ', ' ', ' ', ''))
        if kind == 3:
            return random.choice(WORDS) + random.choice((' ', ''))
        if kind == 4:
            return random.choice(MARKS)
        if kind == 5:
            return ''.join(chr(random.randrange(33, 127)) for _ in range(random.randrange(1, 12)))
        if kind == 6:
            return ''.join(scalar() for _ in range(random.randrange(1, 5)))
        return random.choice(CRASHING)[:random.randrange(1, 40)]

    for _ in range(count):
        yield ''.join(piece() for _ in range(random.randrange(1, 14))).replace('\n', ' ')


def say(loa, text, folder):
    """What `loa say --dry` does with a text: exit code, seconds of sound, what it complains of."""
    handle, path = tempfile.mkstemp(suffix='.wav', dir=folder)
    os.close(handle)
    ran = subprocess.run([loa, 'say', '--dry', '-o', path, '-'], input=text.encode(), capture_output=True, check=False, timeout=300)
    seconds = 0
    if ran.returncode == 0:
        with wave.open(path) as file:
            seconds = file.getnframes() / file.getframerate()
    os.unlink(path)
    return ran.returncode, seconds, ran.stderr.decode(errors='replace')


def trial(options):
    loa = program(options)
    texts = list(fuzzed(options.count, options.seed))
    batches = [['một hai ba.'] + texts[i:i + 250] for i in range(0, len(texts), 250)]
    alone = [[text] for text in CRASHING + texts[:options.alone]]
    failures, silent, speech, saysnothing = 0, 0, 0.0, 0
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as threads:
        os.environ.update(LOA_HOME=os.path.join(folder, 'home'), LOA_LANG='en', LOA_VOICES=VOICES)
        for batch, (code, seconds, complaint) in zip(
                alone + batches, threads.map(lambda b: say(loa, '\n\n'.join(b), folder), alone + batches)):
            # 65: the text says nothing, which is an answer and no failure; a batch always says something.
            if len(batch) == 1 and code == 65:
                saysnothing += 1
            elif code != 0:
                failures += 1
                print(f'exit {code}: {batch[0][:80]!r} ... {complaint[-300:]}')
            # 0.3 s of a file are the silence at its ends.
            elif seconds < 0.35 + 0.1 * len(batch):
                silent += 1
                print(f'{seconds:.1f} s of sound for {len(batch)} texts: {batch[0][:80]!r}')
            speech += seconds
    took = time.monotonic() - start
    print(f'voice-fuzz: {len(texts)} texts in {len(batches)} processes, {len(alone)} texts alone ({saysnothing} of them say nothing): '
          f'{failures} failures, {silent} without sound (asked 0); {speech / 3600:.1f} h of sound in {took / 60:.1f} min')
    return failures + silent == 0
