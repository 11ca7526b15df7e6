/// When a notice airs: which sessions, on which days.
public struct AirRule: Sendable, Hashable, CustomStringConvertible {
  /// Session names as the author wrote them; empty for every session.
  public var sessions: [String]
  /// Empty for every weekday.
  public var weekdays: Set<Weekday>
  /// Empty for every date of the validity.
  public var dates: Set<CivilDate>

  public init(sessions: [String] = [], weekdays: Set<Weekday> = [], dates: Set<CivilDate> = []) {
    self.sessions = sessions
    self.weekdays = weekdays
    self.dates = dates
  }

  public static let everySession = AirRule()

  /// Whether the rule lets the notice air on `date`; weekdays and dates each add days.
  public func allows(_ date: CivilDate) -> Bool {
    if weekdays.isEmpty && dates.isEmpty { return true }
    return weekdays.contains(date.weekday) || dates.contains(date)
  }

  public var description: String {
    let days = weekdays.sorted { $0.rawValue < $1.rawValue }.map(\.vietnamese) + dates.sorted().map(\.description)
    let parts = sessions + days
    return parts.isEmpty ? "every session" : parts.joined(separator: ", ")
  }
}
