"""This tree, and the program built from it."""
import os
import subprocess

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VOICES = os.path.join(TOP, 'voices')


def program(options):
    """The loa under trial: the one that is named, or one built now."""
    return options.loa or os.path.join(TOP, subprocess.run(
        [os.path.join(TOP, 'scripts/build')], check=True, capture_output=True, text=True).stdout.split('\n')[-2])
