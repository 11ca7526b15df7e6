/// A day as it was written, with or without its year.
struct Day {
  var day: Int
  var month: Int
  var year: Int?
  var end: Int
  var isISO = false
  /// The year was written with two digits.
  var hasShortYear = false

  /// Whether the calendar has this day; 29 February counts in every year that is not written.
  var exists: Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    // A lunar month has up to thirty days, whatever its number.
    return day <= max(days[month - 1], year == nil ? 30 : 0)
  }

  /// 1 for Sunday to 7 for Saturday, as Vietnamese counts them; nil without a whole year (Zeller's congruence).
  var weekday: Int? {
    guard let year, !hasShortYear, exists else { return nil }
    let m = month < 3 ? month + 12 : month
    let y = month < 3 ? year - 1 : year
    let saturdayIsZero = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7
    return saturdayIsZero == 0 ? 7 : saturdayIsZero
  }

  /// "ba mươi tháng tư năm hai nghìn không trăm hai mươi lăm".
  var words: String {
    let dayAndMonth = "\(NumberWords.cardinal(UInt64(day))) tháng \(NumberWords.month(UInt64(month)))"
    guard let year else { return dayAndMonth }
    return "\(dayAndMonth) năm \(NumberWords.cardinal(UInt64(year)))"
  }

  /// Days every notice names without "ngày": national holidays and the days of trades and unions.
  var isHoliday: Bool {
    guard year == nil else { return false }
    return [
      (1, 1), (3, 2), (14, 2), (27, 2), (8, 3), (26, 3), (10, 3), (30, 4), (1, 5), (7, 5), (15, 5), (19, 5), (1, 6), (5, 6),
      (21, 6), (28, 6), (27, 7), (28, 7), (19, 8), (2, 9), (5, 9), (1, 10), (10, 10), (13, 10), (14, 10), (20, 10), (9, 11),
      (18, 11), (20, 11), (1, 12), (22, 12), (24, 12), (25, 12),
    ].contains { $0 == (day, month) }
  }
}
