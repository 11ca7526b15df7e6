"""An hour of sessions in real time, with edits and questions meanwhile, and what the service holds of the machine."""
import json
import os
import re
import statistics
import subprocess
import tempfile
import time

from soaks.on_air_home import Service, approve_notices, write_notices, write_sessions
from soaks.process_sample import Sample, slope
from soaks.pulse import PulseAudio
from soaks.source_tree import program
from soaks.standstill import Standstill

NOTICES = 8
# What memory may grow between the first and the last sixth, in MB.
MOST_GROWTH = 2.0


def trial(options):
    loa = program(options)
    seconds = options.minutes * 60
    with tempfile.TemporaryDirectory() as folder, PulseAudio(folder) as pulse, Standstill() as standstill:
        home, notices = os.path.join(folder, 'home'), os.path.join(folder, 'notices')
        os.makedirs(home)
        environment = pulse.environment(home)

        def run(*words, text=None):
            return subprocess.run([loa, *words], env=environment, input=text, capture_output=True, text=True, check=False, timeout=60)

        began = (time.time() + 75) // 60 * 60
        # Two back to back, then silence as long as half of one; 64 sessions are the most that a station has.
        length = max(2, -(-options.minutes // 70) // 2 * 2)
        starts = [began + 60 * minute for cycle in range(0, options.minutes, length * 5 // 2) for minute in (cycle, cycle + length)]
        write_sessions(home, [(moment, length, '') for moment in starts], approval='bắt buộc\nngười duyệt:')
        write_notices(notices, NOTICES, 1)
        approve_notices(run, notices, NOTICES)
        service = Service(loa, environment)
        samples, faults, answers, edits = [], [], [], 0
        shares = {'idle': [0.0, 0.0], 'playing': [0.0, 0.0]}
        before, airs, sample = None, list(range(1, NOTICES + 1)), None
        edited = began
        try:
            time.sleep(max(0, began - 15 - time.time()))
            while time.time() < began + seconds and service.process.poll() is None:
                asked = time.monotonic()
                ran = run('status', '--json')
                answers.append(time.monotonic() - asked)
                if ran.returncode != 0:
                    faults.append(f'{time.time() - began:.0f} s, status: {ran.stderr.strip()}')
                    continue
                # None before its first look.
                outputs = json.loads(ran.stdout)['outputs']
                state = 'playing' if any(o.get('slot') for o in outputs) else None if any(o['isOpen'] for o in outputs) else 'idle'
                last, sample = sample, Sample.of(service.process.pid)
                if state and state == before:
                    shares[state][0] += sample.processor - last.processor
                    shares[state][1] += sample.at - last.at
                before = state
                if not samples or sample.at - samples[-1].at >= 5:
                    samples.append(sample)
                    if len(samples) % 120 == 1:
                        print(f'  {(time.time() - began) / 60:.0f} min: {sample.resident:.1f} MB resident, {sample.descriptors} descriptors, '
                              f'{sample.threads} threads')
                if time.time() - edited >= min(180, seconds / 6):
                    edited = time.time()
                    edits += 1
                    faults += edit(run, airs, edits)
                time.sleep(max(0, 1 - (time.monotonic() - asked)))
            ended = service.stop()
        finally:
            service.process.kill()
        if service.process.returncode != 0:
            faults.append(f'loa run ended with {service.process.returncode}')
        faults += [f'alarm: {line}' for moment, line in service.raised if not standstill.touched(moment, moment, after=10)]
        checked = run('log', '--verify')
        if checked.returncode != 0:
            faults.append(checked.stderr.strip())
        played = run('log', '--csv').stdout.count(',played,')
        # The first cycle warms up.
        warm = [s for s in samples if s.at >= samples[0].at + min(150, seconds / 6)]
        span = min(600, (warm[-1].at - warm[0].at) / 6)
        windows = {'start': [s for s in warm if s.at <= warm[0].at + span], 'end': [s for s in warm if s.at >= warm[-1].at - span]}
        windows['middle'] = [s for s in warm if abs(s.at - (warm[0].at + warm[-1].at) / 2) <= span / 2]
        for name in ('start', 'middle', 'end'):
            some = windows[name]
            print(f'  {name}: {statistics.median(s.resident for s in some):.1f} MB resident (most {max(s.resident for s in some):.1f}), '
                  f'at most {max(s.descriptors for s in some)} descriptors, {max(s.threads for s in some)} threads')
        growth = statistics.median(s.resident for s in windows['end']) - statistics.median(s.resident for s in windows['start'])
        if growth > MOST_GROWTH:
            faults.append(f'resident memory grew by {growth:.1f} MB')
        for name in ('descriptors', 'threads'):
            first, final = (max(getattr(s, name) for s in windows[window]) for window in ('start', 'end'))
            if final > first:
                faults.append(f'{name} grew from {first} to {final}')
        share = {state: 100 * used / passed if passed else 0 for state, (used, passed) in shares.items()}
        print(f'hour: {options.minutes} min, {len(starts)} sessions, {played} items played, {edits} edits, {len(answers)} questions answered in '
              f'{1000 * statistics.median(answers):.0f} ms (most {1000 * max(answers):.0f}); memory {growth:+.1f} MB (asked < {MOST_GROWTH:.0f}), '
              f'slope {slope(warm):+.2f} MB an hour; processor {share["idle"]:.2f} % of a core idle, {share["playing"]:.2f} % playing; '
              f'ended {ended:.1f} s after SIGTERM{standstill}: {len(faults)} faults')
        for fault in faults[:20]:
            print(' ', fault)
        return not faults


def edit(run, airs, number):
    """One notice more, the oldest one gone, and the next one in other words; returns what was refused."""
    refused = []

    def done(*words, text=None):
        ran = run(*words, text=text)
        if ran.returncode != 0:
            refused.append(f'{" ".join(words)}: {ran.stderr.strip()[-200:]}')
        return ran.stdout

    said = done('submit', '-', text=f'Tin thêm {number}\nMời bà con xóm {number} ra đồng làm thủy lợi.')
    submitted = re.search(r'^TB(\d+)  ', said, re.MULTILINE)
    if submitted:
        airs.append(int(submitted[1]))
        done('approve', f'TB{airs[-1]}', '--by', 'Lan')
    done('withdraw', f'TB{airs.pop(0)}')
    done('edit', f'TB{airs[0]}', '-', text=f'Tin sửa {number}\nMời bà con thôn {number} dự họp lúc 7 giờ tối.')
    done('approve', f'TB{airs[0]}', '--by', 'Lan')
    return refused
