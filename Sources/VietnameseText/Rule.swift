/// The name of the rule that chose a reading: family and case, such as `date.day-month`.
public struct Rule: RawRepresentable, Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let rawValue: String
  @inlinable public init(rawValue: String) { self.rawValue = rawValue }
  @inlinable public init(stringLiteral value: String) { rawValue = value }
  public var description: String { rawValue }
}
