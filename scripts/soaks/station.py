"""A station's commands, killed at random instants."""
import os
import random
import re
import signal
import sqlite3
import subprocess
import tempfile
import time

from soaks.source_tree import program
from soaks.station_home import STATION, half_states, station_environment


def trial(options):
    loa = program(options)
    random.seed(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        home, notices = os.path.join(folder, 'home'), os.path.join(folder, 'notices')
        os.makedirs(home)
        os.makedirs(notices)
        with open(os.path.join(home, 'station.yaml'), 'w', encoding='utf-8') as file:
            file.write(STATION)
        environment = station_environment(folder, home)

        def run(*words):
            return subprocess.run([loa, *words], env=environment, capture_output=True, text=True, check=False, timeout=120)

        def write(name, number):
            with open(os.path.join(notices, name), 'w', encoding='utf-8') as file:
                file.write(f'Tin số {number}\nMời bà con thôn {number} dự họp.\n')

        for number in range(5):
            write(f'n{number}.md', number)
        assert run('render', notices).returncode == 0
        assert run('key', 'new', 'Lan').returncode == 0
        own = os.path.join(folder, 'moi.md')
        database = os.path.join(home, 'station.sqlite')
        faults, killed, kept, logged, acknowledged = [], 0, {}, 0, {}
        started = time.monotonic()
        for number in range(options.rounds):
            kind = random.choice(('render', 'submit', 'submit', 'approve', 'edit', 'withdraw', 'play', 'plan', 'log'))
            target = 'TB1'
            if kind == 'render':
                write(f'n{number % 5}.md', number)
            elif kind in ('submit', 'edit'):
                with open(own, 'w', encoding='utf-8') as file:
                    file.write(f'Tin gửi {number}\nMời bà con thôn {number} dự họp.\n')
            if kind in ('approve', 'edit', 'withdraw') and acknowledged:
                target = random.choice(list(acknowledged)[-6:])
            words = {
                'render': ['render', notices], 'play': ['play', '--session', 'trưa'], 'plan': ['plan', '--week'], 'log': ['log', '--stats'],
                'submit': ['submit', own], 'approve': ['approve', target, '--by', 'Lan'], 'edit': ['edit', target, own],
                'withdraw': ['withdraw', target],
            }[kind]
            with subprocess.Popen([loa, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                  start_new_session=True) as process:
                said = ''
                try:
                    said, _ = process.communicate(timeout=random.random() * random.choice((0.05, 0.3, 1.5)))
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    said, _ = process.communicate()
                    killed += 1
                done = process.wait() == 0
            with sqlite3.connect(database) as found:
                state = found.execute('PRAGMA integrity_check').fetchone()[0]
                files = [row[0] for row in found.execute('SELECT sound.file FROM sound JOIN notice USING (recipe) WHERE present = 1')]
                texts = {row[0]: row[1] for row in found.execute('SELECT id, text FROM notice WHERE present = 1')}
                rows = found.execute('SELECT count(*) FROM as_run').fetchone()[0]
                states = {f'TB{row[0]}': row[1:] for row in found.execute('SELECT number, state, title FROM submission')}
                halves = half_states(found, home)
            found.close()
            faults += [f'round {number}, {kind}: {half}' for half in halves]
            if state != 'ok':
                faults.append(f'round {number}: {state}')
            for name in files:
                path = os.path.join(home, 'audio', name)
                if not os.path.exists(path) or run('meter', '--json', path).returncode != 0:
                    faults.append(f'round {number}: {name} is planned and not whole')
            if len(texts) != 5:
                faults.append(f'round {number}: {len(texts)} notices of 5')
            if kind == 'render' and done:
                kept[f'n{number % 5}'] = f'Tin số {number}\n'
            for name, text in kept.items():
                later = max((int(t.split()[2]) for t in (texts.get(name, 'Tin số -1\n').split('\n')[0],)), default=-1)
                if later < int(text.split()[2]):
                    faults.append(f'round {number}: {name} says {later}, {text.split()[2]} was acknowledged')
            # What was said to be done is done, even where the program was killed after saying it.
            for identity in re.findall(r'^(TB\d+)  ', said, re.MULTILINE) if kind in ('submit', 'edit') else []:
                acknowledged[identity] = ('waits', f'Tin gửi {number}')
            if kind == 'approve' and done:
                acknowledged[target] = ('approved', acknowledged.get(target, ('', states[target][1]))[1])
            if kind == 'withdraw' and f'{target} is withdrawn' in said:
                acknowledged[target] = ('withdrawn', acknowledged.get(target, ('', states[target][1]))[1])
            for identity, (wanted, title) in acknowledged.items():
                found_state, found_title = states.get(identity, ('gone', ''))
                # A command that was killed may have done its work without saying so.
                if kind in ('edit', 'withdraw') and identity == target and not done:
                    continue
                fits = {'waits': found_state in ('submitted', 'read', 'rendered', 'scheduled', 'aired'),
                        'approved': found_state in ('rendered', 'scheduled', 'aired'), 'withdrawn': found_state == 'withdrawn'}[wanted]
                if not fits or found_title != title:
                    faults.append(f'round {number}, {kind}: {identity} is {found_state} «{found_title}», acknowledged as {wanted} «{title}»')
            if kind in ('approve', 'edit', 'withdraw') and not done and target in states and target in acknowledged:
                found_state, found_title = states[target]
                wanted = 'withdrawn' if found_state == 'withdrawn' else 'approved' if found_state in ('rendered', 'scheduled', 'aired') else 'waits'
                acknowledged[target] = (wanted, found_title)
            if rows < logged:
                faults.append(f'round {number}: the log has {rows} rows of {logged}')
            logged = rows
            checked = run('log', '--verify')
            if checked.returncode != 0:
                faults.append(f'round {number}: {checked.stderr.strip()}')
        strays = [n for n in os.listdir(os.path.join(home, 'audio')) if not n.endswith('.flac')]
        print(f'{options.rounds} rounds, {killed} killed, {len(states)} notices submitted, {logged} log rows, '
              f'{time.monotonic() - started:.0f} s: {len(faults)} faults; {len(strays)} unfinished files left')
        for fault in faults[:20]:
            print(' ', fault)
        return not faults
