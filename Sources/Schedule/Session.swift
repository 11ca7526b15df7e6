// Schedule: from sessions and notices to a day sheet with absolute times. Level 1: imports Bulletin and PCM;
// pure: no I/O, no clock, no thread. Dates and times are Vietnam's (UTC+7), never the process's zone.

public import Bulletin
internal import Settings

/// A time of the day at which the loudspeakers speak (buổi phát).
public struct Session: Sendable, Hashable {
  /// What a session is made of, in its order.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case chime, greeting, notices, closing
  }

  public var name: String
  /// The days it is held.
  public var weekdays: Set<Weekday>
  /// Seconds after midnight in Vietnam.
  public var startSecondOfDay: Int
  /// The longest it may last, in seconds.
  public var budgetSeconds: Double
  public var parts: [Part]

  /// Whether `written` means this session: case, marks and a leading "buổi" do not matter.
  public func isNamed(_ written: String) -> Bool {
    [name, "buổi " + name].contains { SettingsKey($0).matches(written) }
  }

  /// - Precondition: the start is inside the day and the budget positive.
  public init(
    name: String, weekdays: Set<Weekday> = Set(Weekday.allCases), startSecondOfDay: Int, budgetSeconds: Double,
    parts: [Part] = [.chime, .greeting, .notices, .closing]
  ) {
    precondition((0..<86_400).contains(startSecondOfDay) && budgetSeconds > 0, "a session starts in its day and lasts")
    self.name = name
    self.weekdays = weekdays
    self.startSecondOfDay = startSecondOfDay
    self.budgetSeconds = budgetSeconds
    self.parts = parts
  }
}
