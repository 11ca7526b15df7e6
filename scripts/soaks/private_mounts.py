"""File systems of a trial's own."""
import os
import subprocess
import sys

from soaks.source_tree import TOP, program


def outside_private_mounts():
    return not os.environ.get('LOA_SOAK_MOUNTS')


def again_with_private_mounts(options):
    """The same command where mounts are seen by nobody else; a user namespace may mount without being root."""
    command = ['unshare', '--map-root-user', '--mount', sys.executable, os.path.join(TOP, 'scripts/soak'), *sys.argv[1:]]
    if not options.loa:
        command += ['--loa', program(options)]
    return subprocess.run(command, env={**os.environ, 'LOA_SOAK_MOUNTS': '1'}, check=False).returncode == 0


class SmallDisk:
    """A file system of so many megabytes, in memory."""

    def __init__(self, path, megabytes):
        self.path, self.filler = path, os.path.join(path, 'full')
        os.makedirs(path)
        subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={megabytes}m', 'tmpfs', path], check=True)

    def fill(self):
        """To the last page."""
        try:
            with open(self.filler, 'wb', buffering=0) as file:
                for size in (1 << 20, 4096):
                    try:
                        while True:
                            file.write(b'x' * size)
                    except OSError:
                        pass
        except OSError:
            pass

    def free(self):
        if os.path.exists(self.filler):
            os.unlink(self.filler)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(['umount', '--lazy', self.path], check=False)
