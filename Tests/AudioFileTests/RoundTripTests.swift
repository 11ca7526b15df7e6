import AudioFile
import Foundation
import PCM
import TestParts
import Testing

struct RoundTripTests {
  @Test(arguments: ["a.flac", "a.wav"], [1, 2])
  func sixteenBitSamplesComeBackExactly(name: String, channels: Int) throws {
    let folder = try TestFolder()
    let samples = TestSound.noise(samples: 20_002)
    var writer = try AudioFileWriter(
      path: folder.file(name), format: PCMFormat(rate: .broadcast, channelCount: channels))
    // By uneven blocks, as a producer hands them over.
    var start = 0
    for length in [2, 4_096, 10_002] {
      try writer.write(samples.span.extracting(start..<(start + length)))
      start += length
    }
    try writer.write(samples.span.extracting(start...))
    #expect(writer.frameCount == 20_002 / channels)
    try writer.close()
    #expect(try difference(TestSound.read16(folder.file(name)), samples) == nil)
    let sound = try AudioFile.read(folder.file(name))
    #expect(sound.format == PCMFormat(rate: .broadcast, channelCount: channels))
    #expect(difference(sound.samples.map { Int16($0 * 32_768) }, samples) == nil)
  }

  @Test func floatsBecomeTheNearestSixteenBitsAndAreLimited() throws {
    let folder = try TestFolder()
    let unit: Float = 1 / 32_768
    let table: [(Float, Int16)] = [
      (0, 0), (unit, 1), (-unit, -1), (0.4 * unit, 0), (0.6 * unit, 1), (-0.6 * unit, -1), (1, 32_767), (-1, -32_768),
      (3, 32_767), (-3, -32_768), (.infinity, 32_767), (-.infinity, -32_768), (.nan, 0), (12_345.4 * unit, 12_345),
    ]
    // Twice, so that full blocks of the kernel and its tail both see each value.
    let input = (table + table + table).map(\.0)
    try AudioFile.write(PCMBuffer(mono: input, rate: .broadcast), to: folder.file("a.flac"))
    #expect(try TestSound.read16(folder.file("a.flac")) == (table + table + table).map(\.1))
  }

  @Test(arguments: ["a.ogg", "a.opus"]) func lossyKindsKeepLengthAndLevel(name: String) throws {
    let folder = try TestFolder()
    let tone = TestSound.tone(seconds: 3)
    try AudioFile.write(PCMBuffer(mono: tone, rate: .broadcast), to: folder.file(name))
    let sound = try AudioFile.read(folder.file(name))
    #expect(sound.frameCount == tone.count)
    let power = sound.samples.reduce(0) { $0 + $1 * $1 } / Float(sound.frameCount)
    #expect(abs(power - 0.125) < 0.005)
    let nearest = try TestSound.read16(folder.file(name))
    #expect(zip(nearest, sound.samples).allSatisfy { abs(Float($0) - $1 * 32_768) <= 0.51 })
  }

  @Test func monoIsTheMeanOfTheChannels() throws {
    let folder = try TestFolder()
    let stereo = PCMBuffer(format: PCMFormat(rate: .broadcast, channelCount: 2), samples: [0.5, 0.25, -0.5, 0.5, 1, 0])
    try AudioFile.write(stereo, to: folder.file("a.wav"))
    #expect(stereo.mixedToMono().samples == [0.375, 0, 0.5])
    var reader = try AudioFileReader(path: folder.file("a.wav"))
    var mono = [Int16](repeating: 7, count: 4)
    var span = mono.mutableSpan
    #expect(try reader.readMono(into: &span) == 3)
    // Full scale itself does not fit 16 bits: 32767 was written for 1.
    #expect(mono == [12_288, 0, 16_384, 7])
  }

  @Test(arguments: ["a.flac", "a.wav", "a.ogg"]) func tagsAreInTheFile(name: String) throws {
    let folder = try TestFolder()
    let tags = AudioTags(title: "Thông báo cắt điện", artist: "Loa Làng", comment: "giọng nữ", date: "2026-03-01")
    let tone = PCMBuffer(mono: TestSound.tone(seconds: 0.1), rate: .broadcast)
    try AudioFile.write(tone, to: folder.file(name), tags: tags)
    let data = try Data(contentsOf: URL(filePath: folder.file(name)))
    for text in [tags.title, tags.artist, tags.comment, tags.date] {
      #expect(data.range(of: Data(text.utf8)) != nil, "\(text)")
    }
  }

  @Test func anEmptySoundIsAFileOfNoFrames() throws {
    let folder = try TestFolder()
    try AudioFile.write(PCMBuffer(mono: [], rate: .broadcast), to: folder.file("a.wav"))
    #expect(try AudioFile.read(folder.file("a.wav")).frameCount == 0)
  }
}
