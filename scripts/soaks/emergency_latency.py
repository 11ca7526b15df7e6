"""From the command to the chime at the loudspeaker, and from the chime to the first word: scripts/bench emergency."""
import os
import sqlite3
import subprocess
import sys
import time

from soaks.on_air_home import write_notices, write_sessions
from soaks.peaks import BIN, SOUND, Peaks
from soaks.pulse import RATE, PulseAudio
from soaks.source_tree import TOP

WORDS = 'Nước sông đang lên nhanh, bà con sơ tán ngay lên nhà văn hóa thôn.'
# The chime peaks at 23,170; the programme is held 20 dB below that.
CHIME = 10_000


class Ear(Peaks):
    """The same, asked by moments instead of places."""

    def wait_for(self, since, level, seconds):
        """When a peak first was as loud as `level` after `since`; None when none was."""
        def find(place):
            return next((i for i in range(place, len(self.values)) if self.values[i] >= level), None)
        found = self.wait(find, self.place(since), seconds)
        return None if found is None else self.moments[found]

    def gap(self, since, seconds):
        """The first silence of more than 150 ms after `since`, from sound to sound."""
        start, last = self.place(since), None
        for i in range(start, min(len(self.values), start + int(seconds * RATE / BIN))):
            if self.values[i] >= SOUND:
                if last is not None and self.moments[i] - self.moments[last] > 0.15:
                    return self.moments[i] - self.moments[last]
                last = i
        return None


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
            file.write('loa: studio\nđộ to tối đa:\n  nhỏ: {lufs: -37}\n')
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
        chime = ear.wait_for(start, CHIME, 5)
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
                ear.wait_for(time.monotonic() + 0.3, SOUND * 2, 10)
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
                found = ear.wait_for(start, SOUND, 0.5)
                rival.append(found and found - start)
            shown('espeak-ng --stdout | aplay, nothing to interrupt', rival)
            if only in (None, 'alone'):
                whole &= trial.series('no service', ear, '(asked median <= 120)', resumes=False)
            service = subprocess.Popen([loa, 'run'], env=trial.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                assert ear.wait_for(time.monotonic(), SOUND * 2, 30), 'the session never began'
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
