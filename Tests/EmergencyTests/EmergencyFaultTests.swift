import Emergency
import Foundation
import TestParts
import Testing

@Suite struct EmergencyFaultTests {
  private let station: EmergencyStation

  init() throws { station = try EmergencyStation() }

  @Test func aMicrophoneThatIsNotThereGivesWay() throws {
    let post = station.post([station.horn()])
    try #require(post.open())
    defer { post.close() }
    let replies = post.answers(.order(EmergencyStation.order("a1", "") { $0.microphone = "no-such-microphone" }))
    #expect(replies.degradations.map(\.name) == ["microphone"] && replies.last == .end(sounds: true))
    try #require(station.hasEnded("a1", on: post))
    let message = try #require(RecordedMessage.samples(of: .general, in: EmergencyStation.voices))
    #expect(station.heard()?.suffix(480_000).elementsEqual(message.suffix(480_000)) == true)
  }

  @Test func aSelfTestIsAQuietToneAndNothingElse() throws {
    let post = station.post([station.horn()])
    try #require(post.open())
    defer { post.close() }
    let before = EmergencyStation.now
    let replies = post.answers(.order(EmergencyStation.order("a1", "") { ($0.isSelfTest, $0.repeats) = (true, 5) }))
    #expect(replies.degradations.isEmpty)
    try #require(station.hasEnded("a1", on: post))
    #expect(difference(try #require(station.heard()), AlertChime.tone()) == nil)
    #expect(post.hasHeldSelfTest(since: before) && !post.hasHeldSelfTest(since: EmergencyStation.now + 1))
  }

  @Test func ordersInAFolderThatOthersCanWriteAreNotRead() throws {
    let folder = try TestFolder()
    let places = EmergencyPlaces(home: folder.file("home"), environment: ["XDG_RUNTIME_DIR": folder.path])
    let fallback = places.folders[1]
    try FileManager.default.createDirectory(atPath: fallback, withIntermediateDirectories: false)
    let order = EmergencyOrder(id: "a", text: "Tin giả.", issued: 0)
    try #require(EmergencyJournal(places: places).append([EmergencyRecord(at: 0, .ordered, id: "a", order: order)]))
    #expect(EmergencyJournal(places: places).records().count == 1)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: fallback)
    #expect(EmergencyJournal(places: places).records().isEmpty)
  }

  @Test func aRoundThatBeganTwiceBeganAtTheSameTimeInAnyOrder() {
    let records = [
      EmergencyBookTests.ordered(EmergencyBookTests.order("a")),
      EmergencyBookTests.began("a", 0, at: EmergencyBookTests.start + 100),
      EmergencyBookTests.began("a", 0, at: EmergencyBookTests.start + 30_000),
      EmergencyBookTests.ended("a", 0, at: EmergencyBookTests.start + 60_000),
    ]
    let now = EmergencyBookTests.start + 60_000
    #expect(EmergencyBook(records).unlogged(at: now) == EmergencyBook(records.reversed()).unlogged(at: now))
  }

  @Test func aTabIsNoWord() {
    let order = EmergencyOrder(id: "a1", text: " \t\n\t", issued: EmergencyBookTests.start)
    #expect(throws: EmergencyRefusal.nothingToSay) { try order.checked(now: EmergencyBookTests.start, zones: []) }
  }
}
