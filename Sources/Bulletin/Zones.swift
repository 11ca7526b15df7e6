internal import Settings

/// The parts of the commune a notice is for.
public enum Zones: Sendable, Hashable, Codable, CustomStringConvertible {
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

extension Zones {
  /// What both name, case and marks aside; `all` is whatever the other is.
  public func intersection(_ other: Zones) -> Zones {
    guard case .named(let names) = self else { return other }
    guard case .named(let others) = other else { return self }
    return .named(names.filter { name in others.contains { SettingsKey($0).matches(name) } })
  }

  /// Names that mean nothing are left.
  public var isNone: Bool {
    if case .named(let names) = self { names.isEmpty } else { false }
  }

  /// Whether the zone called `name` is among them.
  public func contains(_ name: String) -> Bool {
    switch self {
    case .all: true
    case .named(let names): names.contains { SettingsKey($0).matches(name) }
    }
  }
}
