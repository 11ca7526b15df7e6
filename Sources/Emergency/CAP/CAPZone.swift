/// A part of the commune as the station's settings know it, with what places it on the map.
public struct CAPZone: Sendable, Hashable {
  public let name: String
  /// `valueName=value`, or a value alone for any list.
  public let geocodes: [String]
  /// Its border; the last point may or may not repeat the first.
  public let polygon: [CAPPoint]?

  public init(name: String, geocodes: [String] = [], polygon: [CAPPoint]? = nil) {
    self.name = name
    self.geocodes = geocodes
    self.polygon = polygon
  }

  /// Whether anything says where the zone lies; a zone that is not placed is never in an alert's area.
  public var isPlaced: Bool { !geocodes.isEmpty || CAPRing(polygon ?? []) != nil }
}

extension CAPZone {
  /// Whether one of the zone's codes is `code`; the name of the list may be in any case, the value may not.
  func carries(_ code: CAPNamedValue) -> Bool {
    !code.value.isEmpty
      && geocodes.contains { written in
        guard let equals = written.firstIndex(of: "=") else { return written.trimmed == code.value }
        return written[..<equals].trimmed.lowercased() == code.name.lowercased()
          && written[written.index(after: equals)...].trimmed == code.value
      }
  }
}
