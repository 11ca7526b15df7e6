import Foundation
import Testing
import VietnameseText

/// Worked cases by class, `Cases/*.tsv`: class, written, spoken, reason.
@Suite struct GoldenReadingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var written: String
    var spoken: String
    var reason: String
    var testDescription: String { written }
  }

  static func cases(_ file: String) -> [Case] {
    let text = (try? String(contentsOf: ReaderFixture.tests.appendingPathComponent("Cases/\(file).tsv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 3 else { return nil }
      return Case(written: fields[1], spoken: fields[2], reason: fields.count > 3 ? fields[3] : "")
    }
  }

  static let files = [
    "numbers", "dates", "times", "ranges", "ratios", "money", "measures", "phones", "documents", "roman", "acronyms",
    "abbreviations", "identifiers", "electronic", "layout", "symbols", "weather", "health", "names", "typing", "everyday",
  ]

  @Test(arguments: files)
  func wordsAreSaidAsAnAnnouncerWould(file: String) {
    let cases = Self.cases(file)
    #expect(cases.count >= 15, "\(file)")
    for `case` in cases {
      let read = ReaderFixture.plain(`case`.written)
      if read != `case`.spoken {
        Issue.record("\(file): \(`case`.written)\n  read \(read)\n  want \(`case`.spoken)\n  \(`case`.reason)")
      }
    }
  }
}
