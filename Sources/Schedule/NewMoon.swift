#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The instants of new moons (J. Meeus, Astronomical Algorithms, 2nd edition, chapter 49): within 15 s of DE405 from 1900 to 2199.
enum NewMoon {
  /// Mean days between two.
  static let meanDays = 29.530588861

  /// The Julian day (terrestrial time) of new moon `k`; number 0 is the one of 2000-01-06.
  static func julianDay(_ k: Int) -> Double {
    let n = Double(k)
    let t = n / 1236.85
    let (t2, t3, t4) = (t * t, t * t * t, t * t * t * t)
    let mean = 2_451_550.09766 + meanDays * n + 0.00015437 * t2 - 0.000000150 * t3 + 0.00000000073 * t4
    let e = 1 - 0.002516 * t - 0.0000074 * t2
    let sun = radians(2.5534 + 29.10535670 * n - 0.0000014 * t2 - 0.00000011 * t3)
    let moon = radians(201.5643 + 385.81693528 * n + 0.0107582 * t2 + 0.00001238 * t3 - 0.000000058 * t4)
    let node = radians(160.7108 + 390.67050284 * n - 0.0016118 * t2 - 0.00000227 * t3 + 0.000000011 * t4)
    let omega = radians(124.7746 - 1.56375588 * n + 0.0020672 * t2 + 0.00000215 * t3)
    var days = -0.00017 * sin(omega)
    for term in terms {
      let angle = Double(term.moon) * moon + Double(term.sun) * sun + Double(term.node) * node
      days += term.days * pow(e, Double(abs(term.sun))) * sin(angle)
    }
    days += 0.000325 * sin(radians(299.77 + 0.107408 * n - 0.009173 * t2))
    for planet in planets { days += planet.days * sin(radians(planet.start + planet.step * n)) }
    return mean + days + (nearMidnight[k] ?? 0)
  }

  /// What DE405 adds to the series, in days, where the series would put a new moon on the wrong side of midnight in Vietnam: 1967-07-08, 4 s
  /// after it.
  private static let nearMidnight = [-402: 5.8 / 86_400]

  private static func radians(_ degrees: Double) -> Double { degrees * Double.pi / 180 }

  /// Multiples of the moon's and the sun's anomaly and of the moon's argument of latitude; days.
  private static let terms: [(days: Double, moon: Int, sun: Int, node: Int)] = [
    (-0.40720, 1, 0, 0), (0.17241, 0, 1, 0), (0.01608, 2, 0, 0), (0.01039, 0, 0, 2), (0.00739, 1, -1, 0), (-0.00514, 1, 1, 0),
    (0.00208, 0, 2, 0), (-0.00111, 1, 0, -2), (-0.00057, 1, 0, 2), (0.00056, 2, 1, 0), (-0.00042, 3, 0, 0), (0.00042, 0, 1, 2),
    (0.00038, 0, 1, -2), (-0.00024, 2, -1, 0), (-0.00007, 1, 2, 0), (0.00004, 2, 0, -2), (0.00004, 0, 3, 0), (0.00003, 1, 1, -2),
    (0.00003, 2, 0, 2), (-0.00003, 1, 1, 2), (0.00003, 1, -1, 2), (-0.00002, 1, -1, -2), (-0.00002, 3, 1, 0), (0.00002, 4, 0, 0),
  ]

  /// What the planets add; degrees at number 0 and for each new moon.
  private static let planets: [(days: Double, start: Double, step: Double)] = [
    (0.000165, 251.88, 0.016321), (0.000164, 251.83, 26.651886), (0.000126, 349.42, 36.412478), (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771), (0.000060, 207.14, 2.453732), (0.000056, 154.84, 7.306860), (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824), (0.000040, 291.34, 1.844379), (0.000037, 161.72, 24.198154), (0.000035, 239.56, 25.513099),
    (0.000023, 331.55, 3.592518),
  ]
}
