import Emergency
import Settings
import Station
import Testing

@Suite struct CAPSettingsTests {
  func settings(_ cap: String, zones: String = "khu vực: [Thôn 1, Thôn 2]\n") throws -> CAPSettings {
    try StationConfiguration.parse(zones + cap, file: "station.yaml").cap
  }

  func faults(_ cap: String) -> SettingsError? {
    #expect(throws: SettingsError.self) { try settings(cap) }
  }

  static let vietnamese = """
    cap:
      diễn tập: có
      địa chỉ: [tra-leng@loa.vn, loa-2]
      khu vực:
        Thôn 1: {mã: [GSO=20695, "20696"]}
        Thôn 2:
          biên:
            - 15.25,108.00
            - 15.25, 108.10
            - 15.35,108.10
    """
  static let english = """
    cap:
      exercise: yes
      addresses: tra-leng@loa.vn, loa-2
      zones:
        thon 1: {codes: "GSO=20695, 20696"}
        Thôn 2: {border: "15.25,108.00 15.25,108.10 15.35,108.10"}
    """

  @Test(arguments: [vietnamese, english, english.replacing("zones:", with: "areas:")])
  func alertsAreSettledInEitherLanguage(yaml: String) throws {
    let cap = try settings(yaml)
    #expect(cap.allowsExercise && cap.addresses == ["tra-leng@loa.vn", "loa-2"] && !cap.isOnePlace)
    let border = [(15.25, 108.0), (15.25, 108.1), (15.35, 108.1)].map { CAPPoint(latitude: $0, longitude: $1) }
    #expect(
      cap.zones == [
        CAPZone(name: "Thôn 1", geocodes: ["GSO=20695", "20696"]), CAPZone(name: "Thôn 2", polygon: border),
      ])
  }

  @Test func withoutTheSectionNoExerciseSoundsAndNothingIsPlaced() throws {
    #expect(try settings("") == CAPSettings())
    #expect(try !settings("cap: {khu vực: {Thôn 1: {mã: 1}}}").allowsExercise)
  }

  @Test func aStationWithoutZonesIsPlacedUnderAnyName() throws {
    let cap = try settings("cap: {khu vực: {toàn xã: {mã: GSO=20695}}}", zones: "")
    #expect(cap.isOnePlace && cap.zones == [CAPZone(name: "toàn xã", geocodes: ["GSO=20695"])])
  }

  @Test func aZoneTheStationDoesNotHaveIsAFaultWithTheNearest() throws {
    let error = try #require(faults("cap:\n  khu vực:\n    Thôn 11: {mã: 1}\n"))
    #expect(error.problems.map(\.line) == [4])
    #expect(error.vietnamese.contains("«Thôn 11»") && error.vietnamese.contains("«Thôn 1»"))
    #expect(error.english.contains("«Thôn 11»"))
  }

  @Test(arguments: [
    "108.00,15.25", "15.25;108.00", "15.25,108.00,3", "0x10,108.00", "nan,108.00", "91,108", "15.25,180.5", "15.25,",
  ])
  func aPointThatIsNoneIsAFaultByItsLine(point: String) throws {
    let border = "        - \"\(point)\"\n        - \"15.25,108.10\"\n        - \"15.35,108.10\"\n"
    let error = try #require(faults("cap:\n  khu vực:\n    Thôn 1:\n      biên:\n" + border))
    #expect(error.problems.map(\.line) == [6])
    #expect(error.vietnamese.contains("«\(point)»") && error.english.contains("latitude"))
  }

  @Test(arguments: [
    ("Thôn 1: {biên: [\"15.25,108.00\", \"15.25,108.10\"]}", "2 điểm", "2 points"),
    ("Thôn 1: {biên: [\"1,2\", \"1,2\", \"1,3\"]}", "3 điểm khác nhau", "3 different"),
    ("Thôn 1: {biên: [15.25,108.00, 15.25,108.10, 15.35,108.10]}", "ngoặc kép", "quotes"),
    ("Thôn 1: {}", "chưa có mã hay biên", "neither codes nor a border"),
    ("Thôn 1: {mã: [\"GSO=\"]}", "«GSO=»", "«GSO=»"), ("Thôn 1: {mã: [\"=1\"]}", "«=1»", "«=1»"),
    ("Thôn 1: {mã: 1, ma vung: 2}", "«ma vung»", "«ma vung»"), ("Thôn 1: {mã: 1}, thon 1: {mã: 2}", "«thon 1»", "«thon 1»"),
  ])
  func whatCannotPlaceAZoneIsAFault(zone: String, vietnamese: String, english: String) throws {
    let error = try #require(faults("cap: {khu vực: {\(zone)}}"))
    #expect(error.vietnamese.contains(vietnamese) && error.english.contains(english), "\(error.vietnamese)")
  }

  @Test func aWrongKeyOrChoiceIsNamed() throws {
    let error = try #require(faults("cap:\n  diễn tâp: thỉnh thoảng\n  adress: a\n"))
    #expect(error.problems.map(\.line) == [3, 4])
    #expect(error.vietnamese.contains("«thỉnh thoảng»") && error.vietnamese.contains("«adress»"))
  }
}
