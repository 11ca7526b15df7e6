public import Bulletin

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
