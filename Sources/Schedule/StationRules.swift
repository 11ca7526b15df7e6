public import Bulletin

/// What a station's plans must keep to.
public struct StationRules: Sendable, Hashable {
  public var sessions: [Session]
  /// The zones there are; empty when the station has none of its own, and any name is taken.
  public var zones: [String]
  /// When nothing but an emergency may sound; nil for never.
  public var quietHours: QuietHours?
  public var holidays: [Holiday]
  public var loudnessCeilings: [LoudnessCeiling]
  /// Silence between two sounds, in seconds.
  public var gapSeconds: Double

  public init(
    sessions: [Session], zones: [String] = [], quietHours: QuietHours? = nil, holidays: [Holiday] = [],
    loudnessCeilings: [LoudnessCeiling] = [], gapSeconds: Double = 1.5
  ) {
    self.sessions = sessions
    self.zones = zones
    self.quietHours = quietHours
    self.holidays = holidays
    self.loudnessCeilings = loudnessCeilings
    self.gapSeconds = gapSeconds
  }

  /// The lowest ceiling that holds for `zones` at a second of the day, in LUFS; nil for none.
  public func loudnessCeiling(for zones: Zones, secondOfDay: Int) -> Double? {
    loudnessCeilings.filter { $0.hours.contains(secondOfDay) && !$0.zones.intersection(zones).isNone }.map(\.lufs).min()
  }
}

/// A stretch of the day, over midnight when it ends before it begins.
public struct Hours: Sendable, Hashable {
  /// Seconds after midnight; the first belongs to it, the last does not.
  public var from: Int
  public var to: Int

  public init(from: Int, to: Int) { (self.from, self.to) = (from, to) }

  public func contains(_ secondOfDay: Int) -> Bool {
    from <= to ? (from..<to).contains(secondOfDay) : secondOfDay >= from || secondOfDay < to
  }

  /// Seconds from a second of the day, outside of these hours, until they begin.
  public func secondsUntilStart(from secondOfDay: Int) -> Int { (from - secondOfDay + 86_400) % 86_400 }
}

/// When normal and priority notices are silent.
public typealias QuietHours = Hours

extension Hours {
  /// 22:00 to 05:00.
  public static let night = Hours(from: 22 * 3600, to: 5 * 3600)
}

/// How loud it may be, where and when.
public struct LoudnessCeiling: Sendable, Hashable {
  public var zones: Zones
  public var hours: Hours
  /// Integrated loudness, LUFS.
  public var lufs: Double

  public init(zones: Zones, hours: Hours, lufs: Double) { (self.zones, self.hours, self.lufs) = (zones, hours, lufs) }
}

/// A day of the year on which sessions differ.
public struct Holiday: Sendable, Hashable {
  public enum Day: Sendable, Hashable {
    case date(CivilDate)
    case solar(month: Int, day: Int)
    /// A month of 29 days has its thirtieth on its last day.
    case lunar(LunarDay)
  }

  public enum Change: Sendable, Hashable {
    /// No session is held.
    case silent
    /// Sessions that begin earlier begin then.
    case notBefore(secondOfDay: Int)
  }

  public var name: String
  public var day: Day
  public var change: Change

  public init(name: String, day: Day, change: Change) { (self.name, self.day, self.change) = (name, day, change) }

  func isOn(_ date: CivilDate, _ lunar: LunarDate) -> Bool {
    switch day {
    case .date(let wanted): wanted == date
    case .solar(let month, let day): date.month == month && date.day == day
    case .lunar(let wanted): wanted.isOn(lunar)
    }
  }
}
