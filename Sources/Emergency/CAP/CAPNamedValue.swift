/// A code and the list it is from, such as `SAME` and `006109`.
public struct CAPNamedValue: Sendable, Hashable {
  public let name: String
  public let value: String
}
