// Schedule: from sessions and notices to a day sheet with absolute times. Level 1: imports Bulletin and PCM;
// pure: no I/O, no clock, no thread. Dates and times are Vietnam's (UTC+7), never the process's zone.

public import Bulletin
internal import Settings

/// A time of the day at which the loudspeakers speak (buổi phát).
public struct Session: Sendable, Hashable {
  /// What a session is made of, in its order. A relay lies at its own time, wherever it stands.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case chime, greeting, relay, notices, music, closing
  }

  /// Another station's programme at a fixed time (tiếp âm).
  public struct Relay: Sendable, Hashable {
    public var title: String
    /// Seconds after midnight of the session's day.
    public var startSecondOfDay: Int
    public var seconds: Double

    public init(title: String, startSecondOfDay: Int, seconds: Double) {
      (self.title, self.startSecondOfDay, self.seconds) = (title, startSecondOfDay, seconds)
    }
  }

  /// Whether another session may push this one back.
  public enum Start: String, Sendable, Hashable {
    /// Begins on time: what is before it ends earlier.
    case hard
    /// Waits until the session before it in its zones is over.
    case soft
  }

  public var name: String
  /// The days it is held.
  public var weekdays: Set<Weekday>
  /// Seconds after midnight in Vietnam.
  public var startSecondOfDay: Int
  /// The longest it may last, in seconds, its relay included.
  public var budgetSeconds: Double
  public var parts: [Part]
  public var relay: Relay?
  /// Where it is heard.
  public var zones: Zones
  public var start: Start

  /// Whether `written` means this session: case, marks and a leading "buổi" do not matter.
  public func isNamed(_ written: String) -> Bool {
    [name, "buổi " + name].contains { SettingsKey($0).matches(written) }
  }

  /// - Precondition: the start is inside the day and the budget positive.
  public init(
    name: String, weekdays: Set<Weekday> = Set(Weekday.allCases), startSecondOfDay: Int, budgetSeconds: Double,
    parts: [Part] = [.chime, .greeting, .relay, .notices, .closing], relay: Relay? = nil, zones: Zones = .all,
    start: Start = .hard
  ) {
    precondition((0..<86_400).contains(startSecondOfDay) && budgetSeconds > 0, "a session starts in its day and lasts")
    self.name = name
    self.weekdays = weekdays
    self.startSecondOfDay = startSecondOfDay
    self.budgetSeconds = budgetSeconds
    self.parts = parts
    self.relay = relay
    self.zones = zones
    self.start = start
  }
}
