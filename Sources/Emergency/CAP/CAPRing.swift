internal import Foundation

/// A polygon on the map, its edges straight in degrees; right for communes, not across the 180th meridian or a pole.
struct CAPRing {
  private let edges: [(from: CAPPoint, to: CAPPoint)]
  private let box: CAPBox

  /// Nil for fewer than three points: they enclose nothing.
  init?(_ points: [CAPPoint]) {
    guard let first = points.first, Set(points).count >= 3 else { return nil }
    var box = CAPBox(first)
    var edges: [(from: CAPPoint, to: CAPPoint)] = []
    for (from, to) in zip(points, points.dropFirst() + [first]) where from != to {
      box.include(to)
      edges.append((from, to))
    }
    self.edges = edges
    self.box = box
  }

  /// Whether the two share a point: an edge crosses or touches, or one lies in the other.
  /// Cost: the product of the two numbers of edges at worst, only edges near the other ring are compared.
  func meets(_ other: CAPRing) -> Bool {
    guard box.meets(other.box) else { return false }
    if let corner = edges.first?.from, other.contains(corner) { return true }
    if let corner = other.edges.first?.from, contains(corner) { return true }
    // Neither first corner is inside: they can only meet where edges do.
    let near = other.edges.filter { CAPBox($0.from, $0.to).meets(box) }
    return edges.contains { edge in
      let reach = CAPBox(edge.from, edge.to)
      return reach.meets(other.box)
        && near.contains { reach.meets(CAPBox($0.from, $0.to)) && Self.cross(edge, $0) }
    }
  }

  /// Even-odd rule; a point on the border may fall on either side, `meets` compares the edges as well.
  func contains(_ point: CAPPoint) -> Bool {
    guard box.contains(point) else { return false }
    var inside = false
    for (a, b) in edges where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
      let along = (point.latitude - a.latitude) / (b.latitude - a.latitude)
      if point.longitude < a.longitude + along * (b.longitude - a.longitude) { inside.toggle() }
    }
    return inside
  }

  /// Whether any of the ring lies within the circle's radius.
  ///
  /// Distances are equirectangular around the centre, with the Earth's mean radius (6 371 km): within 1 % up to 200 km.
  func meets(_ circle: CAPCircle) -> Bool {
    if contains(circle.centre) { return true }
    let kilometresPerDegree = 6_371.0 * .pi / 180
    let shrink = cos(circle.centre.latitude * .pi / 180)
    func plane(_ point: CAPPoint) -> SIMD2<Double> {
      let east = point.longitude - circle.centre.longitude
      let around = east > 180 ? east - 360 : east < -180 ? east + 360 : east
      return SIMD2(around * shrink, point.latitude - circle.centre.latitude) * kilometresPerDegree
    }
    let squaredRadius = circle.radiusKilometres * circle.radiusKilometres
    return edges.contains { edge in
      let a = plane(edge.from)
      let along = plane(edge.to) - a
      let squaredLength = (along * along).sum()
      let nearest = squaredLength > 0 ? a + along * min(1, max(0, -(a * along).sum() / squaredLength)) : a
      return (nearest * nearest).sum() <= squaredRadius
    }
  }

  private static func cross(_ p: (from: CAPPoint, to: CAPPoint), _ q: (from: CAPPoint, to: CAPPoint)) -> Bool {
    let fromSides = (side(of: q.from, p), side(of: q.to, p))
    let toSides = (side(of: p.from, q), side(of: p.to, q))
    // All four zero: on one line, and the caller has seen that their boxes meet.
    return fromSides.0 * fromSides.1 <= 0 && toSides.0 * toSides.1 <= 0
  }

  /// 1 left of the edge, -1 right of it, 0 on its line.
  private static func side(of point: CAPPoint, _ edge: (from: CAPPoint, to: CAPPoint)) -> Int {
    let area =
      (edge.to.longitude - edge.from.longitude) * (point.latitude - edge.from.latitude)
      - (edge.to.latitude - edge.from.latitude) * (point.longitude - edge.from.longitude)
    return area > 0 ? 1 : area < 0 ? -1 : 0
  }
}
