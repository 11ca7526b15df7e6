import Foundation
import VietnameseText

/// The reader as a station has it: every lexicon of `voices/`.
enum ReaderFixture {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let reader = Reader(lexicon: lexicon)

  static let lexicon: Lexicon = {
    let voices = tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("voices")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: voices.path)) ?? []
    var entries: [LexiconEntry] = []
    for name in names.sorted() where name.hasSuffix(".tsv") {
      let text = (try? String(contentsOf: voices.appendingPathComponent(name), encoding: .utf8)) ?? ""
      entries += Lexicon.parse(text, file: name).entries
    }
    return Lexicon(entries: entries)
  }()

  /// The reader's words for one line, as `loa read --plain` prints them.
  static func plain(_ text: String) -> String { reader.read(text).plain }
}
