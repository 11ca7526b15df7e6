import VietnameseText

/// What every reading keeps, whatever was read.
struct ReadingCheck {
  let reader: Reader
  private var knownWords: Set<String> = []

  init(reader: Reader) { self.reader = reader }

  /// The first rule the reading breaks, in words, or nil.
  mutating func fault(in reading: SpokenText) -> String? {
    var place = 0
    for utterance in reading.utterances {
      var words = 0
      for token in utterance.tokens {
        if token.range.lowerBound != place { return "bytes \(place)..<\(token.range.lowerBound) belong to no token or to two" }
        if token.range.isEmpty { return "a token of no bytes at \(place)" }
        place = token.range.upperBound
        guard !token.spoken.isEmpty else { continue }
        for word in token.spoken.split(separator: " ", omittingEmptySubsequences: false) {
          words += 1
          if let fault = fault(in: word) { return fault }
        }
      }
      if words >= 60 { return "an utterance of \(words) words" }
    }
    return place == reading.source.utf8.count ? nil : "bytes from \(place) on belong to no token"
  }

  /// A spoken word is a legal syllable or a loan word the voice knows, with a comma behind it or not.
  private mutating func fault(in word: Substring) -> String? {
    let bare = String(word.utf8.last == UInt8(ascii: ",") ? word.dropLast() : word)
    if knownWords.contains(bare) { return nil }
    guard Syllable(bare) != nil || Lexicon.loanWords[bare.lowercased()] != nil else { return "`\(word)` is no syllable" }
    knownWords.insert(bare)
    return nil
  }

  /// What is said is read as itself: the difference, or nil.
  func faultInReadingAgain(_ reading: SpokenText) -> String? {
    let said = reading.utterances.map(\.spoken).joined(separator: "\n")
    let (first, second) = (words(reading), words(reader.read(said)))
    guard first != second else { return nil }
    let place = zip(first, second).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(first.count, second.count)
    return "read again, `\(context(first, place))` becomes `\(context(second, place))`"
  }

  private func words(_ reading: SpokenText) -> [Substring] {
    reading.utterances.flatMap { $0.spoken.lowercased().split { $0 == " " || $0 == "," } }
  }

  private func context(_ words: [Substring], _ place: Int) -> String {
    words[max(0, min(place, words.count) - 3)..<min(words.count, place + 4)].joined(separator: " ")
  }
}
