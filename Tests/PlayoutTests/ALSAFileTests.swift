import AudioOutput
import Foundation
import PCM
import Playout
import TestParts
import Testing

/// Through the real alsa-lib: what its `file` PCM writes down is what a card would have been given.
struct ALSAFileTests {
  /// A device that takes one sample format and one number of channels, as cards do, and the file it is written down in.
  struct Card: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let slave: String
    let format: SampleFormat
    let channels: Int
  }

  static let cards = [
    Card(testDescription: "mono, 16 bit", slave: "type null", format: .s16, channels: 1),
    Card(
      testDescription: "stereo only, 16 bit",
      slave: """
        type multi
        slaves.a { pcm { type null } channels 2 }
        bindings.0 { slave a channel 0 }
        bindings.1 { slave a channel 1 }
        """, format: .s16, channels: 2),
    Card(
      testDescription: "float only", slave: "type lfloat slave { pcm { type null } format S16_LE }", format: .float,
      channels: 1),
  ]

  @Test(arguments: cards) func whatTheDeviceGetsIsTheFilesSamples(card: Card) async throws {
    let folder = try TestFolder()
    let raw = folder.file("out.raw")
    let configuration = try folder.text(
      "asound.conf", "pcm.card { type file file \"\(raw)\" format raw slave.pcm { \(card.slave) } }\n")
    let samples = TestSound.noise(frames: 70_001, seed: 7)
    try TestSound.write(samples, to: folder.file("a.flac"))
    let output = try ALSAOutput(device: "card", configuration: configuration)
    #expect(output.granted.sampleFormat == card.format)
    #expect(output.granted.channelCount == card.channels)
    let report = await Player().play(Playlist(files: [folder.file("a.flac")]), on: output)
    #expect(report.isComplete)
    let bytes = FileManager.default.contents(atPath: raw) ?? Data()
    let got = Self.samples(bytes, card.format)
    let expected = samples.flatMap { Array(repeating: $0, count: card.channels) }
    #expect(difference(got, expected) == nil)
  }

  private static func samples(_ bytes: Data, _ format: SampleFormat) -> [Int16] {
    bytes.withUnsafeBytes { bytes in
      (0..<(bytes.count / format.bytesPerSample)).map { index in
        switch format {
        case .s16: bytes.loadUnaligned(fromByteOffset: index * 2, as: Int16.self)
        case .s32: Int16(bytes.loadUnaligned(fromByteOffset: index * 4, as: Int32.self) >> 16)
        case .float: Int16(bytes.loadUnaligned(fromByteOffset: index * 4, as: Float.self) * 32768)
        }
      }
    }
  }

  @Test func eachLineOfACardGetsItsOwnSoundOnItsOwnChannels() async throws {
    let folder = try TestFolder()
    let raw = folder.file("out.raw")
    let configuration = try folder.text(
      "asound.conf", "pcm.card { type file file \"\(raw)\" format raw slave.pcm { type null } }\n")
    let sounds = [TestSound.noise(frames: 70_001, seed: 7), TestSound.noise(frames: 30_000, seed: 8)]
    func line(_ channels: [Int]) throws -> ChannelOutput {
      try ChannelOutput(device: "card", channels: channels, of: 4, configuration: configuration)
    }
    try await {
      let first = try line([1, 4])
      #expect(throws: AudioOutputError.self) { try line([4]) }
      #expect(throws: AudioOutputError.badParameters(device: "card", parameter: "channel", asked: "[5]")) { try line([5]) }
      let second = try line([2])
      async let one = Player().play(Playlist([PlaylistItem(title: "a", source: .samples(sounds[0]))]), on: first)
      async let two = Player().play(Playlist([PlaylistItem(title: "b", source: .samples(sounds[1]))]), on: second)
      #expect(await one.isComplete)
      #expect(await two.isComplete)
    }()
    // The card is closed once nobody plays on it.
    var bytes = Data()
    for _ in 0..<100 {
      usleep(20_000)
      let now = FileManager.default.contents(atPath: raw) ?? Data()
      if !now.isEmpty, now.count == bytes.count { break }
      bytes = now
    }
    let got = Self.samples(bytes, .s16)
    let channels = (0..<4).map { channel in stride(from: channel, to: got.count, by: 4).map { got[$0] } }
    func heard(_ channel: Int) -> [Int16] {
      let samples = channels[channel]
      guard let first = samples.firstIndex(where: { $0 != 0 }), let last = samples.lastIndex(where: { $0 != 0 }) else {
        return []
      }
      return Array(samples[first...last])
    }
    #expect(difference(heard(0), sounds[0]) == nil)
    #expect(difference(heard(3), sounds[0]) == nil)
    #expect(difference(heard(1), sounds[1]) == nil)
    #expect(heard(2).isEmpty)
  }
}
