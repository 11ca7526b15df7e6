/// A day of the Vietnamese lunar calendar (âm lịch).
public struct LunarDate: Sendable, Hashable, CustomStringConvertible {
  /// The number of the year whose Tết it follows.
  public let year: Int
  public let month: Int
  /// Whether it is the repeated month of that number (tháng nhuận).
  public let isLeap: Bool
  public let day: Int
  /// 29 or 30.
  public let daysInMonth: Int

  /// "mùng 1 tháng Giêng", "rằm tháng 7 nhuận", "23 tháng Chạp".
  public var description: String {
    let days = day == 15 ? "rằm" : day <= 10 ? "mùng \(day)" : "\(day)"
    let name = month == 1 ? "Giêng" : month == 12 ? "Chạp" : "\(month)"
    return "\(days) tháng \(name)\(isLeap ? " nhuận" : "")"
  }
}
