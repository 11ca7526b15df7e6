import Bulletin
import Emergency
import Foundation
import Station
import Testing

@Suite struct CAPIntakeTests {
  let letter = CAPLetter()

  @Test func anAlertIsAnOrderForItsZonesUnderANameOfItsOwn() throws {
    let order = try #require(try CAPStation().take(letter).order)
    #expect(order.id == (try CAPStation().take(letter).order?.id) && order.id.hasPrefix("c") && order.id.utf8.count <= 14)
    #expect(order.id.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789".utf8.contains($0) })
    #expect(order.zones == .named(["Thôn 1"]) && order.repeats == 3 && order.timing == .once && order.kind == .flood)
    #expect(order.issued == CAPStation.now && order.expires == 1_795_150_800_000 && !order.isDrill)
    #expect(order.text.hasPrefix("Cảnh báo khẩn.") && order.person == CAPLetter.sender)
    #expect(try order.checked(now: CAPStation.now, zones: ["Thôn 1", "Thôn 2"]).id == order.id)
  }

  @Test func anIDsNameIsTheSameOnEveryMachine() {
    // FNV-1a of nothing is its offset basis.
    #expect(CAPIntake.orderID("") == "c" + String(0xcbf2_9ce4_8422_2325 as UInt64, radix: 36))
    #expect(CAPIntake.orderID("cap-bee4c0a3407bd9ca") == "c2zriu4qo9hkr3")
  }

  @Test func aStationThatPlacesNothingSoundsEverywhere() throws {
    let station = try CAPStation()
    station.settings = CAPSettings()
    #expect(try station.take(letter).order?.zones == .all)
  }

  @Test func aStationThatIsOnePlaceSoundsAllOfItAndOnlyItsOwn() throws {
    let station = try CAPStation()
    station.settings.zones = [CAPZone(name: "toàn xã", geocodes: ["GSO=20695"])]
    station.settings.isOnePlace = true
    #expect(try station.take(letter).order?.zones == .all)
    #expect(station.refusal(letter.with { ($0.identifier, $0.code) = ("2", "1") }) == "not-our-area")
  }

  @Test func aCancellationEndsTheOrderOfTheAlertItNames() throws {
    let station = try CAPStation()
    let id = try #require(try station.take(letter).order?.id)
    #expect(try station.take(letter.followed(by: "Cancel")) == .end([id]))
  }

  @Test func aSecondCopyIsRefused() throws {
    let station = try CAPStation()
    _ = try station.take(letter)
    #expect(station.refusal(letter) == "duplicate")
  }

  @Test(arguments: [
    ("expired", CAPLetter().with { $0.expires = "2026-11-20T05:59:00+07:00" }),
    ("not-our-area", CAPLetter().with { $0.code = "1" }),
    ("exercise-not-allowed", CAPLetter().with { $0.status = "Exercise" }),
    ("status-not-sounded", CAPLetter().with { $0.status = "Test" }),
    ("cancels-nothing-known", CAPLetter().followed(by: "Cancel")),
    ("not-xml", CAPLetter().with { $0.headline = "<" }),
  ])
  func whatIsNotForUsIsRefused(name: String, letter: CAPLetter) throws {
    #expect(try CAPStation().refusal(letter) == name)
  }

  @Test func aCancellationThatComesFirstHoldsTheAlertBack() throws {
    let station = try CAPStation()
    #expect(station.refusal(letter.followed(by: "Cancel")) == "cancels-nothing-known")
    #expect(station.refusal(letter) == "cancelled-before-it-came")
  }

  @Test func anUpdateEndsWhatItUpdatesAndSounds() throws {
    let station = try CAPStation()
    let first = try #require(try station.take(letter).order?.id)
    let outcome = try station.take(letter.followed(by: "Update") { $0.headline = "Nước lên cao hơn" })
    let order = try #require(outcome.order)
    #expect(outcome.ended == [first] && order.id != first && order.text.hasPrefix("Nước lên cao hơn."))
  }

  @Test func anUpdateThatIsLessUrgentEndsTheAlertAndIsANotice() throws {
    let station = try CAPStation()
    let first = try #require(try station.take(letter).order?.id)
    let outcome = try station.take(letter.followed(by: "Update") { $0.urgency = "Past" })
    #expect(outcome.ended == [first] && outcome.notice?.noticeClass == .normal)
  }

