import Emergency
import Testing

@Suite struct CAPCoverageTests {
  private static func square(_ south: Double, _ west: Double, _ side: Double) -> [CAPPoint] {
    [(0, 0), (0, side), (side, side), (side, 0)].map { CAPPoint(latitude: south + $0.0, longitude: west + $0.1) }
  }

  private static func written(_ ring: [CAPPoint]) -> String {
    let pairs = (ring + ring.prefix(1)).map { "\($0.latitude),\($0.longitude)" }.joined(separator: " ")
    return "<polygon>\(pairs)</polygon>"
  }

  private func areas(_ inside: String...) throws -> [CAPArea] {
    let written = inside.map { "<areaDesc>Xã</areaDesc>" + $0 }
    return try CAPMessage().with { $0.infos = [CAPInfo(areas: written)] }.parsed().infos.flatMap(\.areas)
  }

  private func names(_ inside: String, _ zones: CAPZone...) throws -> [String] {
    switch CAPCoverage(of: try areas(inside), among: zones) {
    case .zones(let names): names
    case .everywhere: ["*"]
    case nil: []
    }
  }

  static let shapes: [(what: String, shape: String, meets: Bool)] = [
    ("the same", written(square(15, 108, 0.1)), true),
    ("inside the zone", written(square(15.04, 108.04, 0.01)), true),
    ("around the zone", written(square(14, 107, 3)), true),
    ("over a corner", written(square(15.05, 108.05, 0.1)), true),
    ("touching an edge", written(square(15, 108.1, 0.1)), true),
    ("beside", written(square(15, 108.11, 0.1)), false),
    ("far", written(square(21, 105, 0.1)), false),
    ("a cross without corners inside", "<polygon>15.04,107 15.06,107 15.06,109 15.04,109 15.04,107</polygon>", true),
    ("an L around the zone", "<polygon>14,107 17,107 17,107.5 14.5,107.5 14.5,110 14,110 14,107</polygon>", false),
    ("all on one point", "<polygon>15.05,108.05 15.05,108.05 15.05,108.05 15.05,108.05</polygon>", false),
    ("a circle inside", "<circle>15.05,108.05 0</circle>", true),
    ("a circle around", "<circle>15.05,108.05 900</circle>", true),
    // 0.1 degree of longitude at 15 degrees north is 10.7 km.
    ("a circle that reaches the edge", "<circle>15.05,108.2 10.8</circle>", true),
    ("a circle that does not reach", "<circle>15.05,108.2 10.6</circle>", false),
    // 0.1 degree of latitude is 11.1 km.
    ("a circle in the north that reaches", "<circle>15.2,108.05 11.2</circle>", true),
    ("a circle in the north that does not", "<circle>15.2,108.05 11.0</circle>", false),
    ("words only", "", false),
  ]

  @Test(arguments: shapes.map(\.what)) func anAreaIsAZonesWhenTheyShareAPoint(what: String) throws {
    let shape = try #require(Self.shapes.first { $0.what == what })
    let zone = CAPZone(name: "Thôn 1", polygon: Self.square(15, 108, 0.1))
    #expect(try names(shape.shape, zone) == (shape.meets ? ["Thôn 1"] : []))
    let closed = CAPZone(name: "Thôn 1", polygon: Self.square(15, 108, 0.1) + Self.square(15, 108, 0.1).prefix(1))
    #expect(try names(shape.shape, closed) == (shape.meets ? ["Thôn 1"] : []))
  }

  @Test(arguments: [
    ("GSO=20695", true), ("gso = 20695", true), ("20695", true), ("SAME=20695", false), ("2069", false), ("GSO=", false),
    ("", false),
  ])
  func aCodeIsTheZonesWhenListAndValueAgree(code: String, matches: Bool) throws {
    let geocode = "<geocode><valueName>GSO</valueName><value>20695</value></geocode><geocode><valueName>GSO</valueName></geocode>"
    let other = CAPZone(name: "khác", geocodes: ["GSO=1"])
    #expect(try names(geocode, CAPZone(name: "Thôn 1", geocodes: [code]), other) == (matches ? ["Thôn 1"] : []))
  }

  @Test func onlyTheZonesThatMatchSoundInTheStationsOrder() throws {
    let zones = [
      CAPZone(name: "C", geocodes: ["1"]), CAPZone(name: "A", polygon: Self.square(15, 108, 0.1)), CAPZone(name: "B"),
      CAPZone(name: "D", geocodes: ["GSO=2"]),
    ]
    let found = CAPCoverage(
      of: try areas("<circle>15,108 1</circle>", "<geocode><valueName>GSO</valueName><value>1</value></geocode>"), among: zones)
    #expect(found == .zones(["C", "A"]))
  }

  @Test func aStationWithoutPlacedZonesSoundsEveryAlertEverywhere() throws {
    #expect(try names("<circle>16,108 1</circle>", CAPZone(name: "A"), CAPZone(name: "B", polygon: [])) == ["*"])
    #expect(CAPCoverage(of: [], among: []) == .everywhere)
  }

  @Test func aZoneThatIsNotPlacedNeverMatchesBesideOneThatIs() throws {
    #expect(try names("<circle>16,108 1</circle>", CAPZone(name: "A"), CAPZone(name: "B", geocodes: ["7"])) == [])
  }

  @Test func theLargestPolygonIsComparedInSeconds() throws {
    let ring = (0..<19_999).map { "15.\($0.isMultiple(of: 2) ? 0 : 2),\(108 + Double($0) / 100_000)" }
    let zones = (0..<20).map { CAPZone(name: "\($0)", polygon: Self.square(15.05 + Double($0) / 1000, 107.9, 0.01)) }
    let large = try areas("<polygon>\((ring + ring.prefix(1)).joined(separator: " "))</polygon>")
    let elapsed = ContinuousClock().measure { _ = CAPCoverage(of: large, among: zones) }
    #expect(elapsed < .seconds(10))
  }
}
