/// A date and a time of day in Vietnam (Asia/Ho_Chi_Minh, UTC+7 all year), to the second.
public struct LocalDateTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let date: CivilDate
  /// Seconds after midnight, 0 to 86 399.
  public let secondOfDay: Int

  /// - Precondition: `secondOfDay` is inside the day.
  public init(date: CivilDate, secondOfDay: Int) {
    precondition((0..<86_400).contains(secondOfDay), "a second of the day is 0 to 86 399")
    self.date = date
    self.secondOfDay = secondOfDay
  }

  /// Vietnam's offset from UTC.
  public static let utcOffsetSeconds = 7 * 3600

  /// The date and time in Vietnam at so many seconds after 1970-01-01T00:00:00Z; nil outside 1900-2199.
  public init?(unixSeconds: Int) {
    let local = unixSeconds + Self.utcOffsetSeconds
    let second = ((local % 86_400) + 86_400) % 86_400
    guard let date = CivilDate(daysSinceEpoch: (local - second) / 86_400) else { return nil }
    self.init(date: date, secondOfDay: second)
  }

  /// Seconds after 1970-01-01T00:00:00Z.
  public var unixSeconds: Int { date.daysSinceEpoch * 86_400 + secondOfDay - Self.utcOffsetSeconds }

  /// The time of day as 05:30:00.
  public var clock: String {
    "\(twoDigits(secondOfDay / 3600)):\(twoDigits(secondOfDay / 60 % 60)):\(twoDigits(secondOfDay % 60))"
  }

  public static func < (a: LocalDateTime, b: LocalDateTime) -> Bool {
    (a.date, a.secondOfDay) < (b.date, b.secondOfDay)
  }

  public var description: String { "\(date)T\(clock)+07:00" }
}
