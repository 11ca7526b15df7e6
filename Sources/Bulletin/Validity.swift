/// The days on which a notice may air, both ends included; nil is open.
public struct Validity: Sendable, Hashable, CustomStringConvertible {
  public let first: CivilDate?
  public let last: CivilDate?

  /// Nil when `last` is before `first`.
  public init?(first: CivilDate?, last: CivilDate?) {
    if let first, let last, last < first { return nil }
    self.first = first
    self.last = last
  }

  private init() {
    first = nil
    last = nil
  }

  public static let always = Validity()

  public func contains(_ date: CivilDate) -> Bool {
    if let first, date < first { return false }
    if let last, last < date { return false }
    return true
  }

  public var description: String {
    switch (first, last) {
    case (nil, nil): "always"
    default: "\(first.map { "\($0)" } ?? "")..\(last.map { "\($0)" } ?? "")"
    }
  }
}
