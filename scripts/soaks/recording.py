"""What a sink played, kept whole, and looked through for the files it should have played."""
import bisect
import subprocess
import threading
import time

from soaks.pulse import RATE, listening


class Recording:
    def __init__(self, environment):
        self.samples, self.began = bytearray(), None
        # How many bytes there were at which moment, every second: a sink that stands still records nothing.
        self.moments = []
        self.process = listening(environment)
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self):
        while block := self.process.stdout.read(960):
            now = time.time()
            self.began = self.began or now - 0.01
            if not self.moments or now - self.moments[-1][0] >= 1:
                self.moments.append((now - 0.01, len(self.samples)))
            self.samples += block

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.thread.join()

    @property
    def seconds(self):
        return len(self.samples) / 2 / RATE

    def byte(self, moment):
        """What was recorded at a moment, as a place in the samples."""
        near = max(0, bisect.bisect(self.moments, (moment, 0)) - 1)
        return max(0, self.moments[near][1] + int((moment - self.moments[near][0]) * RATE) * 2)

    def compare(self, planned, within=5):
        """Each planned row with its file, sample by sample, where it begins at most so many seconds late.

        Returns what differs, by slot, and between which bytes each row was found.
        """
        faults, places = {}, {}
        for row in planned:
            sound = subprocess.run(
                ['sox', row['file'], '-t', 'raw', '-e', 'signed', '-b', '16', '-c', '1', '-'], capture_output=True, check=True).stdout
            # A piece of it that is no silence names the place.
            loud = next((at for at in range(0, len(sound) - 4000, 2000) if max(memoryview(sound[at:at + 2000]).cast('h')) > 2000), 0)
            around = max(0, self.byte(row['starts_unix_ms'] / 1000 - 3) + loud)
            found = self.samples.find(sound[loud:loud + 4000], around, around + RATE * 2 * (3 + within))
            if found < 0:
                faults[row['slot']] = 'not heard, or not as it is'
                continue
            begin = found - loud
            heard = bytes(self.samples[begin:begin + len(sound)])
            if heard != sound:
                faults[row['slot']] = f'{sum(a != b for a, b in zip(heard, sound))} bytes differ'
            places[row['slot']] = (begin, begin + len(sound))
        return faults, places

    def late(self, planned, places):
        """How much later than planned each row that was found began, in seconds."""
        return [self.began + places[row['slot']][0] / 2 / RATE - row['starts_unix_ms'] / 1000 for row in planned if row['slot'] in places]
