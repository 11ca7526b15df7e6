import Foundation
import VietnameseText

/// The repository's own lexicons and texts, found from its top folder.
enum TrialFiles {
  /// The reader as a station has it: every lexicon of `voices/`.
  static func reader() -> Reader {
    let entries = paths("voices", ending: ".tsv").flatMap { Lexicon.parse(text($0), file: $0).entries }
    return Reader(lexicon: Lexicon(entries: entries))
  }

  /// What mutations begin from: the bulletins' lines, and the written side of the golden cases.
  static func seeds() -> [[UInt8]] {
    let lines = paths("bulletins", ending: ".md").flatMap { text($0).split(separator: "\n").map(String.init) }
    let cases = paths("Tests/VietnameseTextTests/Cases", ending: ".tsv").flatMap { path in
      text(path).split(separator: "\n").dropFirst().compactMap { line -> String? in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        return fields.count > 1 ? String(fields[1]) : nil
      }
    }
    return (lines + cases).filter { !$0.isEmpty }.map { Array($0.utf8) }
  }

  static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  private static func paths(_ folder: String, ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
  }
}
