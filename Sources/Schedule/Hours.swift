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
