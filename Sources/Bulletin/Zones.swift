/// The parts of the commune a notice is for.
public enum Zones: Sendable, Hashable, CustomStringConvertible {
  case all
  /// Zone names as the author wrote them, at least one.
  case named([String])

  public var description: String {
    switch self {
    case .all: "all"
    case .named(let names): names.joined(separator: ", ")
    }
  }
}
