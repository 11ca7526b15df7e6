"""A session in real time while the database is locked, while the disk is full, and with the database deleted in the middle of it."""
import concurrent.futures
import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time

from soaks.on_air_home import Service, approve_notices, write_notices, write_sessions
from soaks.private_mounts import SmallDisk, again_with_private_mounts, outside_private_mounts
from soaks.pulse import RATE, PulseAudio
from soaks.recording import Recording
from soaks.source_tree import program
from soaks.standstill import Standstill

# Secret keys of approvers in the station's home say that there was a database; they may lie elsewhere.
TROUBLES = ('locked', 'full', 'deleted', 'deleted, keys elsewhere')
# How long after the end of an item its row may be nowhere on the disk, in seconds: a kill would lose it.
LONGEST_UNKEPT = 3.0
LONGEST_SILENCE = 2.0


class DatabaseTrial:
    def __init__(self, trouble, loa, folder, minutes, standstill):
        self.trouble, self.loa, self.folder, self.minutes, self.standstill = trouble, loa, folder, minutes, standstill
        self.faults, self.kept, self.watching = [], [], True
        # What a database that is deleted takes with it.
        self.gone = set()

    @property
    def is_deleted(self):
        return self.trouble.startswith('deleted')

    def run(self, *words):
        return subprocess.run([self.loa, *words], env=self.environment, capture_output=True, text=True, check=False, timeout=300)

    def trial(self, prepared, began):
        """From a prepared home, with its session from `began` on."""
        with contextlib.ExitStack() as stack:
            os.makedirs(self.folder)
            self.home = os.path.join(self.folder, 'home')
            if self.trouble == 'full':
                # More than what is nearly full by itself.
                self.disk = stack.enter_context(SmallDisk(os.path.join(self.folder, 'disk'), 160))
                self.home = os.path.join(self.disk.path, 'home')
            shutil.copytree(prepared, self.home)
            if self.trouble == 'deleted, keys elsewhere':
                shutil.rmtree(os.path.join(self.home, 'keys'))
            self.database = os.path.join(self.home, 'station.sqlite')
            pulse = stack.enter_context(PulseAudio(self.folder))
            self.environment = pulse.environment(self.home)
            backup = os.path.join(self.folder, 'before.tar')
            assert self.run('backup', backup).returncode == 0
            planned = json.loads(self.run('plan', '--json').stdout)
            last = planned[-1]
            end = last['starts_unix_ms'] / 1000 + last['seconds']
            recording = Recording(self.environment)
            service = Service(self.loa, self.environment)
            watcher = threading.Thread(target=self.watch, daemon=True)
            try:
                watcher.start()
                time.sleep(max(0, began + 20 - time.time()))
                self.strike(end)
                time.sleep(max(0, end + 8 - time.time()))
                self.watching = False
                watcher.join()
                ended = service.stop()
            finally:
                service.process.kill()
                recording.stop()
            if service.process.returncode != 0:
                self.faults.append(f'loa run ended with {service.process.returncode}')
            self.check_alarms(service)
            silence = self.check_sound(recording, planned)
            unkept = self.check_kept(planned)
            rows = self.check_log(planned, backup)
            gone = f', {len(self.gone)} gone with the database' if self.is_deleted else ''
            return (f'{self.trouble}: {len(planned)} items in {(end - began) / 60:.0f} min, longest silence beyond the planned {silence:.2f} s '
                    f'(asked < {LONGEST_SILENCE:.0f}), rows on the disk at most {unkept:.1f} s after their items (asked < {LONGEST_UNKEPT:.0f}), '
                    f'{rows} logged{gone}; alarms raised {len(service.raised)}, cleared {len(service.cleared)}; ended {ended:.1f} s after '
                    f'SIGTERM{self.standstill}: {len(self.faults)} faults')

    def strike(self, end):
        if self.trouble == 'locked':
            with contextlib.closing(sqlite3.connect(self.database, isolation_level=None, timeout=30)) as holder:
                holder.execute('BEGIN EXCLUSIVE')
                time.sleep(self.minutes * 60)
                holder.execute('ROLLBACK')
        elif self.trouble == 'full':
            self.disk.fill()
            time.sleep(self.minutes * 60)
            self.disk.free()
        else:
            time.sleep(max(0, (end - time.time()) / 3))
            self.gone = {name for name, _ in self.logged()}
            for suffix in ('', '-wal', '-shm'):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(self.database + suffix)

    def logged(self):
        """What of the log is in the database, as slot and outcome; nothing where there is none."""
        if not os.path.exists(self.database):
            return []
        with contextlib.closing(sqlite3.connect(f'file:{self.database}?mode=ro', uri=True, timeout=30)) as found:
            return found.execute('SELECT name, outcome FROM as_run ORDER BY row').fetchall()

    def spooled(self, beside=''):
        """Rows that wait, in the station's home or in one that was put aside."""
        with contextlib.suppress(FileNotFoundError), open(os.path.join(self.home + beside, 'as-run.spool'), 'rb') as file:
            return [json.loads(line) for line in file.read().split(b'\n')[:-1]]
        return []

    def watch(self):
        """How many rows are on the disk, every half second."""
        known = set()
        while self.watching:
            with contextlib.suppress(sqlite3.Error, json.JSONDecodeError):
                known |= {line['slot']['name'] for line in self.spooled()} | {name for name, _ in self.logged()}
            self.kept.append((time.time(), len(known)))
            time.sleep(0.5)

    def check_alarms(self, service):
        wanted = ['Database', 'The disk is'] if self.trouble == 'full' else ['Database']
        for what in wanted:
            for news, lines in (('raised', service.raised), ('cleared', service.cleared)):
                count = sum(line.startswith(what) for _, line in lines)
                # A database that is gone does not come back by itself.
                if count != 1 and not (self.is_deleted and news == 'cleared'):
                    self.faults.append(f'the alarm «{what} ...» {news} {count} times')
        for moment, line in service.raised:
            if not line.startswith(tuple(wanted)) and not self.standstill.touched(moment, moment, after=10):
                self.faults.append(f'alarm: {line}')

    def judged(self, row):
        """Whether the machine went on while it was on air, and right before."""
        begins = row['starts_unix_ms'] / 1000
        return not self.standstill.touched(begins, begins + row['seconds'], after=30)

    def check_sound(self, recording, planned):
        """Returns how much longer than planned the longest silence between two items was, in seconds."""
        stood = sum(stop - start for start, stop in self.standstill.spans)
        faults, places = recording.compare(planned, within=5 + stood)
        self.faults += [f"{row['slot']}: {faults[row['slot']]}" for row in planned if row['slot'] in faults and self.judged(row)]
        beyond = [0.0]
        for row, following in zip(planned, planned[1:]):
            if row['slot'] in places and following['slot'] in places and self.judged(row) and self.judged(following):
                heard = (places[following['slot']][0] - places[row['slot']][1]) / 2 / RATE
                beyond.append(heard - (following['starts_unix_ms'] - row['starts_unix_ms']) / 1000 + row['seconds'])
        if max(beyond) > LONGEST_SILENCE:
            self.faults.append(f'{max(beyond):.1f} s of silence that were not planned')
        return max(beyond)

    def check_kept(self, planned):
        """Returns how long after the end of an item its row was on the disk, at most, in seconds."""
        stood = sum(stop - start for start, stop in self.standstill.spans)
        waits = [0.0]
        for number, row in enumerate(planned):
            ends = row['starts_unix_ms'] / 1000 + row['seconds']
            there = next((moment for moment, count in self.kept if count > number), None)
            waits.append((there or self.kept[-1][0]) - ends - stood)
        if max(waits) > LONGEST_UNKEPT:
            self.faults.append(f'a row was not on the disk {max(waits):.1f} s after its item')
        return max(waits)

    def check_log(self, planned, backup):
        """Returns how many rows of the session the log has in the end."""
        if self.is_deleted:
            print(f'  {self.trouble}: after the session the database is {"there" if os.path.exists(self.database) else "not there"}, '
                  f'{len(self.logged())} rows in it, {len(self.spooled())} rows in as-run.spool')
            restored = self.run('restore', backup)
            print(f'  {self.trouble}: loa restore: {restored.returncode} {(restored.stdout + restored.stderr).strip()[-300:]}')
            if restored.returncode != 0:
                restored = self.run('restore', backup, '--replace')
                print(f'  {self.trouble}: loa restore --replace: {restored.returncode} {(restored.stdout + restored.stderr).strip()[-300:]}')
            print(f'  {self.trouble}: {len(self.spooled())} rows in the as-run.spool of the restored station, {len(self.spooled(".truoc-1"))} in that of '
                  f'the former one')
            service = Service(self.loa, self.environment)
            time.sleep(6)
            service.stop()
        elif self.spooled():
            self.faults.append(f'{len(self.spooled())} rows still in as-run.spool')
        outcomes = {}
        for name, outcome in self.logged():
            outcomes.setdefault(name, []).append(outcome)
        lost = [row for row in planned if name_of(row) not in self.gone and self.judged(row) and outcomes.get(name_of(row)) != ['played']]
        for row in lost:
            self.faults.append(f"{row['slot']}: logged as {', '.join(outcomes.get(name_of(row), ['nothing']))}")
        checked = self.run('log', '--verify')
        if checked.returncode != 0:
            self.faults.append(f'log --verify: {checked.stderr.strip()}')
        return sum(outcomes.get(name_of(row)) == ['played'] for row in planned)


