"""A PulseAudio server of a trial's own, whose one sink is heard by nobody but the trial."""
import os
import subprocess
import threading
import time

from soaks.source_tree import VOICES

RATE = 48_000


class PulseAudio:
    SINK = ['module-null-sink', 'sink_name=horn', f'rate={RATE}', 'channels=1', 'format=s16le', 'norewinds=1']

    def __init__(self, folder):
        self.folder, self.socket = folder, os.path.join(folder, 'pulse.sock')
        with open(os.path.join(folder, 'asound.conf'), 'w', encoding='utf-8') as file:
            file.write(f'pcm.!default {{ type pulse server "unix:{self.socket}" device horn }}\n')
        self.process = subprocess.Popen(
            ['pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes',
             '--load=' + ' '.join(self.SINK), f'--load=module-native-protocol-unix auth-anonymous=1 socket={self.socket}'],
            env=self.environment(os.path.join(folder, 'home')), stderr=subprocess.DEVNULL)
        while not os.path.exists(self.socket):
            time.sleep(0.01)

    def environment(self, home):
        """Of a station whose loudspeaker is the sink."""
        return {**os.environ, 'LOA_HOME': home, 'LOA_LANG': 'en', 'LOA_VOICES': VOICES, 'HOME': self.folder,
                'ALSA_CONFIG_PATH': os.path.join(self.folder, 'asound.conf'), 'XDG_RUNTIME_DIR': self.folder,
                'PULSE_SERVER': f'unix:{self.socket}'}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def listening(environment):
    """What the sink plays, as it is played: 16-bit samples of one channel."""
    return subprocess.Popen(
        ['parec', '-d', 'horn.monitor', '--raw', '--format=s16le', f'--rate={RATE}', '--channels=1', '--latency-msec=5'],
        env=environment, stdout=subprocess.PIPE)


class Monitor:
    """What the null sink plays, as moments at which it began and stopped to sound."""

    def __init__(self, environment):
        self.process = listening(environment)
        self.sounded = 0.0
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            block = self.process.stdout.read(960)
            if len(block) < 960:
                return
            if max(memoryview(block).cast('h')) > 200:
                self.sounded = time.monotonic()

    def wait(self, since, seconds):
        """When it sounded after `since`; None within so many seconds."""
        while time.monotonic() < since + seconds:
            if self.sounded > since:
                return self.sounded
            time.sleep(0.005)
        return None
