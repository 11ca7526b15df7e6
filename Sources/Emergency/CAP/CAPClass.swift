/// How urgent an alert is to a station, under the names of Thông tư 39/2020/TT-BTTTT; higher goes first.
public enum CAPClass: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// By the schedule.
  case normal
  /// First in the next session.
  case priority
  /// At once.
  case emergency

  private var rank: Int {
    switch self {
    case .normal: 0
    case .priority: 1
    case .emergency: 2
    }
  }

  public static func < (a: CAPClass, b: CAPClass) -> Bool { a.rank < b.rank }
}
