public import Bulletin

extension LunarDay {
  /// Whether the rule means this day; the thirtieth of a month of 29 days is its last, and a leap month has no days of the year.
  func isOn(_ lunar: LunarDate) -> Bool {
    guard month == nil || (month == lunar.month && !lunar.isLeap) else { return false }
    return day == lunar.day || (day == 30 && lunar.day == 29 && lunar.daysInMonth == 29)
  }
}

extension AirRule {
  /// Whether the rule lets the notice air on `date`; weekdays, dates and lunar days each add days.
  public func allows(_ date: CivilDate, lunar: LunarDate) -> Bool {
    if weekdays.isEmpty && dates.isEmpty && lunarDays.isEmpty { return true }
    return weekdays.contains(date.weekday) || dates.contains(date) || lunarDays.contains { $0.isOn(lunar) }
  }
}
