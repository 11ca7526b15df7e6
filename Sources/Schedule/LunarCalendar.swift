public import Bulletin

/// The Vietnamese lunar calendar, computed for the meridian of UTC+7 from its definition, 1900 to 2199.
///
/// A month begins on the day of the new moon. The month of the winter solstice is the eleventh. When thirteen months begin between two
/// eleventh months, the first of them without a major solar term (a multiple of 30 degrees of the sun's longitude) repeats the number of
/// the one before it. Before 1968 the country counted by other meridians; that history is not followed. docs/lunar.md tells more.
public enum LunarCalendar {
  /// The lunar date of a day.
  public static func lunarDate(of date: CivilDate) -> LunarDate {
    let day = date.daysSinceEpoch
    var winter = Winter(beforeOrOn: day)
    // The last days before an eleventh month that begins late may belong to the months that the estimate passed.
    if let next = winter.months.last, day >= next { winter = Winter(solsticeYear: winter.year + 1) }
    let index = winter.months.lastIndex { $0 <= day } ?? 0
    let month = winter.number(index)
    return LunarDate(
      year: winter.year + (month.number >= 11 ? 0 : 1), month: month.number, isLeap: month.isLeap,
      day: day - winter.months[index] + 1, daysInMonth: winter.days(index))
  }

  /// The first day of a lunar year, Tết; nil outside 1900-2199.
  public static func newYear(_ year: Int) -> CivilDate? {
    guard (1900...2199).contains(year) else { return nil }
    let winter = Winter(solsticeYear: year - 1)
    let first = winter.months.indices.first { winter.number($0) == (1, false) }
    return first.flatMap { CivilDate(daysSinceEpoch: winter.months[$0]) }
  }

  /// The months from one eleventh month up to the next.
  private struct Winter {
    /// The civil year of the solstice that opens it.
    let year: Int
    /// First days, as days since 1970; the last one is the next eleventh month's.
    let months: [Int]
    private let leap: Int?

    init(beforeOrOn day: Int) {
      let year = 1970 + Int((Double(day) / 365.2425).rounded(.down))
      let winter = Winter(solsticeYear: year)
      self = day >= winter.months[0] ? winter : Winter(solsticeYear: year - 1)
    }

    init(solsticeYear year: Int) {
      self.year = year
      let first = Self.eleventh(year)
      let last = Self.eleventh(year + 1)
      // The new moon that opens the eleventh month lies on its first day.
      let start = Moment.number(ofNewMoonOn: first)
      var months: [Int] = []
      var k = start
      while months.last != last, months.count < 14 {
        months.append(Moment.dayOfNewMoon(k))
        k += 1
      }
      self.months = months
      guard months.count == 14 else {
        leap = nil
        return
      }
      let terms = months.map(Moment.majorTerm(at:))
      leap = (1..<13).first { terms[$0] == terms[$0 + 1] }
    }

    func days(_ index: Int) -> Int { index + 1 < months.count ? months[index + 1] - months[index] : 30 }

    /// The number of the month at `index`, 11, 12, 1 ... 10.
    func number(_ index: Int) -> (number: Int, isLeap: Bool) {
      guard let leap, index >= leap else { return ((index + 10) % 12 + 1, false) }
      return ((index + 9) % 12 + 1, index == leap)
    }

    /// The first day of the month in which the solstice of `year` lies.
    private static func eleventh(_ year: Int) -> Int {
      // No solstice lies after December 23rd: the last month to begin by then, or the one before it.
      let december = Moment.day(year: year, month: 12, day: 31)
      var k = Moment.number(ofNewMoonOn: december)
      while Moment.dayOfNewMoon(k) > december { k -= 1 }
      let start = Moment.dayOfNewMoon(k)
      return Moment.majorTerm(at: start) >= 9 ? Moment.dayOfNewMoon(k - 1) : start
    }
  }
}
