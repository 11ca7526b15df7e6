/// The least rectangle of degrees around some points.
struct CAPBox {
  private var south: Double
  private var north: Double
  private var west: Double
  private var east: Double

  init(_ point: CAPPoint) {
    (south, north, west, east) = (point.latitude, point.latitude, point.longitude, point.longitude)
  }

  init(_ a: CAPPoint, _ b: CAPPoint) {
    self.init(a)
    include(b)
  }

  mutating func include(_ point: CAPPoint) {
    (south, north) = (min(south, point.latitude), max(north, point.latitude))
    (west, east) = (min(west, point.longitude), max(east, point.longitude))
  }

  func contains(_ point: CAPPoint) -> Bool {
    south <= point.latitude && point.latitude <= north && west <= point.longitude && point.longitude <= east
  }

  /// Whether they share a point; touching is enough.
  func meets(_ other: CAPBox) -> Bool {
    south <= other.north && other.south <= north && west <= other.east && other.west <= east
  }
}