def name_of(row):
    return row['slot'].split('/')[2]


def trial(options):
    if outside_private_mounts():
        return again_with_private_mounts(options)
    loa = program(options)
    minutes = options.minutes + 2
    with tempfile.TemporaryDirectory() as folder, Standstill() as standstill:
        home, notices = os.path.join(folder, 'home'), os.path.join(folder, 'notices')
        os.makedirs(home)
        began = (time.time() + 90) // 60 * 60
        write_sessions(home, [(began, minutes, '')], approval='bắt buộc\nngười duyệt:')
        count = minutes * 60 // 6
        write_notices(notices, count, 1)
        with PulseAudio(folder) as pulse:
            environment = pulse.environment(home)
            approve_notices(
                lambda *words: subprocess.run([loa, *words], env=environment, capture_output=True, text=True, check=False, timeout=300),
                notices, count)
            trials = [DatabaseTrial(trouble, loa, os.path.join(folder, str(number)), minutes - 2, standstill)
                      for number, trouble in enumerate(TROUBLES)]
            with concurrent.futures.ThreadPoolExecutor(len(trials)) as threads:
                reports = list(threads.map(lambda each: each.trial(home, began), trials))
    for each, report in zip(trials, reports):
        print(report)
        for fault in each.faults[:20]:
            print(' ', fault)
    return not any(each.faults for each in trials)
