#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Instants of the sky as days in Vietnam.
enum Moment {
  private static let unixEpoch = 2_440_587.5
  private static let zone = 7.0 / 24

  /// The day of new moon `k`, since 1970.
  static func dayOfNewMoon(_ k: Int) -> Int {
    let terrestrial = NewMoon.julianDay(k)
    return Int((terrestrial - deltaT(terrestrial) - unixEpoch + zone).rounded(.down))
  }

  /// The number of the new moon on `day`, or of one of its neighbours when there is none.
  static func number(ofNewMoonOn day: Int) -> Int {
    let mean = (Double(day) + 0.5 - zone + unixEpoch - 2_451_550.09766) / NewMoon.meanDays
    let k = Int(mean.rounded())
    return [k - 1, k, k + 1].first { dayOfNewMoon($0) == day } ?? k
  }

  /// How many whole thirds of a right angle the sun has gone since the vernal equinox, 0 to 11, when `day` begins in Vietnam.
  static func majorTerm(at day: Int) -> Int {
    let universal = Double(day) - zone + unixEpoch
    return Int(SunLongitude.degrees(universal + deltaT(universal)) / 30) % 12
  }

  /// Days since 1970 of a Gregorian date, of any year (Hinnant, days_from_civil).
  static func day(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Terrestrial minus universal time in days (F. Espenak and J. Meeus, Five Millennium Canon of Solar Eclipses, 2006).
  static func deltaT(_ julianDay: Double) -> Double {
    let y = 2000 + (julianDay - 2_451_544.5) / 365.2425
    func polynomial(_ t: Double, _ c: Double...) -> Double { c.reversed().reduce(0) { $0 * t + $1 } }
    let seconds =
      switch y {
      case ..<1900: polynomial(y - 1860, 7.62, 0.5737, -0.251754, 0.01680668, -0.0004473624, 1 / 233_174)
      case ..<1920: polynomial(y - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197)
      case ..<1941: polynomial(y - 1920, 21.20, 0.84493, -0.076100, 0.0020936)
      case ..<1961: polynomial(y - 1950, 29.07, 0.407, -1 / 233, 1 / 2547)
      case ..<1986: polynomial(y - 1975, 45.45, 1.067, -1 / 260, -1 / 718)
      case ..<2005: polynomial(y - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599)
      case ..<2050: polynomial(y - 2000, 62.92, 0.32217, 0.005589)
      case ..<2150: -20 + 32 * pow((y - 1820) / 100, 2) - 0.5628 * (2150 - y)
      default: -20 + 32 * pow((y - 1820) / 100, 2)
      }
    return seconds / 86_400
  }
}
