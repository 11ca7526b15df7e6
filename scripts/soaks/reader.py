"""Random texts through reader-trials."""
import os
import re
import subprocess
import time

from soaks.source_tree import TOP


def trial(options):
    """Each process takes half the seeds; the texts of one seed are the same in every run."""
    program = options.program or os.path.join(TOP, '.build/release/reader-trials')
    if not options.program:
        subprocess.run(['swift', 'build', '-c', 'release', '--product', 'reader-trials'], cwd=TOP, check=True, stdout=subprocess.DEVNULL)
    start = time.monotonic()
    half = options.count // 2
    shares = [(half, options.seed), (options.count - half, options.seed + half)]
    running = [subprocess.Popen(
        [program, 'fuzz', '--count', str(count), '--seed', str(seed)], cwd=TOP, stdout=subprocess.PIPE, text=True)
        for count, seed in shares]
    characters = failures = done = 0
    for process in running:
        lines = process.communicate()[0].splitlines()
        # A process that traps never prints its sum.
        found = [re.fullmatch(r'fuzz: (\d+) inputs from \d+, (\d+) characters, (\d+) failures', line) for line in lines]
        print('\n'.join(line for line, sums in zip(lines, found) if not sums), end='\n' if len(lines) > 1 else '')
        for sums in filter(None, found):
            done += int(sums[1])
            characters += int(sums[2])
            failures += int(sums[3])
        if process.returncode not in (0, 1):
            failures += 1
            print(f'reader-trials ended with {process.returncode}')
    print(f'reader: {done} of {options.count} texts, {characters} characters, {failures} failures (asked 0) '
          f'in {(time.monotonic() - start) / 60:.1f} min')
    return failures == 0 and done == options.count
