extension CAPArea {
  /// Points of all polygons of a message: a country's coast in detail, and still compared with a commune in well under a second.
  static let pointLimit = 20_000

  init(_ element: CAPElement, points: inout Int) throws(CAPRefusal) {
    areaDescription = try element.required("areaDesc").value
    var polygons: [[CAPPoint]] = []
    for polygon in element.all("polygon") {
      let ring = try Self.ring(polygon, points: &points)
      if !ring.isEmpty { polygons.append(ring) }
    }
    self.polygons = polygons
    var circles: [CAPCircle] = []
    for circle in element.all("circle") where !circle.value.isEmpty {
      guard let read = CAPCircle(written: circle.value) else {
        throw .badCircle(value: circle.value, line: circle.line)
      }
      circles.append(read)
    }
    self.circles = circles
    geocodes = try element.namedValues("geocode")
    altitudeFeet = try element.number("altitude")
    ceilingFeet = try element.number("ceiling")
  }

  /// An empty `<polygon/>`, which some senders leave beside a circle, is no polygon.
  private static func ring(_ element: CAPElement, points: inout Int) throws(CAPRefusal) -> [CAPPoint] {
    let pairs = element.value.split(whereSeparator: \.isWhitespace)
    if pairs.isEmpty { return [] }
    points += pairs.count
    if points > pointLimit { throw .polygonTooLong(points: points, limit: pointLimit, line: element.line) }
    var ring: [CAPPoint] = []
    for pair in pairs {
      guard let point = CAPPoint(written: pair) else { throw .badPolygon(.badPair(String(pair)), line: element.line) }
      guard point.isOnEarth else { throw .badPolygon(.outOfRange(String(pair)), line: element.line) }
      ring.append(point)
    }
    if ring.count < 4 { throw .badPolygon(.tooFewPoints(ring.count), line: element.line) }
    if ring.first != ring.last { throw .badPolygon(.notClosed, line: element.line) }
    return ring
  }
}
