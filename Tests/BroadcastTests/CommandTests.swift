import AudioFile
import DSP
import Foundation
import PCM
import TestParts
import Testing

/// Each command's answer, as a person or a script takes it.
@Suite struct CommandTests {
  private let home: TestFolder
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    loa = LoaProgram(home: home.path)
  }

  @Test func plainReadingKeepsLinesForLines() throws {
    let run = try loa.run(["read", "-", "--plain"], input: "Họp lúc 8h30\n\nngày 2/9\n")
    #expect(run.output == "Họp lúc tám giờ ba mươi phút\n\nngày hai tháng chín\n")
  }

  @Test func readingShowsWhatIsSaidBesideWhatIsWritten() throws {
    let run = try loa.run(["read", "-"], input: "Họp lúc 8h30.")
    #expect(run.output.contains("8h30") && run.output.contains("tám giờ ba mươi phút"))
    #expect(run.output.contains("No token needs a look."))
  }

  @Test func readingAsJSONKeepsRanges() throws {
    struct Token: Decodable {
      let start: Int
      let end: Int
      let written: String
    }
    let text = "Họp lúc 8h30, ngày 5/6."
    let run = try loa.run(["read", "-", "--json"], input: text)
    let tokens = try JSONDecoder().decode([Token].self, from: Data(run.output.utf8)).sorted { $0.start < $1.start }
    #expect(tokens.map(\.written).joined() == text)
    #expect(tokens.last?.end == text.utf8.count)
  }

  @Test(arguments: ["flac", "wav", "ogg", "opus"]) func sayWritesEachKindOfFile(kind: String) throws {
    let path = home.file("a." + kind)
    #expect(try loa.run(["say", "Mời bà con dự họp lúc 8h30.", "-o", path]).code == 0)
    let measured = LoudnessMeter.measure(try AudioFile.read(path))
    #expect(abs(measured.integrated.value + 16) < 0.3 && measured.seconds > 1.5)
  }

  @Test func dryIsTheSynthesisersOwnSound() throws {
    let path = home.file("a.wav")
    #expect(try loa.run(["say", "--dry", "--voice", "bac", "-o", path, "má"]).code == 0)
    #expect(try AudioFile.read(path).format == PCMFormat(rate: .espeak, channelCount: 1))
  }

  @Test func masterHitsTheTargetAndMeterAgrees() throws {
    struct Record: Decodable {
      let integrated_lufs: Double
      let true_peak_dbtp: Double
      let duration_seconds: Double
    }
    var seed: UInt64 = 1
    let noise = (0..<96_000).map { _ -> Float in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int32(truncatingIfNeeded: seed >> 33)) / Float(Int32.max) * 0.05
    }
    let source = home.file("a.wav")
    try AudioFile.write(PCMBuffer(mono: noise, rate: .broadcast), to: source)
    let made = home.file("b.flac")
    #expect(try loa.run(["master", source, "-o", made, "--target", "-20", "--loudspeaker", "none"]).code == 0)
    let run = try loa.run(["meter", made, "--json"])
    let record = try #require(try JSONDecoder().decode([Record].self, from: Data(run.output.utf8)).first)
    #expect(abs(record.integrated_lufs + 20) <= 0.1 && record.true_peak_dbtp <= -1 && abs(record.duration_seconds - 2) < 0.01)
  }

  @Test func masterLiveSoundsAsARelayWould() throws {
    let noise = (0..<240_000).map { Float(sin(Double($0) * 0.13)) * 0.02 }
    let (source, made) = (home.file("relay.wav"), home.file("relay.flac"))
    try AudioFile.write(PCMBuffer(mono: noise, rate: .broadcast), to: source)
    #expect(try loa.run(["master", source, "-o", made, "--live", "--loudspeaker", "standard"]).code == 0)
    let sound = try AudioFile.read(made)
    #expect(abs(sound.seconds - 5) < 0.01)
    let end = LoudnessMeter.measure(PCMBuffer(mono: Array(sound.samples.suffix(96_000)), rate: .broadcast))
    #expect(abs(end.integrated.value + 16) < 1 && end.truePeak <= TruePeak(dBTP: -1))
  }

  @Test func voicesNamesWhatThereIs() throws {
    let output = try loa.run(["voices"]).output
    for name in ["bac", "horn", "column", "studio", "standard"] { #expect(output.contains(name)) }
  }

  @Test func doctorNamesEachPartAndWhatToDo() throws {
    let run = try loa.run(["doctor", "--device", "nosuchdevice"])
    #expect(run.code == 69)
    for part in ["espeak-ng", "nosuchdevice", "clock", "disk", "pandoc"] { #expect(run.output.contains(part)) }
  }

  @Test func aPipeSeesNoProgress() throws {
    let path = try home.text("a.md", "Thông báo\nMời bà con dự họp.")
    let run = try loa.run(["render", path, "-o", home.file("out")])
    #expect(run.code == 0 && !run.errors.contains("\u{1B}") && !run.output.contains("\u{1B}"))
  }

  @Test func planWithoutAnythingRenderedSaysWhatToDo() throws {
    let run = try loa.run(["plan"])
    #expect(run.code == 1 && run.errors.contains("loa render"))
  }
}
