/// When a notice airs: which sessions, on which days, how often.
public struct AirRule: Sendable, Hashable, CustomStringConvertible {
  /// Session names as the author wrote them; empty for every session.
  public var sessions: [String]
  /// Empty for every weekday.
  public var weekdays: Set<Weekday>
  /// Empty for every date of the validity.
  public var dates: Set<CivilDate>
  public var lunarDays: Set<LunarDay>
  /// In at most so many sessions of a day; nil for all of them.
  public var timesPerDay: Int?
  /// How often at most in all; nil for as long as it is valid.
  public var timesInAll: Int?
  /// From one airing's start to the next one's, in seconds.
  public var gapSeconds: Int

  public init(
    sessions: [String] = [], weekdays: Set<Weekday> = [], dates: Set<CivilDate> = [], lunarDays: Set<LunarDay> = [],
    timesPerDay: Int? = nil, timesInAll: Int? = nil, gapSeconds: Int = 0
  ) {
    self.sessions = sessions
    self.weekdays = weekdays
    self.dates = dates
    self.lunarDays = lunarDays
    self.timesPerDay = timesPerDay
    self.timesInAll = timesInAll
    self.gapSeconds = gapSeconds
  }

  public static let everySession = AirRule()

  public var description: String {
    let lunar = lunarDays.sorted { ($0.month ?? 0, $0.day) < ($1.month ?? 0, $1.day) }.map(\.description)
    let days = weekdays.sorted { $0.rawValue < $1.rawValue }.map(\.vietnamese) + dates.sorted().map(\.description) + lunar
    let often = [timesPerDay.map { "\($0) a day" }, timesInAll.map { "\($0) in all" }].compactMap(\.self)
    let parts = sessions + days + often
    return parts.isEmpty ? "every session" : parts.joined(separator: ", ")
  }
}
