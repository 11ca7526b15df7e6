/// A day of the lunar month or year as an officer writes it: mùng 1, rằm, 23 tháng Chạp.
public struct LunarDay: Sendable, Hashable, CustomStringConvertible {
  /// 1 to 30.
  public let day: Int
  /// 1 to 12; nil for every month.
  public let month: Int?

  /// Nil when there is no such day.
  public init?(day: Int, month: Int? = nil) {
    guard (1...30).contains(day), month.map((1...12).contains) ?? true else { return nil }
    self.day = day
    self.month = month
  }

  public var description: String {
    let name = day == 15 ? "rằm" : day <= 10 ? "mùng \(day)" : "ngày \(day)"
    guard let month else { return day == 15 || day <= 10 ? name : name + " âm lịch" }
    return "\(name) tháng \(month == 1 ? "Giêng" : month == 12 ? "Chạp" : "\(month)") âm lịch"
  }
}
