"""Whether the machine itself stood still, as virtual machines do: what a trial saw then says nothing of the program."""
import threading
import time

SHORTEST = 1.0


class Standstill:
    def __init__(self):
        # From when to when, in seconds after 1970.
        self.spans, self.watching = [], True
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        last = time.time()
        while self.watching:
            time.sleep(0.1)
            now = time.time()
            if now - last > SHORTEST:
                self.spans.append((last, now))
            last = now

    def touched(self, begin, end, after=0.0):
        """Whether some of it lay in between, or at most so many seconds before."""
        return any(start < end and begin - after < stop for start, stop in self.spans)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.watching = False
        self.thread.join()

    def __str__(self):
        if not self.spans:
            return ''
        return f'; the machine stood still {len(self.spans)} times, {sum(stop - start for start, stop in self.spans):.1f} s'
