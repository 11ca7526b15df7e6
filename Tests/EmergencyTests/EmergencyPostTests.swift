import Bulletin
import Emergency
import Foundation
import PCM
import TestParts
import Testing

/// What is heard when an emergency is raised while much of the station is broken.
@Suite struct EmergencyPostTests {
  let station: EmergencyStation

  init() throws { station = try EmergencyStation() }

  /// Splits what was heard into chimes and what follows them; the chime is repeated while there are no words yet.
  private func afterChimes(_ heard: [Int16], isDrill: Bool = false) -> (chimes: Int, rest: [Int16]) {
    let chime = AlertChime.samples(isDrill: isDrill)
    var count = 0
    while heard.count >= (count + 1) * chime.count, heard[(count * chime.count)...].prefix(chime.count).elementsEqual(chime) {
      count += 1
    }
    return (count, Array(heard[(count * chime.count)...]))
  }

  private func recorded(_ kind: EmergencyKind) throws -> [Int16] {
    try #require(RecordedMessage.samples(of: kind, in: EmergencyStation.voices))
  }

  @Test func withoutASynthesiserTheRecordedMessageSoundsAndItIsTold() throws {
    let post = station.post([station.horn()])
    try #require(post.open())
    defer { post.close() }
    let order = EmergencyStation.order("a1") { ($0.kind, $0.repeats) = (.fire, 2) }
    let replies = post.answers(.order(order))
    #expect(replies.first == .taken(id: "a1") && replies.last == .end(sounds: true))
    #expect(replies.contains(.kept(path: station.home + "/emergency.journal")))
    #expect(replies.sounding == ["horn"] && replies.degradations.map(\.name) == ["synthesiser"])
    #expect(replies.contains { if case .speaking = $0 { true } else { false } })
    try #require(station.hasEnded("a1", on: post))
    let (chimes, rest) = afterChimes(try #require(station.heard()))
    #expect(chimes > 0)
    let message = try recorded(.fire)
    let pause = Array(repeating: Int16(0), count: 72_000)
    #expect(difference(rest, message + pause + AlertChime.samples(isDrill: false) + message) == nil)
    #expect(station.course == ["ordered a1", "began a1", "ended a1"])
    let detail = try #require(station.records.last?.detail)
    #expect(detail.hasPrefix("heard on horn; synthesiser: "))
    #expect(post.orders.isEmpty && !post.isSounding)
    #expect(post.unlogged.map(\.order.id) == ["a1"])
    post.settle(post.unlogged)
    #expect(post.unlogged.isEmpty)
  }

  @Test func withoutRecordedMessagesThePhraseInTheProgramSounds() throws {
    let post = station.post([station.horn()], voices: nil)
    try #require(post.open())
    defer { post.close() }
    let replies = post.answers(.order(EmergencyStation.order("a1")))
    #expect(Set(replies.degradations.map(\.name)) == ["synthesiser", "recorded-message"])
    #expect(replies.last == .end(sounds: true))
    try #require(station.hasEnded("a1", on: post))
    let (chimes, rest) = afterChimes(try #require(station.heard()))
    #expect(chimes > 0 && difference(rest, BuiltInPhrase.samples()) == nil)
  }

  @Test func aKindWithoutWordsSaysItsRecordedMessageAndThatIsNoFault() throws {
    let post = station.post([station.horn()])
    try #require(post.open())
    defer { post.close() }
    let replies = post.answers(.order(EmergencyStation.order("a1", "") { $0.kind = .tsunami }))
    #expect(replies.degradations.isEmpty && replies.last == .end(sounds: true))
    try #require(station.hasEnded("a1", on: post))
    let (chimes, rest) = afterChimes(try #require(station.heard()))
    #expect(try chimes > 0 && difference(rest, recorded(.tsunami)) == nil)
    #expect(station.records.last?.detail == "heard on horn")
  }

  @Test func aDrillHasTheDrillsChime() throws {
    let post = station.post([station.horn()])
    try #require(post.open())
    defer { post.close() }
    _ = post.answers(.order(EmergencyStation.order("a1", "") { ($0.isDrill, $0.kind) = (true, .storm) }))
    try #require(station.hasEnded("a1", on: post))
    let (chimes, rest) = afterChimes(try #require(station.heard()), isDrill: true)
    #expect(try chimes > 0 && difference(rest, recorded(.storm)) == nil)
  }

  @Test func aRecordingOfTheirOwnSoundsInPlaceOfWords() throws {
    let post = station.post([station.horn()])
    try #require(post.open())
    defer { post.close() }
    let path = EmergencyStation.voices + "/emergency/general.flac"
    let replies = post.answers(.order(EmergencyStation.order("a1", "") { $0.audio = path }))
    #expect(replies.degradations.isEmpty)
    try #require(station.hasEnded("a1", on: post))
    let (chimes, rest) = afterChimes(try #require(station.heard()))
    // Mastered as every notice is, so that it is as loud.
    #expect(chimes > 0 && (600_000...1_000_000).contains(rest.count) && rest.contains { $0.magnitude > 10_000 })
  }

  @Test(arguments: ["none.wav", "text.wav", "silence.wav", "home"]) func aRecordingThatCannotBePlayedGivesWay(name: String) throws
  {
    try station.folder.text("text.wav", "Thông báo")
    let silence = [UInt8]("RIFF".utf8) + [0xa4, 0, 0, 0] + [UInt8]("WAVEfmt ".utf8)
    let format: [UInt8] = [16, 0, 0, 0, 1, 0, 1, 0, 0x80, 0xbb, 0, 0, 0, 0x77, 1, 0, 2, 0, 16, 0]
    try station.folder.bytes(
      "silence.wav", silence + format + [UInt8]("data".utf8) + [0x80, 0, 0, 0] + [UInt8](repeating: 0, count: 128))
    let post = station.post([station.horn()])
    try #require(post.open())
    defer { post.close() }
    let path = station.folder.file(name)
    let replies = post.answers(.order(EmergencyStation.order("a1", "") { ($0.audio, $0.kind) = (path, .flood) }))
    #expect(replies.degradations.map(\.name) == ["audio"] && replies.last == .end(sounds: true))
    try #require(station.hasEnded("a1", on: post))
    let (chimes, rest) = afterChimes(try #require(station.heard()))
    #expect(try chimes > 0 && difference(rest, recorded(.flood)) == nil)
  }

  @Test func oneLoudspeakerThatFailsSilencesNoOther() throws {
    let post = station.post([EmergencyOutput(name: "hall", device: "no-such-card"), station.horn()])
    try #require(post.open())
    defer { post.close() }
    let replies = post.answers(.order(EmergencyStation.order("a1", "") { $0.kind = .fire }))
    #expect(replies.sounding == ["horn"] && replies.last == .end(sounds: true))
    guard case .output(let name, let vietnamese, let english) = replies.degradations.first else {
      Issue.record("\(replies.degradations)")
      return
    }
    #expect(name == "hall" && vietnamese.contains("no-such-card") && english.contains("no-such-card"))
    try #require(station.hasEnded("a1", on: post))
    #expect(station.records.last?.detail?.hasPrefix("heard on horn; output: the loudspeaker «hall»") == true)
  }

  @Test func whereNoLoudspeakerSoundsItIsSaidAndTriedOnUntilItIsCancelled() throws {
    let post = station.post([EmergencyOutput(name: "hall", device: "no-such-card")])
    try #require(post.open())
    defer { post.close() }
    let replies = post.answers(.order(EmergencyStation.order("a1", "") { $0.kind = .fire }))
    #expect(replies.sounding.isEmpty && replies.last == .end(sounds: false))
    #expect(replies.degradations.map(\.name) == ["output"] && post.isSounding && !post.hasSounded("a1"))
    #expect(post.answers(.cancel(id: nil)).first == .cancelled(["a1"]))
    #expect(EmergencyStation.wait { !post.isSounding } && station.course == ["ordered a1", "cancelled a1"])
  }

  @Test func anEmergencyOfAZoneSoundsThereAlone() throws {
    var (one, two) = (station.horn("one"), station.horn("two"))
    (one.zones, two.zones) = (.named(["Thôn 1"]), .named(["Thôn 2"]))
    let post = station.post([one, two], zones: ["Thôn 1", "Thôn 2", "Thôn 3"])
    try #require(post.open())
    defer { post.close() }
    let replies = post.answers(.order(EmergencyStation.order("a1", "") { ($0.kind, $0.zones) = (.fire, .named(["thon 1"])) }))
    #expect(replies.sounding == ["one"])
    try #require(station.hasEnded("a1", on: post))
    #expect(station.heard("one") != nil && station.heard("two") == nil)
    // Better everywhere than nowhere.
    let other = post.answers(.order(EmergencyStation.order("a2", "") { ($0.kind, $0.zones) = (.fire, .named(["Thôn 3"])) }))
    #expect(Set(other.sounding) == ["one", "two"])
    try #require(station.hasEnded("a2", on: post))
    #expect(station.heard("two") != nil)
  }

  @Test func whereTheJournalCannotBeWrittenItSoundsAllTheSameAndItIsTold() throws {
    try FileManager.default.createDirectory(atPath: station.home + "/emergency.journal", withIntermediateDirectories: false)
    let post = station.post([station.horn()])
    try #require(post.open())
    defer { post.close() }
    let replies = post.answers(.order(EmergencyStation.order("a1", "") { $0.kind = .fire }))
    let path = station.places.folders[1] + "/emergency.journal"
    #expect(replies.contains(.kept(path: path)) && replies.degradations == [.journal(path: path)])
    #expect(replies.sounding == ["horn"] && replies.last == .end(sounds: true))
    try #require(station.hasEnded("a1", on: post))
  }
}
