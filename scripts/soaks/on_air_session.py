"""One session in real time, recorded, and every item of it compared with its file."""
import json
import os
import subprocess
import sys
import tempfile
import time

from soaks.on_air_home import write_sessions
from soaks.pulse import PulseAudio
from soaks.recording import Recording
from soaks.source_tree import TOP, program


def trial(options):
    loa = program(options)
    with tempfile.TemporaryDirectory() as folder, PulseAudio(folder) as pulse:
        home = os.path.join(folder, 'home')
        os.makedirs(home)
        environment = pulse.environment(home)

        def run(*words):
            return subprocess.run([loa, *words], env=environment, capture_output=True, text=True, check=False, timeout=300)

        write_sessions(home, [(time.time() + 120, options.minutes, '')])
        assert run('render', os.path.join(TOP, 'bulletins'), '--jobs', '2').returncode == 0
        planned = json.loads(run('plan', '--json').stdout)
        busy = [subprocess.Popen([sys.executable, '-c', 'while True: pass']) for _ in range(options.load)]
        service = subprocess.Popen([loa, 'run'], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        recording = Recording(environment)
        last = planned[-1]
        end = last['starts_unix_ms'] / 1000 + last['seconds'] + 5
        try:
            time.sleep(max(0, end - time.time()))
            report = run('log', '--csv').stdout.count(',played,')
        finally:
            for process in (*busy, service):
                process.kill()
            recording.stop()
        faults, places = recording.compare(planned)
        errors = recording.late(planned, places)
        print(f'session: {len(planned)} items, {recording.seconds:.0f} s recorded, {len(busy)} busy processes: {len(planned) - len(faults)} equal to '
              f'their files, {report} logged as played; start errors {1000 * min(errors):.0f} to {1000 * max(errors):.0f} ms (asked < 50): '
              f'{len(faults)} faults' if errors else 'session: nothing heard')
        for slot, fault in list(faults.items())[:20]:
            print(f'  {slot}: {fault}')
        return bool(errors) and not faults
