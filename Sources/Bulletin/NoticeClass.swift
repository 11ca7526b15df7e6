/// How urgent a notice is (the classes of Thông tư 39/2020/TT-BTTTT); higher goes first.
public enum NoticeClass: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
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

  public static func < (a: NoticeClass, b: NoticeClass) -> Bool { a.rank < b.rank }

  public var vietnamese: String {
    switch self {
    case .normal: "thường"
    case .priority: "ưu tiên"
    case .emergency: "khẩn cấp"
    }
  }
}
