"""`loa run` killed, or its loudspeaker taken away."""
import json
import os
import random
import sqlite3
import subprocess
import tempfile
import time

from soaks.on_air_home import write_notices, write_sessions
from soaks.pulse import Monitor, PulseAudio
from soaks.source_tree import program


def trial(options):
    loa = program(options)
    random.seed(options.seed)
    with tempfile.TemporaryDirectory() as folder, PulseAudio(folder) as pulse:
        home = os.path.join(folder, 'home')
        os.makedirs(home)
        environment = pulse.environment(home)

        def run(*words):
            return subprocess.run([loa, *words], env=environment, capture_output=True, text=True, check=False, timeout=300)

        def status():
            ran = run('status', '--json')
            return json.loads(ran.stdout)['outputs'][0].get('slot') if ran.returncode == 0 else None

        write_sessions(home, [(time.time() + 75, 600, ', phần: [tin]')])
        notices = os.path.join(folder, 'notices')
        write_notices(notices, options.rounds * 2, 6)
        assert run('render', notices, '--jobs', '2').returncode == 0
        faults, back, alarms = [], [], 0
        log = open(os.path.join(folder, 'run.log'), 'w+', encoding='utf-8')

        def start():
            return subprocess.Popen([loa, 'run'], env=environment, stdout=log, stderr=log)

        service = start()
        monitor = Monitor(environment)
        try:
            if monitor.wait(time.monotonic(), 150) is None:
                faults.append('the session never began')
            for number in range(0 if faults else options.rounds):
                time.sleep(0.5 + 4 * random.random())
                before = status()
                if options.kind == 'kill':
                    service.kill()
                    service.wait()
                    since = time.monotonic()
                    time.sleep(random.choice((0, 0.1, 0.5)))
                    service = start()
                    limit = 3.0
                else:
                    module = [m.split()[0] for m in subprocess.run(['pactl', 'list', 'short', 'modules'], env=environment, capture_output=True,
                                                                 text=True, check=True).stdout.split('\n') if 'null-sink' in m][0]
                    subprocess.run(['pactl', 'unload-module', module], env=environment, check=True)
                    time.sleep(random.random() * 3)
                    monitor.process.kill()
                    subprocess.run(['pactl', 'load-module', *pulse.SINK], env=environment, check=True, stdout=subprocess.DEVNULL)
                    since = time.monotonic()
                    monitor = Monitor(environment)
                    limit = 5.0
                heard = monitor.wait(since + 0.05, 20)
                if heard is None:
                    faults.append(f'round {number}: silence')
                    continue
                back.append(heard - since)
                time.sleep(0.4)
                after = status()
                names = sorted({s for s in (before, after) if s})
                # The same item, or the one after it.
                if before and after and before != after and int(after.split('/n')[1][:4]) - int(before.split('/n')[1][:4]) not in (0, 1, 2):
                    faults.append(f'round {number}: {names}')
                if service.poll() is not None:
                    faults.append(f'round {number}: the service ended with {service.returncode}')
                    service = start()
            time.sleep(3)
            service.terminate()
            started = time.monotonic()
            service.wait(10)
            ended = time.monotonic() - started
            log.seek(0)
            said = log.read()
            alarms = (said.count('ALARM: '), said.count('Alarm over: '))
            if options.kind == 'device' and alarms[0] != alarms[1]:
                faults.append(f'{alarms[0]} alarms raised, {alarms[1]} cleared')
            checked = run('log', '--verify')
            if checked.returncode != 0:
                faults.append(checked.stderr.strip())
            with sqlite3.connect(os.path.join(home, 'station.sqlite')) as found:
                rows = found.execute('SELECT outcome, count(*) FROM as_run GROUP BY outcome').fetchall()
                if found.execute('PRAGMA integrity_check').fetchone()[0] != 'ok':
                    faults.append('the database is damaged')
        finally:
            service.kill()
            monitor.process.kill()
        late = [seconds for seconds in back if seconds > limit] if back else []
        if late:
            faults.append(f'{len(late)} times later than {limit} s: {max(late):.1f}')
        back.sort()
        print(f'{options.kind}: {options.rounds} rounds, sound back after median {1000 * back[len(back) // 2]:.0f} ms, most {1000 * back[-1]:.0f} '
              f'(asked < {1000 * limit:.0f}); ended {ended:.1f} s after SIGTERM; log {dict(rows)}; alarms raised and cleared {alarms}: '
              f'{len(faults)} faults' if back else f'{options.kind}: nothing heard')
        for fault in faults[:20]:
            print(' ', fault)
        return not faults
