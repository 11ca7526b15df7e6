"""`loa emergency` with everything broken that may be: heard each time, whoever sounds it and whatever sounded before."""
import concurrent.futures
import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
from operator import mul

from soaks.on_air_home import Service, write_notices, write_sessions
from soaks.peaks import BIN, CHIME, POOL, SOUND, Peaks
from soaks.private_mounts import SmallDisk, again_with_private_mounts, outside_private_mounts
from soaks.pulse import RATE, PulseAudio
from soaks.source_tree import VOICES, program

WORDS = 'Nước sông đang lên nhanh, bà con sơ tán ngay.'
# Long enough that its own chime is not heard again before the second alarm is given.
EARLIER = 'Đây là báo động trước. ' + 'Mời bà con thôn Đông mang theo đèn pin và áo phao ra đình làng. ' * 4
STATES = ('nothing broken', 'synthesiser gone', 'synthesiser hangs', 'voice data gone', 'lexicon broken', 'disk full', 'read-only home',
          'database locked', 'database missing', 'log spool full')
ON_SMALL_DISK = ('disk full', 'read-only home', 'log spool full')
SERVICES = ('service', 'no service', 'service hangs')
SITUATIONS = ('idle', 'in session', 'in another emergency')
# Of the words of a note on stderr, and what they mean. What is said of a station's other troubles is any note else.
NOTES = {'synthesiser': 'the synthesiser does not speak', 'recorded-message': 'there is no recorded message', 'lexicon': 'lexicon',
         'journal': "the station's directory can't be written", 'no-journal': "the state can't be written anywhere",
         'hung-service': 'hung and was ended', 'hung-service-stays': "hangs and can't be ended", 'output': 'does not sound',
         'settings': "station.yaml can't be read", 'audio': "can't be played", 'microphone': 'hears nothing'}
MUST_TELL = {'synthesiser gone': {'synthesiser'}, 'synthesiser hangs': {'synthesiser'}, 'lexicon broken': {'lexicon'},
             'voice data gone': {'synthesiser', 'recorded-message', 'lexicon'}}
# Words begin within so many seconds after the chime; a command is over within so many.
LATEST_WORDS, LATEST_END = 12, 60
LANES = 2
# Peaks of a second and a half: two different sentences are alike to 0.7.
LIKE, ALIKE = 600, 0.9


class Pattern:
    """The course of a sound's level, which is known again however loud it is."""

    def __init__(self, pooled):
        pooled = pooled[::POOL]
        mean = sum(pooled) / len(pooled)
        size = sum((v - mean) ** 2 for v in pooled) ** 0.5
        self.values = [(v - mean) / size for v in pooled]

    def likeness(self, pooled, place):
        """From -1 to 1; 0 where there is no sound."""
        part = pooled[place:place + POOL * len(self.values):POOL]
        if len(part) < len(self.values) or max(part) < SOUND:
            return 0
        count = len(part)
        spread = sum(map(mul, part, part)) - sum(part) ** 2 / count
        return sum(map(mul, part, self.values)) / spread ** 0.5 if spread > 0 else 0

    def best(self, pooled, places):
        return max(((self.likeness(pooled, place), place) for place in places), default=(0, 0))


def write_station(home, begins, minutes):
    write_sessions(home, [(begins, minutes, ', phần: [tin]')])
    with open(os.path.join(home, 'station.yaml'), 'a', encoding='utf-8') as file:
        file.write('loa: studio\n')


def raise_alarm(loa, environment, words, *more):
    return subprocess.Popen([loa, 'emergency', words, *more, '--yes', '--quiet'], env=environment, stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def workers(parents, others=None):
    """Speech workers of these processes of ours; `others` keeps the processes that need not be looked at again."""
    found = []
    for name in filter(str.isdigit, os.listdir('/proc')):
        if others is not None and name in others:
            continue
        with contextlib.suppress(OSError, IndexError, ValueError):
            with open(f'/proc/{name}/stat', encoding='utf-8', errors='replace') as file:
                parent = int(file.read().rpartition(')')[2].split()[1])
            if parent in parents:
                with open(f'/proc/{name}/cmdline', 'rb') as file:
                    if b'speech-worker' in file.read():
                        found.append(int(name))
            elif others is not None:
                others.add(name)
    return found


class Stopper:
    """Stops every speech worker of some processes as soon as it is there, as on a machine whose disk does not answer."""

    def __init__(self):
        self.parents, self.is_over = set(), False
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        others, parents = set(), set()
        while not self.is_over:
            if parents != self.parents:
                others, parents = set(), set(self.parents)
            for process in workers(parents, others):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGSTOP)
            time.sleep(0.002)

    def stop(self):
        self.is_over = True
        self.thread.join()


