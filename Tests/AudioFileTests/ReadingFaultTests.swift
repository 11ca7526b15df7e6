import AudioFile
import Foundation
import PCM
import TestParts
import Testing

struct ReadingFaultTests {
  @Test func aMissingFileIsSaidByName() throws {
    let folder = try TestFolder()
    let path = folder.file("none.flac")
    #expect(throws: AudioFileError.missing(path: path)) { try AudioFile.read(path) }
    #expect(throws: AudioFileError.missing(path: path + "/a.flac")) { try AudioFile.read(path + "/a.flac") }
  }

  @Test func whatIsNoSoundIsSaidByName() throws {
    let folder = try TestFolder()
    try folder.bytes("empty.wav", [])
    try folder.bytes("text.flac", Array("Thông báo: ngày mai cắt điện.".utf8))
    try folder.bytes("binary.wav", (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 3) })
    for name in ["empty.wav", "text.flac", "binary.wav"] {
      #expect(throws: AudioFileError.notAudio(path: folder.file(name))) { try AudioFile.read(folder.file(name)) }
    }
    #expect(throws: AudioFileError.notAudio(path: folder.path)) { try AudioFile.read(folder.path) }
    mkfifo(folder.file("pipe.wav"), 0o600)
    #expect(throws: AudioFileError.notAudio(path: folder.file("pipe.wav"))) {
      try AudioFile.read(folder.file("pipe.wav"))
    }
  }

  @Test(arguments: ["a.flac", "a.wav", "a.ogg", "a.opus"], [0.3, 0.9, 0.999])
  func aFileThatEndsEarlyIsNeverTakenForWhole(name: String, part: Double) throws {
    let folder = try TestFolder()
    try AudioFile.write(PCMBuffer(mono: TestSound.tone(seconds: 4), rate: .broadcast), to: folder.file(name))
    try folder.cut(name, to: part)
    do {
      _ = try AudioFile.read(folder.file(name))
      Issue.record("a cut file was read to its end")
    } catch {
      switch error {
      case .truncated(let path, let frames, let expected):
        #expect(path == folder.file(name))
        #expect(frames.map { $0 < 192_000 } ?? true)
        #expect(expected == nil || expected == 192_000)
      case .unreadable(let path, let second, _):
        #expect(path == folder.file(name))
        #expect(second < 4)
      default: Issue.record(error)
      }
    }
  }

  @Test(arguments: [0x7FFF_F000, 0xFFFF_FFFF, 0] as [UInt32])
  func aLengthThatWasNeverWrittenIsKnownForWhatItIs(length: UInt32) throws {
    let folder = try TestFolder()
    let samples = TestSound.noise(samples: 5_000)
    try AudioFile.write(PCMBuffer(mono: samples.map { Float($0) / 32_768 }, rate: .broadcast), to: folder.file("a.wav"))
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: folder.file("a.wav"))))
    let data = try #require(bytes.indices.first { bytes[$0...].starts(with: "data".utf8) })
    for index in 0..<4 { bytes[data + 4 + index] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(index))) }
    try folder.bytes("piped.wav", bytes)
    if length == 0 {
      // The recorder died before it wrote the length: libsndfile would take it for an empty sound.
      #expect(throws: AudioFileError.truncated(path: folder.file("piped.wav"), frames: nil, expected: nil)) {
        try AudioFile.read(folder.file("piped.wav"))
      }
      return
    }
    #expect(try difference(TestSound.read16(folder.file("piped.wav")), samples) == nil)
  }

  @Test(arguments: ["a.flac", "a.wav", "a.ogg", "a.opus"]) func anyDamageIsAnErrorOrSound(name: String) throws {
    let folder = try TestFolder()
    try AudioFile.write(PCMBuffer(mono: TestSound.tone(seconds: 1), rate: .broadcast), to: folder.file(name))
    let whole = [UInt8](try Data(contentsOf: URL(filePath: folder.file(name))))
    var state: UInt64 = 99
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Half of the damage goes to the headers.
        let range = state & 1 == 0 ? min(200, bytes.count) : bytes.count
        bytes[Int(state >> 33) % range] = UInt8(truncatingIfNeeded: state >> 24)
      }
      try folder.bytes("damaged", bytes)
      do {
        let sound = try AudioFile.read(folder.file("damaged"))
        #expect(sound.format.channelCount > 0)
      } catch {
        #expect(error.english.contains("damaged"))
      }
    }
  }
}
