import Bulletin
import Foundation
import PCM
import Production
import Schedule
import Speech
import Station
import TestParts
import Testing
import VietnameseText

/// Every stage of every worked notice, but for the sound itself, which other tests measure.
@Suite struct GoldenTests {
  private static let bulletins = LoaProgram.sourceTree + "/bulletins"
  static let notices = (try? NoticeFile.paths([bulletins]))?.map { URL(filePath: $0).lastPathComponent } ?? []

  @Test func allWorkedNoticesAreHere() { #expect(Self.notices.count == 25) }

  @Test(arguments: notices) func everyStageOfANotice(name: String) async throws {
    let notice = try await NoticeFile.load("\(Self.bulletins)/\(name)")
    let voices = try VoicesFolder(path: LoaProgram.sourceTree + "/voices")
    let script = Script(notice.bulletin, lexicon: voices.lexicon().lexicon)
    let stages = [parsed(notice), read(script), spoken(script, try voices.voice("bac"))]
    try Golden.check(stages.joined(separator: "\n"), URL(filePath: name).deletingPathExtension().lastPathComponent)
  }

  /// The plan of one morning, with lengths from the number of words so that it does not hang on the synthesiser.
  @Test func theDaySheetOfTheWorkedNotices() async throws {
    let lexicon = try VoicesFolder(path: LoaProgram.sourceTree + "/voices").lexicon().lexicon
    var candidates: [Candidate] = []
    for name in Self.notices {
      let notice = try await NoticeFile.load("\(Self.bulletins)/\(name)")
      let words = Script(notice.bulletin, lexicon: lexicon).reading.utterances.map(\.spoken).joined(separator: " ").split(
        separator: " ")
      candidates.append(Candidate(bulletin: notice.bulletin, sound: Sound(file: name, seconds: Double(words.count) / 2.5)))
    }
    let station = try StationConfiguration.load(Self.bulletins + "/station.yaml")
    let date = try #require(CivilDate(year: 2026, month: 11, day: 21))
    let sheet = Planner(rules: station.rules).plan(date, candidates: candidates)
    let rows = sheet.rows.map { row in
      "\(row.session) \(row.starts?.description ?? "") \(row.sound.seconds) s \(row.sound.file)"
    }
    let refusals = sheet.refusals.map { "\($0.bulletin): \($0.reason.vietnamese) / \($0.reason.english)" }
    try Golden.check((rows + ["not on air:"] + refusals).joined(separator: "\n"), "day-sheet")
  }

  private func parsed(_ notice: NoticeFile) -> String {
    let bulletin = notice.bulletin
    var lines = [
      "== notice \(bulletin.id)", "title: \(bulletin.title)", "class: \(bulletin.noticeClass)", "valid: \(bulletin.validity)",
      "air: \(bulletin.air)", "zones: \(bulletin.zones)", "voice: \(bulletin.voice ?? "-")", "repeats: \(bulletin.repeats)",
      "issuer: \(bulletin.issuer ?? "-")", "issued: \(bulletin.issued.map { "\($0)" } ?? "-")",
    ]
    lines += bulletin.pronunciations.map { "pronounce: \($0.written) -> \($0.spoken)" }
    lines += bulletin.inserts.map { "recording: line \($0.line) \($0.path) (\($0.what))" }
    lines += notice.repairs.map { "repaired: \($0.english)" }
    return lines.joined(separator: "\n")
  }

  /// What was decided: every token but plain words, under its utterance.
  private func read(_ script: Script) -> String {
    let bytes = Array(script.reading.source.utf8)
    var lines = ["== reading"]
    for utterance in script.reading.utterances {
      lines.append("[\(utterance.role), \(utterance.pause)] \(utterance.spoken)")
      for token in utterance.tokens where ![.word, .silent].contains(token.semioticClass) || token.flag != .sure {
        let written = String(decoding: bytes[token.range], as: UTF8.self)
        let flag =
          switch token.flag {
          case .sure: ""
          case .ambiguous(let doubt): " ! \(doubt.english)"
          case .unknown(let doubt): " ? \(doubt.english)"
          }
        lines.append("    \(written) -> \(token.spoken) (\(token.semioticClass), \(token.rule))\(flag)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func spoken(_ script: Script, _ voice: VoiceProfile) -> String {
    var lines = ["== phonemes"]
    for piece in script.pieces {
      switch piece {
      case .recording(let insert): lines.append("(recording \(insert.path))")
      case .speech(let utterances): lines += utterances.flatMap { $0.phonemes(voice) }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
