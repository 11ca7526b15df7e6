/// The station's list of words that may not be broadcast: one word or phrase to a line, `#` before a remark.
struct WordList {
  private let phrases: [(written: String, words: [String])]

  init(_ text: String) {
    phrases = text.split(whereSeparator: \.isNewline).compactMap { line in
      let written = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
      let words = Self.words(of: written)
      return words.isEmpty ? nil : (words.joined(separator: " "), words)
    }
  }

  /// The first of its phrases in `text`, whole words whatever their case, and the line it begins on, from 1. A phrase may
  /// run over the end of a line.
  func first(in text: String) -> (word: String, line: Int)? {
    guard !phrases.isEmpty else { return nil }
    var words: [(word: String, line: Int)] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() { words += Self.words(of: line).map { ($0, index + 1) } }
    for start in words.indices {
      for phrase in phrases where words[start...].prefix(phrase.words.count).map(\.word) == phrase.words {
        return (phrase.written, words[start].line)
      }
    }
    return nil
  }

  /// Swift compares letters by canonical equivalence: marks composed or not are the same.
  private static func words(of line: some StringProtocol) -> [String] {
    line.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
