#!/usr/bin/env python3
"""Writes lunar-1900-2199.tsv: for each lunar year its Tết, its leap month and the lengths of its months.

usage: lunar_reference.py > lunar-1900-2199.tsv      needs: pip install numpy jplephem de405

A second way to the same calendar: the sun and the moon of the Jet Propulsion Laboratory's integration DE405, new moons and solar terms by
bisection, months numbered by counting the solar terms that fall into each. Earth's rotation after Espenak and Meeus (2006).
"""
import datetime
import math
import sys

import de405
import numpy as np
from jplephem.ephem import Ephemeris

EPHEMERIS = Ephemeris(de405)
ZONE = 7 / 24
EPOCH = 2440587.5
LIGHT_DAYS_PER_KM = 1 / 299792.458 / 86400


def turn(axis, degrees):
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array({'x': [[1, 0, 0], [0, c, s], [0, -s, c]], 'z': [[c, s, 0], [-s, c, 0], [0, 0, 1]],
                     'y': [[c, 0, -s], [0, 1, 0], [s, 0, c]]}[axis])


def ecliptic(vector, jd):
    """Longitude in degrees on the mean ecliptic and equinox of date (Lieske 1979)."""
    t = (jd - 2451545) / 36525
    zeta = (2306.2181 * t + 0.30188 * t ** 2 + 0.017998 * t ** 3) / 3600
    z = (2306.2181 * t + 1.09468 * t ** 2 + 0.018203 * t ** 3) / 3600
    theta = (2004.3109 * t - 0.42665 * t ** 2 - 0.041833 * t ** 3) / 3600
    tilt = 23.43929111 - (46.8150 * t + 0.00059 * t ** 2 - 0.001813 * t ** 3) / 3600
    x, y, _ = turn('x', tilt) @ turn('z', -z) @ turn('y', theta) @ turn('z', -zeta) @ vector
    return math.degrees(math.atan2(y, x)) % 360


def earth(jd):
    return EPHEMERIS.position('earthmoon', jd).ravel() - EPHEMERIS.position('moon', jd).ravel() / (1 + EPHEMERIS.EMRAT)


def sun(jd):
    """Apparent, without nutation: light time and the earth's motion."""
    there = EPHEMERIS.position('sun', jd).ravel()
    distance = np.linalg.norm(there - earth(jd))
    late = distance * LIGHT_DAYS_PER_KM
    return ecliptic(EPHEMERIS.position('sun', jd - late).ravel() - earth(jd - late), jd)


def moon(jd):
    late = 384400 * LIGHT_DAYS_PER_KM
    return ecliptic(EPHEMERIS.position('moon', jd - late).ravel(), jd)


def nutation(jd):
    t = (jd - 2451545) / 36525
    node, s, m = (math.radians(x) for x in (125.04452 - 1934.136261 * t, 280.4665 + 36000.7698 * t, 218.3165 + 481267.8813 * t))
    return (-17.20 * math.sin(node) - 1.32 * math.sin(2 * s) - 0.23 * math.sin(2 * m) + 0.21 * math.sin(2 * node)) / 3600


def delta_t(jd):
    y = 2000 + (jd - 2451544.5) / 365.2425
    def p(t, *c): return sum(k * t ** i for i, k in enumerate(c))
    if y < 1900: s = p(y - 1860, 7.62, 0.5737, -0.251754, 0.01680668, -0.0004473624, 1 / 233174)
    elif y < 1920: s = p(y - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197)
    elif y < 1941: s = p(y - 1920, 21.20, 0.84493, -0.076100, 0.0020936)
    elif y < 1961: s = p(y - 1950, 29.07, 0.407, -1 / 233, 1 / 2547)
    elif y < 1986: s = p(y - 1975, 45.45, 1.067, -1 / 260, -1 / 718)
    elif y < 2005: s = p(y - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599)
    elif y < 2050: s = p(y - 2000, 62.92, 0.32217, 0.005589)
    elif y < 2150: s = -20 + 32 * ((y - 1820) / 100) ** 2 - 0.5628 * (2150 - y)
    else: s = -20 + 32 * ((y - 1820) / 100) ** 2
    return s / 86400


def root(function, low, high):
    for _ in range(40):
        middle = (low + high) / 2
        if (function(middle) + 180) % 360 < 180:
            low = middle
        else:
            high = middle
    return high


def local(jd):
    """Days since 1970 in Vietnam."""
    return jd - delta_t(jd) - EPOCH + ZONE


def civil(n):
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=n)


def main():
    start, end = 2414900.0, 2525000.0       # 1899-09 to 2201-01
    news, t = [], 2414930.0
    while t < end:
        gap = (moon(t) - sun(t)) % 360
        guess = t + (360 - gap) / 12.19
        news.append(root(lambda x: moon(x) - sun(x), guess - 2, guess + 2))
        t = news[-1] + 20
    terms, t, k = [], start, math.ceil(sun(start) / 30)
    while t < end:
        guess = t + ((30 * k - sun(t)) % 360) / 0.9856
        exact = root(lambda x: sun(x) + nutation(x) - 30 * k, guess - 4, guess + 4)
        terms.append((exact, k % 12))
        t, k = exact + 1, k + 1
    days = [math.floor(local(n)) for n in news]
    months = [(a, b - a, [k for e, k in terms if a <= math.floor(local(e)) < b]) for a, b in zip(days, days[1:])]
    elevenths = [i for i, m in enumerate(months) if 9 in m[2]]
    numbered = []
    for a, b in zip(elevenths, elevenths[1:]):
        leap = next((i for i in range(a + 1, b) if not months[i][2]), None) if b - a == 13 else None
        number = 11
        for i in range(a, b):
            if i == leap:
                numbered.append((*months[i][:2], (number - 2) % 12 + 1, True))
            else:
                numbered.append((*months[i][:2], number, False))
                number = number % 12 + 1
    print('# Tết\tleap month or 0\tlengths of the months')
    firsts = [i for i, m in enumerate(numbered) if m[2:] == (1, False)] + [len(numbered)]
    for a, b in zip(firsts, firsts[1:]):
        if 1900 <= civil(numbered[a][0]).year <= 2199:
            leap = next((m[2] for m in numbered[a:b] if m[3]), 0)
            print(civil(numbered[a][0]), leap, ' '.join(str(m[1]) for m in numbered[a:b]), sep='\t')

    def nearest(instants):
        return [f'{civil(math.floor(local(e) + 0.5))}: {s:+.0f} s' for s, e in sorted(
            ((((local(e) + 0.5) % 1 - 0.5) * 86400, e) for e in instants), key=lambda p: abs(p[0]))[:8]]
    print('new moons nearest to midnight:', nearest(news), file=sys.stderr)
    beside = [e for e, _ in terms if any(abs(math.floor(local(e)) - d) <= 1 for d in days)]
    print('solar terms nearest to midnight beside the first of a month:', nearest(beside), file=sys.stderr)


main()
