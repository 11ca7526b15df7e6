import Emergency
import Foundation
import Testing

@Suite struct EmergencySoundsTests {
  private static let voices = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "voices").path

  private func peakDecibels(_ samples: some Sequence<Int16>) -> Double {
    20 * log10(samples.reduce(0) { max($0, abs(Double($1))) } / 32_768)
  }

  private func rmsDecibels(_ samples: [Int16]) -> Double {
    10 * log10(samples.reduce(0) { $0 + Double($1) * Double($1) } / Double(samples.count) / 32_768 / 32_768)
  }

  private func seconds(_ samples: [Int16]) -> Double { Double(samples.count) / 48_000 }

  @Test(arguments: [false, true]) func theChimeIsLoudAtOnceAndLeavesSilenceForTheWords(isDrill: Bool) throws {
    let chime = AlertChime.samples(isDrill: isDrill)
    let first = try #require(chime.firstIndex { $0.magnitude > 10_000 })
    #expect(first <= 144)
    #expect(chime.first == 0 && chime.prefix(24).allSatisfy { $0.magnitude < 20_000 })
    #expect(chime.suffix(12_000).allSatisfy { $0 == 0 })
    #expect((1.8...2.2).contains(seconds(chime)))
  }

  @Test func theAlarmIsLouderAndDenserThanTheDrill() {
    let (alarm, drill) = (AlertChime.samples(isDrill: false), AlertChime.samples(isDrill: true))
    #expect((-4 ... -2).contains(peakDecibels(alarm)))
    #expect(peakDecibels(drill) < peakDecibels(alarm) - 2)
    #expect(rmsDecibels(drill) < rmsDecibels(alarm) - 6)
  }

  @Test func theChimeNeverJumps() {
    for isDrill in [false, true] {
      let chime = AlertChime.samples(isDrill: isDrill)
      #expect(zip(chime, chime.dropFirst()).allSatisfy { abs(Int($0) - Int($1)) < 8_000 })
    }
  }

  @Test func theTestToneIsOneKilohertzAtMinusThirty() {
    let tone = AlertChime.tone()
    #expect(tone.count == 96_000)
    #expect(abs(peakDecibels(tone) + 30) < 1)
    #expect(tone.first == 0 && tone.last == 0)
    #expect((1_998...2_001).contains(zip(tone, tone.dropFirst()).count { $0 < 0 && $1 >= 0 }))
  }

  @Test func thePhraseInsideTheProgramIsSpeech() {
    let phrase = BuiltInPhrase.samples()
    #expect((2...8).contains(seconds(phrase)))
    #expect(abs(peakDecibels(phrase) + 1) < 0.1)
    #expect(rmsDecibels(phrase) > -30)
    #expect(phrase != AlertChime.samples(isDrill: false))
  }

  @Test(arguments: EmergencyKind.allCases) func everyKindHasARecordedMessage(kind: EmergencyKind) throws {
    let message = try #require(RecordedMessage.samples(of: kind, in: Self.voices))
    #expect((5...40).contains(seconds(message)))
    #expect(rmsDecibels(message) > -30)
    if kind != .general { #expect(message != RecordedMessage.samples(of: .general, in: Self.voices)) }
  }

  @Test func withoutAFolderThereIsNoRecordedMessage() {
    #expect(RecordedMessage.samples(of: .fire, in: nil) == nil)
    #expect(RecordedMessage.samples(of: .fire, in: "/nowhere") == nil)
  }

  @Test func aDamagedMessageGivesWayToTheGeneralOne() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "loa-emergency-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let emergency = folder.appending(path: "emergency")
    try FileManager.default.createDirectory(at: emergency, withIntermediateDirectories: true)
    try Data("no sound".utf8).write(to: emergency.appending(path: "flood.flac"))
    #expect(RecordedMessage.samples(of: .flood, in: folder.path) == nil)
    let general = URL(filePath: Self.voices + "/emergency/general.flac")
    try FileManager.default.copyItem(at: general, to: emergency.appending(path: "general.flac"))
    #expect(
      RecordedMessage.samples(of: .flood, in: folder.path) == RecordedMessage.samples(of: .general, in: Self.voices))
  }
}
