"""What a sink plays, as peaks, and the alarm's chime in it."""
import os
import threading
import time

from soaks.pulse import RATE, listening

# The chime peaks at 23,170; below `SOUND` nothing is heard.
CHIME, SOUND = 18_000, 300
# Samples whose peak is kept as one; ten milliseconds of them are compared at once.
BIN, POOL = 120, 4


class Peaks:
    """What the sink plays, as peaks of 2.5 ms and the moments of their ends."""

    def __init__(self, environment):
        self.process = listening(environment)
        self.values, self.moments = [], []
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self):
        rest = b''
        while data := os.read(self.process.stdout.fileno(), 9600):
            now, data = time.monotonic(), rest + data
            count = len(data) // (2 * BIN)
            rest = data[count * 2 * BIN:]
            samples = memoryview(data[:count * 2 * BIN]).cast('h')
            for number in range(count):
                part = samples[number * BIN:(number + 1) * BIN]
                self.moments.append(now - (count - 1 - number) * BIN / RATE)
                self.values.append(max(max(part), -min(part)))

    def place(self, moment):
        """Of the first peak after a moment."""
        count = len(self.values)
        place = count
        while place > 0 and self.moments[place - 1] > moment:
            place -= 1
        return place

    def first(self, place):
        """The first sound from a place on; None when there is none."""
        return next((i for i in range(place, len(self.values)) if self.values[i] >= SOUND), None)

    def chime(self, place):
        """The first chime from a place on: speech may be as loud, but not for a quarter of a second without a pause."""
        length = RATE // BIN // 4
        for start in range(place, len(self.values) - length):
            if self.values[start] >= CHIME:
                part = self.values[start:start + length]
                if sum(value >= 0.8 * CHIME for value in part) >= 0.85 * length:
                    return start
        return None

    @staticmethod
    def wait(find, place, seconds):
        end = time.monotonic() + seconds
        while (found := find(place)) is None and time.monotonic() < end:
            time.sleep(0.02)
        return found

    def pooled(self, start, end):
        values = self.values[start:end + POOL]
        return [max(values[i:i + POOL]) for i in range(max(0, len(values) - POOL + 1))]

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.thread.join(5)
