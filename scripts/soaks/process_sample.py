"""What a process holds of the machine, as /proc tells it."""
import os
import time
from typing import NamedTuple

PAGE = os.sysconf('SC_PAGE_SIZE')
TICK = os.sysconf('SC_CLK_TCK')


class Sample(NamedTuple):
    at: float
    resident: float  # MB
    descriptors: int
    threads: int
    processor: float  # seconds so far

    @classmethod
    def of(cls, process):
        with open(f'/proc/{process}/statm', encoding='ascii') as file:
            resident = int(file.read().split()[1]) * PAGE / 1e6
        with open(f'/proc/{process}/stat', encoding='utf-8') as file:
            # Behind the name, which may hold anything.
            fields = file.read().rsplit(')', 1)[1].split()
        return cls(time.monotonic(), resident, len(os.listdir(f'/proc/{process}/fd')), int(fields[17]), (int(fields[11]) + int(fields[12])) / TICK)


def slope(samples):
    """Of resident memory, in MB per hour, by least squares."""
    if len(samples) < 2:
        return 0.0
    middle = sum(s.at for s in samples) / len(samples)
    mean = sum(s.resident for s in samples) / len(samples)
    spread = sum((s.at - middle) ** 2 for s in samples)
    return 3600 * sum((s.at - middle) * (s.resident - mean) for s in samples) / spread
