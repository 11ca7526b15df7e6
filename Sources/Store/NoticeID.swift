/// What people call a submitted notice: TB (thông báo) and a number that is never given twice.
public struct NoticeID: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let number: Int

  /// - Precondition: `number` is positive.
  public init(number: Int) {
    precondition(number > 0, "notices are numbered from 1")
    self.number = number
  }

  /// From `TB7`, `tb 7` or `7`; nil when it is none of these.
  public init?(written: some StringProtocol) {
    var digits = written.lowercased()[...]
    if digits.hasPrefix("tb") { digits = digits.dropFirst(2).drop { $0 == " " || $0 == "-" } }
    guard digits.allSatisfy(\.isNumber), let number = Int(digits), number > 0 else { return nil }
    self.number = number
  }

  /// From `TB7` and nothing else.
  public init?(exactly written: String) {
    self.init(written: written)
    guard description == written else { return nil }
  }

  public static func < (a: NoticeID, b: NoticeID) -> Bool { a.number < b.number }
  public var description: String { "TB\(number)" }
}
