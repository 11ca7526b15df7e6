import AudioFile
import Bulletin
import DSP
import Foundation
import PCM
import Production
import Speech
import TestParts
import Testing

/// Notices to files through the real synthesiser.
@Suite struct ProducerTests {
  private let folder: TestFolder
  private let producer: Producer

  init() throws {
    folder = try TestFolder()
    let voices = try VoicesFolder(path: LoaProgram.sourceTree + "/voices")
    let pool = try SpeechPool(
      configuration: SpeechPool.Configuration(
        executable: LoaProgram.path, voicesDirectory: voices.espeakVoices, cacheDirectory: folder.file("cache"), jobs: 2))
    producer = try Producer(
      pool: pool, voices: voices, lexicon: voices.lexicon().lexicon, voice: voices.voice("bac"), mastering: .standard,
      folder: folder.file("audio"))
  }

  private func notice(_ name: String, _ text: String) async throws -> NoticeFile {
    try await NoticeFile.load(try folder.text(name, text))
  }

  @Test func aNoticeBecomesAFileAtItsLoudnessUnderItsCeiling() async throws {
    let made = try producer.produce(
      try await notice("a.md", "Thông báo\nMời bà con dự họp lúc 8h30 ngày 5/6/2026 tại nhà văn hóa."))
    let sound = try AudioFile.read(made.file)
    let measured = LoudnessMeter.measure(sound)
    #expect(sound.format == PCMFormat(rate: .broadcast, channelCount: 1))
    #expect(abs(measured.integrated.value + 16) <= 0.1)
    #expect(measured.truePeak.dBTP <= -1)
    #expect(made.seconds > 4 && made.troubles.isEmpty && !made.wasThere)
  }

  @Test func theSameRecipeIsMadeOnceAndAnyChangeMakesAnotherFile() async throws {
    let text = "Thông báo\nMời bà con dự họp."
    let first = try producer.produce(try await notice("a.md", text))
    let again = try producer.produce(try await notice("a.md", text))
    let changed = try producer.produce(try await notice("a.md", text + " Xin cảm ơn."))
    #expect(again.wasThere && again.file == first.file && again.seconds == first.seconds)
    #expect(changed.file != first.file && !changed.wasThere)
  }

  @Test func aDamagedFileIsMadeAgain() async throws {
    let first = try producer.produce(try await notice("a.md", "Thông báo\nMời bà con dự họp."))
    let whole = try Data(contentsOf: URL(filePath: first.file))
    try whole.prefix(whole.count / 2).write(to: URL(filePath: first.file))
    let again = try producer.produce(try await notice("a.md", "Thông báo\nMời bà con dự họp."))
    #expect(!again.wasThere && again.file == first.file)
    #expect(try AudioFile.read(first.file).frameCount > 48_000)
  }

  @Test func aBadNoticeNeverStopsTheOthers() async throws {
    let notices = [
      try await notice("a.md", "Thông báo một\nMời bà con dự họp."),
      try await notice("b.md", "Thông báo hai\n![mất](none.flac)"),
      try await notice("c.md", "---\ntitle: Ba\nvoice: robot\n---\nNội dung."),
      try await notice("d.md", "Thông báo bốn\nMời bà con dự họp."),
    ]
    let outcomes = producer.produce(notices, jobs: 2)
    var made: [String] = []
    var failed: [String] = []
    for outcome in outcomes {
      switch outcome {
      case .mastered(let item): made.append(item.notice.bulletin.id)
      case .failed(_, let error): failed.append(error.vietnamese)
      }
    }
    #expect(made == ["a", "d"])
    #expect(failed.count == 2)
    #expect(failed.first?.contains("b.md, dòng 2: không có tệp ghi âm «none.flac»") == true)
    #expect(failed.last?.contains("không có giọng «robot». Các giọng có: bac") == true)
  }

  @Test func aRecordingPlaysInItsPlaceAtTheSpeechsLoudness() async throws {
    // A quiet tone, 22.05 kHz stereo: another rate, other channels, 30 dB too low.
    let rate = SampleRate(hertz: 22_050)
    let tone = (0..<44_100).flatMap { frame -> [Float] in
      let sample = 0.01 * Float(sin(2 * Double.pi * 440 * Double(frame) / 22_050))
      return [sample, sample]
    }
    try AudioFile.write(PCMBuffer(format: PCMFormat(rate: rate, channelCount: 2), samples: tone), to: folder.file("tone.wav"))
    let made = try producer.produce(try await notice("a.md", "Thông báo\nSau đây là nhạc.\n![nhạc](tone.wav)"))
    let plain = try producer.produce(try await notice("b.md", "Thông báo\nSau đây là nhạc."))
    #expect(made.seconds > plain.seconds + 1.9)
    let sound = try AudioFile.read(made.file).samples
    let tail = Array(sound.suffix(Int(2.2 * 48_000)).prefix(48_000))
    let loudness = LoudnessMeter.measure(PCMBuffer(mono: tail, rate: .broadcast)).integrated
    #expect(abs(loudness.value + 16) < 2)
  }
}
