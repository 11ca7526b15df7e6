"""Stations whose sessions begin soon."""
import os
import signal
import subprocess
import threading
import time


def write_sessions(home, sessions, approval='không cần'):
    """Of so many minutes, each from the minute that a moment lies in, with other settings of its own."""
    with open(os.path.join(home, 'station.yaml'), 'w', encoding='utf-8') as file:
        file.write(f'tên: xã A\nduyệt: {approval}\ngiờ yên tĩnh: không\nbuổi phát:\n')
        for number, (moment, minutes, settings) in enumerate(sessions):
            starts = time.gmtime(moment + 7 * 3600)
            name = 'thử' if number == 0 else f'thử {number + 1}'
            file.write(f'  {name}: {{bắt đầu: "{starts.tm_hour:02}:{starts.tm_min:02}", số phút: {minutes}{settings}}}\n')


def write_notices(folder, count, sentences):
    os.makedirs(folder)
    for number in range(count):
        with open(os.path.join(folder, f'n{number:04}.txt'), 'w', encoding='utf-8') as file:
            file.write(f'Tin số {number}\n' + f'Mời bà con thôn {number} dự họp tại nhà văn hóa. ' * sentences)


def approve_notices(run, folder, count):
    """Submits the notices of a folder and approves them; the station's settings have an empty `người duyệt`."""
    files = sorted(os.path.join(folder, name) for name in os.listdir(folder))
    for words in (['key', 'new', 'Lan'], ['submit', *files], ['approve', *(f'TB{number + 1}' for number in range(count)), '--by', 'Lan']):
        ran = run(*words)
        assert ran.returncode == 0, f'{words[0]}: {ran.stderr[-300:]}'


class Service:
    """`loa run`, and what it says of alarms: when, and what."""

    def __init__(self, loa, environment):
        self.process = subprocess.Popen([loa, 'run'], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.raised, self.cleared = [], []
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self):
        for line in self.process.stderr:
            for opening, kept in (('ALARM: ', self.raised), ('Alarm over: ', self.cleared)):
                if line.startswith(opening):
                    kept.append((time.time(), line.removeprefix(opening).strip()))

    def stop(self):
        """Returns how many seconds its ending took."""
        started = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.thread.join(5)
        return time.monotonic() - started