  @Test func anUpdateForElsewhereOnlyEnds() throws {
    let station = try CAPStation()
    let first = try #require(try station.take(letter).order?.id)
    #expect(try station.take(letter.followed(by: "Update") { $0.code = "1" }) == .end([first]))
  }

  @Test func aLessUrgentAlertIsANoticeThatACancellationFinds() throws {
    let station = try CAPStation()
    let outcome = try station.take(letter.with { $0.urgency = "Future" })
    let notice = try #require(outcome.notice)
    #expect(notice.noticeClass == .priority && notice.title == "Lũ quét" && notice.zones == .named(["Thôn 1"]))
    #expect(notice.expires == 1_795_150_800_000 && outcome.ended.isEmpty)
    #expect(try station.take(letter.followed(by: "Cancel")) == .end([notice.id]))
  }

  @Test func anExerciseIsADrillWhereTheStationAllowsIt() throws {
    let station = try CAPStation()
    station.settings.allowsExercise = true
    let order = try #require(try station.take(letter.with { $0.status = "Exercise" }).order)
    #expect(order.isDrill && order.text.hasPrefix("Diễn tập."))
  }

  @Test(arguments: [
    ("Bão số 12", EmergencyKind.storm), ("BÃO", .storm), ("Typhoon", .storm), ("Cảnh báo sóng thần", .tsunami),
    ("Cháy rừng", .fire), ("Mưa lũ", .flood), ("Ngập lụt", .flood), ("Flash Flood Warning", .flood),
    ("Nước chảy xiết", .general), ("Thunderstorm", .general), ("Lũ sau bão", .general), ("Cảnh báo động đất", .general),
  ])
  func theRecordedMessageIsChosenWhereTheWordsAreSure(event: String, kind: EmergencyKind) throws {
    #expect(try CAPStation().take(letter.with { $0.event = event }).order?.kind == kind)
  }

  @Test func whereTheEventDoesNotSayTheWordsOfTheTextDo() throws {
    let order = try CAPStation().take(letter.with { ($0.event, $0.headline) = ("Cảnh báo", "Sóng thần sắp vào bờ") }).order
    #expect(order?.kind == .tsunami)
  }

  @Test(arguments: ["", "{", "[{\"a\": 1}]"])
  func aDamagedLedgerIsPutAsideAndTheAlertSounds(ledger: String) throws {
    let station = try CAPStation()
    try Data(ledger.utf8).write(to: URL(filePath: station.ledger))
    #expect(try station.take(letter).order != nil)
    #expect(try Data(contentsOf: URL(filePath: station.ledger + ".damaged")) == Data(ledger.utf8))
    #expect(station.refusal(letter) == "duplicate")
  }

  @Test func whatADiskDoesNotTakeIsRememberedInMemory() throws {
    let station = try CAPStation()
    // A folder with something in it can't be replaced by a file, whoever runs the test.
    try FileManager.default.createDirectory(atPath: station.ledger + ".damaged/a", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: station.ledger + "/a", withIntermediateDirectories: true)
    let intake = station.intake
    let id = try #require(try intake.take(letter.bytes, now: CAPStation.now).order?.id)
    #expect(try intake.take(letter.followed(by: "Cancel").bytes, now: CAPStation.now) == .end([id]))
  }

  @Test func whatWasNotCarriedOutIsNotTaken() throws {
    let station = try CAPStation()
    let (outcome, fault) = try station.intake.take(letter.bytes, now: CAPStation.now) { _ in "loa bận" }
    #expect(fault == "loa bận")
    #expect(try station.take(letter) == outcome)
    #expect(station.refusal(letter) == "duplicate")
  }

  @Test func messagesThatComeAtOnceAreTakenOneAfterAnother() async throws {
    let station = try CAPStation()
    let intake = station.intake
    let letters = (0..<8).map { number in letter.with { $0.identifier = "VN-\(number % 4)" }.bytes }
    let sounded = await withTaskGroup(of: Bool.self) { group in
      for bytes in letters { group.addTask { (try? intake.take(bytes, now: CAPStation.now)) != nil } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(sounded == 4)
  }
}
