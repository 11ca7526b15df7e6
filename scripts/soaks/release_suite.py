"""Suites of the release tests, with their counts raised."""
import os
import subprocess

from soaks.source_tree import TOP


def measured(suite, variable, count):
    """One suite of the release tests, with its count raised; it prints what it measures."""
    ran = subprocess.run(
        ['swift', 'test', '-c', 'release', '--filter', suite], cwd=TOP, env={**os.environ, variable: str(count)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    lines = [line for line in ran.stdout.split('\n') if line.startswith('measured: ') or 'Issue' in line or 'issue' in line]
    print('\n'.join(line.removeprefix('measured: ') for line in lines) or ran.stdout[-2000:])
    return ran.returncode == 0
