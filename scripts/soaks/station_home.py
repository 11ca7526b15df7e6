"""Stations without a loudspeaker, and what must hold of their databases."""
import os

from soaks.source_tree import VOICES


def station_environment(folder, home):
    with open(os.path.join(folder, 'asound.conf'), 'w', encoding='utf-8') as file:
        file.write('pcm.!default { type null }\n')
    return {**os.environ, 'LOA_HOME': home, 'LOA_LANG': 'en', 'LOA_VOICES': VOICES,
            'ALSA_CONFIG_PATH': os.path.join(folder, 'asound.conf'), 'XDG_CACHE_HOME': os.path.join(folder, 'cache')}


STATION = """tên: xã A
duyệt: không cần
người duyệt:
buổi phát:
  trưa: {bắt đầu: 11h, số phút: 30, phần: [tin]}
"""


def half_states(found, home):
    """What of a notice's life is there without what belongs to it."""
    queries = {
        'a notice without its text': 'SELECT number FROM submission WHERE (number, version) NOT IN (SELECT number, version FROM submission_version)',
        'a notice nobody submitted': "SELECT number FROM submission WHERE number NOT IN (SELECT number FROM notice_event WHERE step = 'submit')",
        'approved without a signature': """SELECT number FROM submission WHERE state IN ('approved', 'rendered', 'scheduled', 'aired')
          AND (number, version, recipe, audio) NOT IN (SELECT number, version, recipe, audio FROM approval)""",
        'a signature without its step': """SELECT number FROM approval WHERE number NOT IN
          (SELECT number FROM notice_event WHERE step = 'approve')""",
        'read without a sound': "SELECT number FROM submission WHERE state NOT IN ('submitted') AND live = 1 AND sound IS NULL",
    }
    faults = [f'{what}: TB{row[0]}' for what, query in queries.items() for row in found.execute(query)]
    for number, name, seconds in found.execute('SELECT number, sound, seconds FROM submission WHERE sound IS NOT NULL AND live = 1'):
        if not os.path.exists(os.path.join(home, 'audio', name)):
            faults.append(f'TB{number}: its sound {name} is gone')
    return faults
