import AudioFile
import DSP
import Foundation
import PCM
import TestParts
import Testing

/// The main job as a person runs it: the worked notices to files, to the day sheet, to ALSA.
@Suite(.serialized) struct MainJobTests {
  private struct Rendered: Decodable {
    struct Loudness: Decodable {
      let integrated_lufs: Double
      let true_peak_dbtp: Double
      let duration_seconds: Double
    }
    let notice: String
    let file: String
    let reused: Bool
    let lost_utterances: Int
    let loudness: Loudness
  }

  private struct Row: Decodable {
    let session: String
    let starts: String
    let seconds: Double
    let item: String
    let notice: String?
    let `class`: String?
    let file: String
  }

  /// All worked notices, rendered once for every test here.
  private static let broadcast = Result { () throws -> (home: TestFolder, loa: LoaProgram, rendered: [Rendered]) in
    let home = try TestFolder()
    try FileManager.default.copyItem(
      atPath: LoaProgram.sourceTree + "/bulletins/station.yaml", toPath: home.file("station.yaml"))
    let loa = LoaProgram(home: home.path)
    let run = try loa.run(["render", LoaProgram.sourceTree + "/bulletins", "--jobs", "2", "--json"])
    try #require(run.code == 0, "\(run.errors)")
    return (home, loa, try JSONDecoder().decode([Rendered].self, from: Data(run.output.utf8)))
  }

  private static func rows(_ loa: LoaProgram, date: String) throws -> [Row] {
    let run = try loa.run(["plan", date, "--json"])
    try #require(run.code == 0, "\(run.errors)")
    return try JSONDecoder().decode([Row].self, from: Data(run.output.utf8))
  }

  @Test func everyWorkedNoticeBecomesSoundAtItsLoudness() throws {
    let (_, _, rendered) = try Self.broadcast.get()
    #expect(rendered.count == 25)
    for item in rendered {
      #expect(abs(item.loudness.integrated_lufs + 16) <= 0.1, "\(item.notice)")
      #expect(item.loudness.true_peak_dbtp <= -1, "\(item.notice)")
      #expect(item.loudness.duration_seconds > 5 && item.lost_utterances == 0, "\(item.notice)")
    }
  }

  @Test func renderingAgainMakesNothingTwice() throws {
    let (_, loa, rendered) = try Self.broadcast.get()
    let run = try loa.run(["render", LoaProgram.sourceTree + "/bulletins", "--json"])
    let again = try JSONDecoder().decode([Rendered].self, from: Data(run.output.utf8))
    #expect(again.map(\.file) == rendered.map(\.file))
    #expect(again.allSatisfy { $0.reused })
  }

  @Test func theDaySheetStartsAtHalfPastFiveWithChimeGreetingAndPriority() throws {
    let (_, loa, _) = try Self.broadcast.get()
    let rows = try Self.rows(loa, date: "2026-11-21").filter { $0.session == "sáng" }
    #expect(rows.first?.starts == "2026-11-21T05:30:00+07:00")
    #expect(rows.prefix(2).map(\.item) == ["chime", "greeting"])
    #expect(rows.dropFirst(2).prefix(2).allSatisfy { $0.class == "priority" })
    #expect(rows.last?.item == "closing")
    #expect(rows.compactMap(\.notice).count >= 15)
    let page = try loa.run(["plan", "21/11/2026"]).output
    #expect(page.contains("expired after 2025"))
  }

  @Test func whatALSAGetsIsTheMasteredFilesSampleForSample() throws {
    let (home, loa, _) = try Self.broadcast.get()
    let raw = home.file("session.raw")
    let configuration = try home.text(
      "asound.conf",
      """
      pcm.quiet { type null }
      pcm.paper { type file slave.pcm quiet file "\(raw)" format raw }

      """)
    var playing = loa
    playing.environment["ALSA_CONFIG_PATH"] = configuration
    let run = try playing.run(["play", "--session", "sáng", "--date", "2026-11-21", "--device", "paper"])
    #expect(run.code == 0, "\(run.errors)")
    let got = FileManager.default.contents(atPath: raw) ?? Data()
    var position = 0
    for row in try Self.rows(loa, date: "2026-11-21") where row.session == "sáng" {
      let samples = try AudioFile.read(row.file).samples
      let matches = got.withUnsafeBytes { bytes in
        guard position + 2 * samples.count <= bytes.count else { return false }
        return samples.indices.allSatisfy { index in
          Float(Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: position + 2 * index, as: Int16.self))) == samples[index]
            * 32768
        }
      }
      #expect(matches, "\(row.item)")
      let gap = got.dropFirst(position + 2 * samples.count).prefix(144_000)
      #expect(gap.allSatisfy { $0 == 0 }, "the gap after \(row.item)")
      position += 2 * (samples.count + 72_000)
    }
    // What is left is the silence that fills the last period.
    #expect(got.count - position < 2 * 48_000 && got.dropFirst(position).allSatisfy { $0 == 0 })
    try FileManager.default.removeItem(atPath: raw)
  }

  @Test func withoutASoundCardTheSessionGoesIntoAFile() throws {
    let (home, loa, _) = try Self.broadcast.get()
    var silent = loa
    silent.environment["ALSA_CONFIG_PATH"] = try home.text("none.conf", "pcm.other { type null }\n")
    let refused = try silent.run(["play", "--session", "sáng", "--date", "2026-11-21"])
    #expect(refused.code == 69 && refused.errors.contains("default"))
    let wav = home.file("session.wav")
    let run = try silent.run(["play", "--session", "sáng", "--date", "2026-11-21", "--output", wav])
    #expect(run.code == 0 && run.output.contains(wav))
    let planned = try Self.rows(loa, date: "2026-11-21").filter { $0.session == "sáng" }.reduce(0) { $0 + $1.seconds + 1.5 }
    let written = try AudioFileReader(path: wav).seconds
    #expect(abs(written - planned) < 0.1)
    try FileManager.default.removeItem(atPath: wav)
  }
}

extension AudioFileReader {
  fileprivate var seconds: Double { Double(frameCount) / Double(format.rate.hertz) }
}
