"""A station's commands on a full disk, then on a read-only one."""
import os
import random
import re
import sqlite3
import subprocess
import tempfile

from soaks.private_mounts import SmallDisk, again_with_private_mounts, outside_private_mounts
from soaks.source_tree import TOP
from soaks.station_home import STATION, half_states, station_environment


def trial(options):
    """On a file system of its own, which is filled, then made read-only; a user namespace may mount one without being root."""
    if outside_private_mounts():
        return again_with_private_mounts(options)
    faults, seen, acknowledged = [], set(), 0
    with tempfile.TemporaryDirectory() as folder, SmallDisk(os.path.join(folder, 'disk'), 16) as disk:
        home = os.path.join(disk.path, 'home')
        os.makedirs(home)
        with open(os.path.join(home, 'station.yaml'), 'w', encoding='utf-8') as file:
            file.write(STATION)
        environment = station_environment(folder, home)

        def run(*words, text=''):
            return subprocess.run([options.loa, *words], env=environment, input=text, capture_output=True, text=True, check=False, timeout=120)

        def settle(what, wanted):
            nonlocal acknowledged
            checked = run('log', '--verify')
            with sqlite3.connect(os.path.join(home, 'station.sqlite')) as found:
                state = found.execute('PRAGMA integrity_check').fetchone()[0]
                states = {f'TB{row[0]}': row[1] for row in found.execute('SELECT number, state FROM submission')}
                faults.extend(f'{what}: {half}' for half in half_states(found, home))
            found.close()
            if state != 'ok' or checked.returncode != 0:
                faults.append(f'{what}: {state} {checked.stderr.strip()}')
            for identity, good in wanted.items():
                if states.get(identity) not in good:
                    faults.append(f'{what}: {identity} is {states.get(identity, "gone")}')
            acknowledged = len(wanted)

        assert run('key', 'new', 'Lan').returncode == 0
        wanted = {}
        approved = ('rendered', 'scheduled', 'aired')
        for number in range(options.rounds):
            before = os.statvfs(disk.path).f_bavail
            # Every so often the disk is filled to the last page, and emptied again.
            full = disk.filler
            if number % 2 and not os.path.exists(full):
                disk.fill()
                if os.path.exists(full):
                    try:
                        os.truncate(full, max(0, os.path.getsize(full) - random.choice((0, 0, 4096, 16384, 65536, 262144))))
                    except OSError:
                        pass
            for words, text in (
                (['submit', '-'], f'Tin {number}\nMời bà con thôn {number} dự họp.'), (['approve', f'TB{len(wanted) + 1}', '--by', 'Lan'], ''),
                (['plan'], ''), (['play', '--session', 'trưa'], ''), (['log', '--stats'], ''), (['list'], ''),
            ):
                ran = run(*words, text=text)
                if ran.returncode not in (0, 1, 65, 69) or 'Fatal error' in ran.stderr:
                    faults.append(f'round {number}, {words[0]}: code {ran.returncode}: {ran.stderr.strip()[-200:]}')
                if ran.returncode != 0 and len(ran.stderr.strip()) < 20:
                    faults.append(f'round {number}, {words[0]}: failed without a sentence')
                if ran.returncode != 0:
                    seen.add(re.sub(r'[^ ]*/[^ ]*|TB\d+', '…', ran.stderr.strip().split('\n')[-1])[:110])
                for identity in re.findall(r'^(TB\d+)  ', ran.stdout, re.MULTILINE) if words[0] == 'submit' else []:
                    wanted[identity] = ('submitted', 'read') + approved
                if words[0] == 'approve' and ran.returncode == 0:
                    wanted[words[1]] = approved
            disk.free()
            settle(f'round {number}', wanted)
            if os.statvfs(disk.path).f_bavail < 1200 and before:
                # The sounds of a small disk go; what is approved without its sound is not whole any more.
                for identity in list(wanted):
                    run('withdraw', identity)
                    wanted[identity] = ('withdrawn',)
                for name in os.listdir(os.path.join(home, 'audio')):
                    os.unlink(os.path.join(home, 'audio', name))
        subprocess.run(['mount', '-o', 'remount,ro', disk.path], check=True)
        refused = 0
        for words, text in ((['submit', '-'], 'Tin cuối\nMời họp.'), (['approve', 'TB1', '--by', 'Lan'], ''), (['withdraw', 'TB1'], ''),
                            (['edit', 'TB1', '-'], 'Tin cuối\nMời họp.'), (['render', os.path.join(TOP, 'bulletins')], ''),
                            (['key', 'new', 'Minh'], ''), (['backup', os.path.join(disk.path, 'a.tar')], '')):
            ran = run(*words, text=text)
            refused += ran.returncode in (1, 65, 69) and len(ran.stderr.strip()) > 20
            if ran.returncode not in (1, 65, 69) or 'Fatal error' in ran.stderr:
                faults.append(f'read-only, {words[0]}: code {ran.returncode}: {ran.stderr.strip()[-200:]}')
            seen.add(re.sub(r'[^ ]*/[^ ]*|TB\d+', '…', ran.stderr.strip().split('\n')[-1])[:110])
        # What was planned and approved can still be read, and is sounded.
        for words in (['list'], ['plan'], ['show', 'TB1'], ['log', '--stats'], ['play', '--session', 'trưa', '-o', os.path.join(folder, 'a.wav')]):
            ran = run(*words)
            if ran.returncode != 0 and not (words[0] in ('plan', 'play') and 'nothing' in ran.stderr):
                faults.append(f'read-only, {words[0]}: code {ran.returncode}: {ran.stderr.strip()[-200:]}')
        subprocess.run(['mount', '-o', 'remount,rw', disk.path], check=True)
        settle('after the read-only disk', wanted)
    print(f'{options.rounds} rounds on a disk that was full every other round, {acknowledged} notices acknowledged, {refused} commands refused '
          f'on a read-only disk: {len(faults)} faults')
    for sentence in sorted(seen):
        print('  said:', sentence)
    for fault in faults[:20]:
        print(' ', fault)
    return not faults
