/// Where an alert is for; any of its shapes and codes is enough.
public struct CAPArea: Sendable, Hashable {
  /// In words.
  public let areaDescription: String
  /// Closed rings: at least four points, the last the same as the first.
  public let polygons: [[CAPPoint]]
  public let circles: [CAPCircle]
  public let geocodes: [CAPNamedValue]
  /// Feet above mean sea level, as is the ceiling.
  public let altitudeFeet: Double?
  public let ceilingFeet: Double?
}
