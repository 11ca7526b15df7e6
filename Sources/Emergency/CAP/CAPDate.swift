/// CAP's `dateTime`: `2026-11-20T05:30:00+07:00`, always with its offset; `Z` is not allowed and `-00:00` is UTC.
enum CAPDate {
  /// Milliseconds after 1970-01-01T00:00:00Z; nil for anything else than CAP 1.2's pattern and a day that exists.
  static func milliseconds(_ written: some StringProtocol) -> Int? {
    let bytes = Array(written.utf8)
    let pattern = Array("0000-00-00T00:00:00+00:00".utf8)
    guard bytes.count == pattern.count else { return nil }
    var digits: [Int] = []
    var isWest = false
    for (byte, expected) in zip(bytes, pattern) {
      switch expected {
      case UInt8(ascii: "0"):
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        digits.append(Int(byte - UInt8(ascii: "0")))
      case UInt8(ascii: "+"):
        isWest = byte == UInt8(ascii: "-")
        guard isWest || byte == expected else { return nil }
      default:
        guard byte == expected else { return nil }
      }
    }
    var rest = digits[...]
    func take(_ count: Int) -> Int {
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count).reduce(0) { $0 * 10 + $1 }
    }
    let (year, month, day) = (take(4), take(2), take(2))
    let (hour, minute, second) = (take(2), take(2), take(2))
    let (offsetHours, offsetMinutes) = (take(2), take(2))
    guard (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year),
      hour < 24, minute < 60, second < 60, offsetMinutes < 60, offsetHours * 60 + offsetMinutes <= 14 * 60
    else { return nil }
    let offset = (offsetHours * 60 + offsetMinutes) * (isWest ? -60 : 60)
    return ((days(year, month, day) * 24 + hour) * 3600 + minute * 60 + second - offset) * 1000
  }

  /// The moment in Vietnam (UTC+7 all year), as CAP writes it.
  static func written(_ milliseconds: Int) -> String {
    let part = parts(milliseconds)
    return "\(padded(part.year, 4))-\(padded(part.month))-\(padded(part.day))"
      + "T\(padded(part.secondOfDay / 3600)):\(padded(part.secondOfDay / 60 % 60)):\(padded(part.secondOfDay % 60))+07:00"
  }

  /// The moment in Vietnam as people write it: 05:30 20/11/2026.
  static func spoken(_ milliseconds: Int) -> String {
    let part = parts(milliseconds)
    return "\(padded(part.secondOfDay / 3600)):\(padded(part.secondOfDay / 60 % 60))"
      + " \(padded(part.day))/\(padded(part.month))/\(padded(part.year, 4))"
  }

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days after 1970-01-01 in the Gregorian calendar; Howard Hinnant's `days_from_civil` with years that begin in March.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// `civil_from_days`, the inverse.
  private static func parts(_ milliseconds: Int) -> (year: Int, month: Int, day: Int, secondOfDay: Int) {
    let seconds = milliseconds / 1000
    // A moment past any calendar is shown as the last one there is.
    let (day, secondOfDay) = divided(min(max(seconds, -62_167_219_200), 253_402_300_799 - 25_200) + 25_200, by: 86_400)
    let (era, dayOfEra) = divided(day + 719_468, by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, secondOfDay
    )
  }

  private static func divided(_ number: Int, by divisor: Int) -> (quotient: Int, rest: Int) {
    let rest = ((number % divisor) + divisor) % divisor
    return ((number - rest) / divisor, rest)
  }
}
