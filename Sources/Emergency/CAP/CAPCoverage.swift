/// Where an order sounds.
public enum CAPCoverage: Sendable, Hashable, Codable {
  /// All loudspeakers of the station.
  case everywhere
  /// These zones, at least one, in the station's order.
  case zones([String])
}

extension CAPCoverage {
  /// Where an alert for these areas sounds; nil for nowhere.
  ///
  /// A station none of whose zones is placed has not said where it stands, so every alert it is sent is for all of it:
  /// an alert too many is better than a flood nobody heard of. As soon as one zone is placed, only placed zones can match.
  public init?(of areas: [CAPArea], among zones: [CAPZone]) {
    guard zones.contains(where: \.isPlaced) else {
      self = .everywhere
      return
    }
    let names = zones.filter { zone in areas.contains { $0.covers(zone) } }.map(\.name)
    if names.isEmpty { return nil }
    self = .zones(names)
  }
}

extension CAPArea {
  /// Whether a code of the area is the zone's, or one of its shapes meets the zone's border or what is inside.
  public func covers(_ zone: CAPZone) -> Bool {
    if geocodes.contains(where: zone.carries) { return true }
    guard let border = zone.polygon.flatMap(CAPRing.init) else { return false }
    return polygons.contains { CAPRing($0)?.meets(border) == true } || circles.contains(where: border.meets)
  }
}