class Template:
    """A station that has run, what its emergencies sound like when nothing else does, and data that may be taken away."""

    def __init__(self, loa, folder):
        self.loa, self.home, self.data = loa, os.path.join(folder, 'template'), os.path.join(folder, 'espeak-ng-data')
        os.makedirs(self.home)
        self.folder, self.patterns = folder, {}
        found = next(path for path in (f'/usr/lib/{os.uname().machine}-linux-gnu', '/usr/share', '/usr/lib64', '/usr/lib')
                     if os.path.isdir(path + '/espeak-ng-data'))
        shutil.copytree(found + '/espeak-ng-data', self.data)

    def make(self, pulse):
        environment = pulse.environment(self.home)
        write_station(self.home, time.time() + 6 * 3600, 10)
        notices = os.path.join(self.folder, 'notices')
        write_notices(notices, 4, 15)
        ran = subprocess.run([self.loa, 'render', notices, '--jobs', '2'], env=environment, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        peaks = Peaks(environment)
        empty = os.path.join(self.folder, 'empty')
        os.makedirs(empty)
        self.keep(peaks, 'words', environment)
        self.keep(peaks, 'recorded', {**environment, 'LOA_ESPEAK_DATA': empty})
        self.keep(peaks, 'phrase', {**environment, 'LOA_VOICES': empty})
        peaks.stop()
        for name in ('emergency.journal', 'emergency.sock'):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(self.home, name))
        service = Service(self.loa, environment)
        self.wait_for_post(self.home, service)
        service.stop()

    def keep(self, peaks, name, environment):
        """Sounds an alarm and keeps what follows the chime, as three parts: one of them is whole where the machine stood still for a moment."""
        start = peaks.place(time.monotonic())
        process = raise_alarm(self.loa, environment, WORDS, '--repeat', '1')
        _, said = process.communicate(timeout=LATEST_END)
        chime = peaks.chime(start)
        assert process.returncode == 0 and chime is not None, f'{name}: {process.returncode} {said}'
        words = peaks.first(chime + int(1.9 * RATE / BIN))
        second = RATE // BIN
        self.patterns[name] = [(begin, Pattern(peaks.pooled(words + begin, words + begin + LIKE))) for begin in (0, second // 2, second)]
        print(f'  kept: {name}, {(words - chime) * BIN / RATE:.2f} s after the chime began')

    @staticmethod
    def wait_for_post(home, service):
        """Until the service takes emergencies and its speech worker has had time to start."""
        end = time.monotonic() + 20
        while not os.path.exists(os.path.join(home, 'emergency.sock')) and time.monotonic() < end:
            time.sleep(0.02)
        while not workers({service.process.pid}) and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(0.4)
        assert service.process.poll() is None and os.path.exists(os.path.join(home, 'emergency.sock')), 'the service does not run'


class Cell:
    def __init__(self, state, service, situation):
        self.state, self.service, self.situation = state, service, situation
        self.faults, self.told, self.remarks = [], set(), []
        self.chime = self.words = self.said = self.alarm = None

    @property
    def name(self):
        return f'{self.state}, {self.service}, {self.situation}'

    # Before

    def run(self, template, pulse, folder):
        self.template, self.loa = template, template.loa
        try:
            with contextlib.ExitStack() as stack:
                os.makedirs(folder)
                stack.callback(shutil.rmtree, folder, ignore_errors=True)
                self.prepare(stack, pulse, folder)
                self.situate(stack)
                self.break_it(stack)
                if self.service == 'service hangs':
                    os.kill(self.running.process.pid, signal.SIGSTOP)
                    time.sleep(0.4)
                self.sound(stack)
        except (AssertionError, OSError, subprocess.SubprocessError) as error:
            self.faults.append(f'the trial itself: {error!r}')

    def prepare(self, stack, pulse, folder):
        """A station of this cell's own, and its service."""
        place, self.disk = folder, None
        if self.state in ON_SMALL_DISK:
            self.disk = stack.enter_context(SmallDisk(os.path.join(folder, 'disk'), 24))
            place = self.disk.path
        self.home, self.voices, self.data = (os.path.join(place, 'home'), os.path.join(folder, 'voices'), os.path.join(folder, 'espeak-ng-data'))
        shutil.copytree(self.template.home, self.home)
        shutil.copytree(VOICES, self.voices)
        # The user's home, and with it the cache, is where the station is.
        self.environment = {**pulse.environment(self.home), 'LOA_VOICES': self.voices, 'HOME': place}
        if self.state == 'synthesiser gone':
            shutil.copytree(self.template.data, self.data, copy_function=os.link)
            self.environment['LOA_ESPEAK_DATA'] = self.data
        is_session = self.situation == 'in session'
        write_station(self.home, time.time() - (5 if is_session else -6 * 3600), 20)
        if self.state == 'disk full' and self.service == 'no service':
            # Nothing ever reserved room for it.
            os.unlink(os.path.join(self.home, 'emergency.journal'))
        self.peaks = Peaks(self.environment)
        stack.callback(self.peaks.stop)
        self.running, self.processes = None, []
        if self.service != 'no service':
            self.running = Service(self.loa, self.environment)
            self.processes.append(self.running.process)
            stack.callback(self.end, self.running.process)
            Template.wait_for_post(self.home, self.running)

    @staticmethod
    def end(process):
        """Ends one of this trial's processes, stopped or not."""
        if process.poll() is None:
            process.kill()
        process.wait()

    def situate(self, stack):
        if self.situation == 'in session' and self.running:
            assert self.peaks.wait(self.peaks.first, 0, 30) is not None, 'the session never began'
            time.sleep(0.5)
        if self.situation == 'in another emergency':
            earlier = raise_alarm(self.loa, self.environment, EARLIER, '--repeat', '3')
            stack.callback(self.end, earlier)
            self.processes.append(earlier)
            chime = self.peaks.wait(self.peaks.chime, 0, 15)
            assert chime is not None, 'the earlier emergency is silent'
            assert self.peaks.wait(self.peaks.first, chime + int(1.9 * RATE / BIN), 15) is not None, 'the earlier emergency says nothing'
            time.sleep(0.3)

    def break_it(self, stack):
        pids = {process.pid for process in self.processes}
        database = os.path.join(self.home, 'station.sqlite')
        if self.state == 'synthesiser gone':
            for entry in os.scandir(self.data):
                shutil.rmtree(entry.path) if entry.is_dir() else os.unlink(entry.path)
            for process in workers(pids):
                os.kill(process, signal.SIGKILL)
        elif self.state == 'synthesiser hangs':
            self.stopper = Stopper()
            stack.callback(self.stopper.stop)
            self.stopper.parents = pids
        elif self.state == 'voice data gone':
            for entry in os.scandir(self.voices):
                shutil.rmtree(entry.path) if entry.is_dir() else os.unlink(entry.path)
        elif self.state == 'lexicon broken':
            files = [os.path.join(self.voices, name) for name in os.listdir(self.voices) if name.startswith('lexicon-')]
            for path in [*files, os.path.join(self.home, 'lexicon.tsv')]:
                with open(path, 'wb') as file:
                    file.write(os.urandom(20_000))
        elif self.state == 'disk full':
            self.disk.fill()
        elif self.state == 'log spool full':
            # The room it had reserved is gone too.
            with open(os.path.join(self.home, 'as-run.spool'), 'wb'):
                pass
            self.disk.fill()
        elif self.state == 'read-only home':
            self.make_read_only(stack)
        elif self.state == 'database locked':
            holder = sqlite3.connect(database, isolation_level=None, timeout=10, check_same_thread=False)
            holder.execute('BEGIN EXCLUSIVE')
            stack.callback(holder.close)
        elif self.state == 'database missing':
            for suffix in ('', '-wal', '-shm'):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(database + suffix)
        time.sleep(0.1)

    def make_read_only(self, stack):
        ran = subprocess.run(['mount', '-o', 'remount,ro', self.disk.path], capture_output=True, check=False)
        if ran.returncode == 0:
            return
        # A disk on which a file is open for writing does not become read-only: another view of it is laid over the home.
        subprocess.run(['mount', '--bind', self.home, self.home], check=True)
        stack.callback(subprocess.run, ['umount', '--lazy', self.home], check=False)
        subprocess.run(['mount', '-o', 'remount,ro,bind', self.home], check=True)

    # The alarm

    def sound(self, stack):
        start = time.monotonic()
        place = self.peaks.place(start)
        process = raise_alarm(self.loa, self.environment, WORDS, '--repeat', '1')
        stack.callback(self.end, process)
        if self.state == 'synthesiser hangs':
            self.stopper.parents = self.stopper.parents | {process.pid}
        chime = self.peaks.wait(self.peaks.chime, place, 10)
        if chime is None:
            self.faults.append('SILENT: no chime within 10 s')
        else:
            self.chime = self.peaks.moments[chime] - start
            self.listen_for_words(chime, start)
        self.finish(process)
        if self.chime is not None and self.chime > 1:
            self.remarks.append(f'the chime took {self.chime:.1f} s')
        self.watch_alarms()

    def listen_for_words(self, chime, start):
        patterns, second = self.template.patterns, RATE // BIN
        while len(self.peaks.values) < chime + 2 * second:
            time.sleep(0.05)
        # Its level hardly changes, as no speech's.
        pooled = self.peaks.pooled(chime, chime + int(1.75 * second))[::POOL]
        loud = sum(value >= 0.8 * CHIME for value in pooled) / len(pooled)
        if loud < 0.8:
            self.faults.append(f'what was loud first is not the chime: loud for {100 * loud:.0f} % of it')
        elif loud < 0.98:
            self.remarks.append(f'the chime was broken: loud for {100 * loud:.0f} % of it')
        done, best = chime + second, (0, '', 0)
        while best[0] < ALIKE and time.monotonic() < self.peaks.moments[chime] + 2 + LATEST_WORDS + 2.7:
            time.sleep(0.2)
            ready = len(self.peaks.values) - LIKE - 2 * POOL
            if ready <= done:
                continue
            pooled = self.peaks.pooled(done, ready + LIKE + POOL)
            for name, parts in patterns.items():
                for begin, pattern in parts:
                    found, place = pattern.best(pooled, range(ready - done))
                    # A chime ends in silence: what begins without it begins elsewhere.
                    opening = done + place - begin
                    if max(self.peaks.values[opening - 40:opening - 8]) < SOUND:
                        best = max(best, (found, name, opening))
            done = ready
        if best[0] < ALIKE:
            levels = ' '.join(f'{max(self.peaks.values[i:i + 40]) // 100}' for i in range(chime, min(chime + 6 * second, done), 40))
            return self.faults.append(f'NO WORDS after the chime (most like {best[1] or "nothing"}: {best[0]:.2f}); peaks in hundreds, every '
                                      f'100 ms: {levels}')
        self.said, self.words = best[1], self.peaks.moments[best[2]] - start
        if self.words - self.chime > 2.05 + LATEST_WORDS:
            self.faults.append('the words came late')

    def finish(self, process):
        """Its end: of itself where nothing else was going on, else with everything that is in force."""
        if self.situation != 'idle' and process.poll() is None:
            time.sleep(0.5)
        if self.situation != 'idle':
            ran = subprocess.run([self.loa, 'emergency', 'cancel', '--all'], env=self.environment, capture_output=True, text=True, check=False,
                                 timeout=60)
            if ran.returncode != 0:
                self.faults.append(f'cancel --all: {ran.returncode} {ran.stderr.strip()[-200:]}')
        try:
            _, said = process.communicate(timeout=LATEST_END)
        except subprocess.TimeoutExpired:
            process.kill()
            _, said = process.communicate()
            self.faults.append(f'the command was not over after {LATEST_END} s')
        if process.returncode != 0:
            self.faults.append(f'exit code {process.returncode}')
        self.check_told(said)

    def check_told(self, said):
        notes = [line.removeprefix('Note: ') for line in said.splitlines() if line.startswith('Note: ')]
        self.remarks += [line for line in said.splitlines() if line.startswith('Error: ') or 'Fatal error' in line]
        for note in notes:
            known = [name for name, words in NOTES.items() if words in note]
            self.told.add(known[0] if known else 'station')
            if not known:
                self.remarks.append(note)
        must = set(MUST_TELL.get(self.state, set()))
        if self.service == 'service hangs':
            must.add('hung-service')
        if not self.is_in_journal() and not self.told & {'journal', 'no-journal'}:
            self.faults.append('not in the journal of the home, and nothing is said of it')
        if missing := must - self.told:
            self.faults.append(f'not told: {", ".join(sorted(missing))}')
        may = must | {'station'} | (set() if self.is_in_journal() else {'journal', 'no-journal'})
        if more := self.told - may:
            self.faults.append(f'told without cause: {", ".join(sorted(more))}: {" ".join(notes)}')

    def is_in_journal(self):
        with contextlib.suppress(OSError), open(os.path.join(self.home, 'emergency.journal'), 'rb') as file:
            return WORDS.encode() in file.read()
        return False

    def watch_alarms(self):
        """A service whose database is gone says so, and one whose database is locked as soon as it has something to write down."""
        if self.service != 'service' or self.state != 'database missing' and (self.state, self.situation) != ('database locked', 'idle'):
            return
        end = time.monotonic() + 15
        while time.monotonic() < end and not any(line.startswith('Database') for _, line in self.running.raised):
            time.sleep(0.1)
        if not any(line.startswith('Database') for _, line in self.running.raised):
            self.faults.append('the service raised no alarm about the database')

    # What came of it

    def shown(self, what):
        if what == 'told':
            return ', '.join(sorted(self.told)) or '–'
        seconds, lost = (self.chime, '**silent**') if what == 'chime' else (self.words, '**no words**')
        if seconds is None:
            return lost
        return f'{1000 * seconds:.0f} ms' + (f', {self.said}' if what == 'words' and self.said != 'words' else '')


def tables(cells):
    """Three tables in markdown: when the chime was heard, when the words, and what was told."""
    states = list(dict.fromkeys(cell.state for cell in cells))
    lines = []
    for what, title in (('chime', 'From the command to the chime'),
                        ('words', 'From the command to the first word (recorded: the recorded message; phrase: the phrase within the program)'),
                        ('told', 'What the command said was not as it should be')):
        columns = [f'{service}: {situation}' for service in SERVICES for situation in SITUATIONS]
        lines += ['', f'{title}:', '', '| | ' + ' | '.join(columns) + ' |', '|---' * (len(columns) + 1) + '|']
        for state in states:
            row = [next(c for c in cells if (c.state, c.service, c.situation) == (state, service, situation)).shown(what)
                   for service in SERVICES for situation in SITUATIONS]
            lines.append(f'| {state} | ' + ' | '.join(row) + ' |')
    return '\n'.join(lines[1:]) + '\n'


def run_lane(template, folder, waiting, lock):
    """Cells one after another on a loudspeaker of the lane's own, until there are none."""
    os.makedirs(folder)
    with PulseAudio(folder) as pulse:
        while True:
            with lock:
                if not waiting:
                    return
                number, cell = waiting.pop(0)
            started = time.monotonic()
            cell.run(template, pulse, os.path.join(folder, str(number)))
            print(f'  {number + 1:3} {cell.name}: chime {cell.shown("chime")}, words {cell.shown("words")}, told {cell.shown("told")}, '
                  f'{time.monotonic() - started:.1f} s' + ''.join(f'\n      FAULT: {fault}' for fault in cell.faults)
                  + ''.join(f'\n      {remark}' for remark in cell.remarks))


def trial(options):
    if outside_private_mounts():
        return again_with_private_mounts(options)
    states = [s.strip() for s in options.states.split(',')] if options.states else list(STATES)
    if unknown := [state for state in states if state not in STATES]:
        print(f'no such state: {", ".join(unknown)}; there are: {", ".join(STATES)}')
        return False
    cells = [Cell(state, service, situation) for state in states for service in SERVICES for situation in SITUATIONS]
    with tempfile.TemporaryDirectory() as folder:
        template = Template(program(options), folder)
        with PulseAudio(folder) as pulse:
            template.make(pulse)
        waiting, lock = list(enumerate(cells)), threading.Lock()
        with concurrent.futures.ThreadPoolExecutor(LANES) as threads:
            lanes = [threads.submit(run_lane, template, os.path.join(folder, f'lane{n}'), waiting, lock) for n in range(LANES)]
        for lane in lanes:
            lane.result()
    faults = [(cell.name, fault) for cell in cells for fault in cell.faults]
    table = tables(cells)
    print(table)
    print(f'{len(cells)} cells, {sum(cell.chime is None for cell in cells)} silent, '
          f'{sum(cell.words is None for cell in cells)} without words: {len(faults)} faults')
    for name, fault in faults:
        print(f'  {name}: {fault}')
    if options.table:
        with open(options.table, 'w', encoding='utf-8') as file:
            file.write(table)
    return not faults
