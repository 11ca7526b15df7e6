"""From the command to the chime at the loudspeaker, and from the chime to the first word: scripts/bench emergency."""
import os
import sqlite3
import subprocess
import sys
import threading
import time

from soaks.on_air_home import write_notices, write_sessions
from soaks.pulse import RATE, PulseAudio, listening
from soaks.source_tree import TOP

WORDS = 'Nước sông đang lên nhanh, bà con sơ tán ngay lên nhà văn hóa thôn.'
# The chime peaks at 23,170; a programme mastered for exchange stays below 15,000.
CHIME, SOUND = 18_000, 300


class Ear:
    """What the sink plays, kept with the moment each sample was heard."""

    def __init__(self, environment):
        self.process = listening(environment)
        self.lock, self.blocks = threading.Lock(), []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        rest = b''
        while True:
            data = os.read(self.process.stdout.fileno(), 4096)
            if not data:
                return
            now = time.monotonic()
            data = rest + data
            even = len(data) // 2 * 2
            rest = data[even:]
            with self.lock:
                self.blocks.append((now, memoryview(data[:even]).cast('h')))
                if len(self.blocks) > 6000:
                    del self.blocks[:2000]

    def first(self, since, level, until=None):
        """When a sample first was as loud as `level`; None when none was."""
        with self.lock:
            blocks = [b for b in self.blocks if b[0] > since and (until is None or b[0] < until)]
        for end, samples in blocks:
            for index, sample in enumerate(samples):
                if abs(sample) >= level:
                    moment = end - (len(samples) - index) / RATE
                    if moment > since:
                        return moment
        return None

    def wait(self, since, level, seconds):
        while time.monotonic() < since + seconds:
            found = self.first(since, level)
            if found is not None:
                return found
            time.sleep(0.01)
        return None

    def gap(self, since, seconds):
        """The longest silence between `since` and the first sound after it lasted at least a fifth of a second."""
        with self.lock:
            samples = [(end - (len(block) - i) / RATE, v) for end, block in self.blocks if since < end < since + seconds
                       for i, v in enumerate(block)]
        last = None
        for moment, value in samples:
            if abs(value) >= SOUND:
                if last is not None and moment - last > 0.15:
                    return moment - last
                last = moment
        return None

    def stop(self):
        self.process.kill()


def shown(name, values, asked=''):
    ordered = sorted(v for v in values if v is not None)
    if not ordered:
        print(f'{name}: nothing heard')
        return False
    median, most = ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
    lost = len(values) - len(ordered)
    print(f'{name:58} {len(values):4} runs, median {1000 * median:6.1f} ms, p99 {1000 * most:6.1f}, most {1000 * ordered[-1]:6.1f}'
          f'{f", {lost} NOT HEARD" if lost else ""} {asked}')
    return lost == 0


class Trial:
    def __init__(self, loa, folder, pulse, runs):
        self.loa, self.runs, self.folder = loa, runs, folder
        self.home = os.path.join(folder, 'home')
        os.makedirs(self.home)
        self.environment = pulse.environment(self.home)

    def run(self, *words, **more):
        return subprocess.run([self.loa, *words], env=self.environment, capture_output=True, text=True, check=False, timeout=300, **more)

    def station(self):
        write_sessions(self.home, [(time.time() - 20, 600, ', phần: [tin]')])
        with open(os.path.join(self.home, 'station.yaml'), 'a', encoding='utf-8') as file:
            file.write('loa: studio\n')
        notices = os.path.join(self.folder, 'programme')
        write_notices(notices, 12 + self.runs // 2, 40)
        ran = self.run('render', notices, '--jobs', '2')
        assert ran.returncode == 0, ran.stderr

    def alarm(self, ear):
        """Seconds from the command's start to the chime, and the silence between chime and words."""
        # Its end is not waited for, as nobody would.
        time.sleep(0.05 * (time.monotonic() % 1))
        start = time.monotonic()
        process = subprocess.Popen([self.loa, 'emergency', WORDS, '--repeat', '1', '--yes', '--quiet'], env=self.environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        chime = ear.wait(start, CHIME, 5)
        gap = None
        if chime is not None:
            time.sleep(max(0, chime + 2.9 - time.monotonic()))
            gap = ear.gap(chime + 1.2, 1.9)
        self.run('emergency', 'cancel', '--all')
        process.wait(20)
        return (None if chime is None else chime - start), gap

    def series(self, name, ear, asked, resumes=True):
        delays, gaps = [], []
        for _ in range(self.runs):
            if resumes:
                # The programme is back before the next one.
                ear.wait(time.monotonic() + 0.3, SOUND * 3, 10)
            delay, gap = self.alarm(ear)
            delays.append(delay)
            gaps.append(gap)
        whole = shown(f'{name}: command to chime', delays, asked)
        return shown(f'{name}: silence between chime and words', gaps, '(the chime ends in 250 ms of it; asked <= 150 more)') and whole


def busy(count):
    return [subprocess.Popen([sys.executable, '-c', 'while True: pass']) for _ in range(count)]


def trial(loa, folder, runs, only=None):
    with PulseAudio(folder) as pulse:
        trial = Trial(loa, folder, pulse, runs)
        trial.station()
        ear = Ear(trial.environment)
        whole = True
        try:
            rival = []
            for _ in range(min(runs, 30)):
                time.sleep(0.3)
                start = time.monotonic()
                subprocess.run(f'espeak-ng -v vi --stdout "{WORDS}" | aplay -q', shell=True, env=trial.environment, check=False,
                               stderr=subprocess.DEVNULL)
                rival.append((lambda found: found and found - start)(ear.first(start, SOUND)))
            shown('espeak-ng --stdout | aplay, nothing to interrupt', rival)
            if only in (None, 'alone'):
                whole &= trial.series('no service', ear, '(asked median <= 120)', resumes=False)
            service = subprocess.Popen([loa, 'run'], env=trial.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                assert ear.wait(time.monotonic(), SOUND * 3, 30), 'the session never began'
                asked = '(asked median <= 50, p99 <= 100)'
                if only in (None, 'programme'):
                    whole &= trial.series('on air', ear, asked)
                if only in (None, 'load'):
                    others = busy(os.cpu_count() or 2)
                    whole &= trial.series('on air, every core busy', ear, asked)
                    for other in others:
                        other.kill()
                if only in (None, 'locked'):
                    database = sqlite3.connect(os.path.join(trial.home, 'station.sqlite'))
                    database.execute('BEGIN EXCLUSIVE')
                    whole &= trial.series('on air, database locked', ear, asked)
                    database.rollback()
                    database.close()
                if only in (None, 'render'):
                    notices = os.path.join(folder, 'notices')
                    os.makedirs(notices)
                    for number in range(100):
                        with open(os.path.join(notices, f'{number}.txt'), 'w', encoding='utf-8') as file:
                            file.write(f'Tin số {number}\n' + 'Mời bà con dự họp tại nhà văn hóa thôn. ' * 40)
                    out = os.path.join(folder, 'out')
                    render = ['sh', '-c', f'while :; do rm -rf {out}; {loa} render {notices} -o {out} --jobs 2 >/dev/null 2>&1; done']
                    other = subprocess.Popen(render, env=trial.environment, start_new_session=True)
                    whole &= trial.series('on air, 100 notices rendered', ear, asked)
                    os.killpg(other.pid, 9)
            finally:
                service.terminate()
                service.wait(10)
        finally:
            ear.stop()
        return whole
