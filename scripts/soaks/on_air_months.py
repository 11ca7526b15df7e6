"""Months of faults in a rehearsal, seed after seed."""
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter

from soaks.source_tree import TOP, VOICES, program

# The rehearsal's own account of what sounded, in MB a slot, and how much more than that four times as many days may take, in MB.
ACCOUNT = 0.001
MOST_GROWTH = 2.0


def rehearse(loa, environment, days, seed):
    """Exit code, the ledger by name, what was broken, peak resident size in MB."""
    with subprocess.Popen([loa, 'simulate', '--days', str(days), '--faults', str(seed)], env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True) as process:
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    ledger = Counter()
    found = re.search(r'^\d+ days, faults: (.*?)\. (.*)\.$', said, re.MULTILINE)
    if found:
        ledger.update({name: int(count) for name, count in re.findall(r'(\w+) (\d+)', found[1])})
        ledger.update({name: int(count) for count, name in re.findall(r'(\d+) (\w+)', found[2])})
    broken = [line.strip() for line in said.split('\n') if line.strip() and not (found and line == found[0])]
    return process.returncode, ledger, broken, usage.ru_maxrss / 1024


def trial(options):
    loa = program(options)
    faults, sums, most, slots = [], Counter(), Counter(), Counter()
    with tempfile.TemporaryDirectory() as folder:
        home = os.path.join(folder, 'home')
        os.makedirs(home)
        shutil.copy(os.path.join(TOP, 'bulletins/station.yaml'), home)
        environment = {**os.environ, 'LOA_HOME': home, 'LOA_LANG': 'en', 'LOA_VOICES': VOICES, 'XDG_CACHE_HOME': os.path.join(folder, 'cache')}
        # One notice at a time: the same sounds in every run, and the same days for a seed.
        subprocess.run([loa, 'render', os.path.join(TOP, 'bulletins')], env=environment, check=True, stdout=subprocess.DEVNULL)
        started = time.monotonic()
        lengths = [options.days, 2 * options.days, 4 * options.days]
        for seed, days in [(seed, options.days) for seed in range(1, options.seeds + 1)] + [(1, days) for days in lengths[1:]]:
            code, ledger, broken, peak = rehearse(loa, environment, days, seed)
            print(f'  seed {seed}, {days} days: {ledger["slots"]} slots, {ledger["played"]} played, {len(broken)} broken, {peak:.1f} MB at most')
            sums.update(ledger)
            most[days], slots[days] = max(most[days], peak), max(slots[days], ledger['slots'])
            if code != 0 or not ledger['slots']:
                faults.append(f'seed {seed}, {days} days: code {code}: {" ".join(broken)[:400]}')
        took = time.monotonic() - started
    short, long = lengths[0], lengths[-1]
    growth, account = most[long] - most[short], ACCOUNT * (slots[long] - slots[short])
    if growth > account + MOST_GROWTH:
        faults.append(f'{long} days take {growth:.1f} MB more than {short}, the account of their slots {account:.1f}')
    struck = sum(sums[name] for name in ('kill', 'device', 'clock', 'edit', 'damage', 'disk'))
    print(f'months: {options.seeds} times {options.days} days and once {lengths[1]} and {lengths[2]}: {struck} faults struck; '
          f'{sums["slots"]} slots = {sums["played"]} played + {sums["interrupted"]} interrupted + {sums["skipped"]} skipped + {sums["missed"]} missed; '
          f'most memory {", ".join(f"{most[days]:.1f} MB over {days} days" for days in lengths)}; {took:.0f} s: {len(faults)} faults')
    for fault in faults[:20]:
        print(' ', fault)
    return not faults
