import Testing
import VietnameseText

/// What holds for every input, however broken.
@Suite struct ReaderPropertyTests {
  @Test(arguments: UInt64(1)...250)
  func anyInputIsReadWhole(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<60 { check(RandomNotices.noise(&random)) }
  }

  @Test(arguments: UInt64(1000)...1416)
  func aMutatedNoticeIsReadWhole(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<12 { check(RandomNotices.mutated(&random)) }
  }

  @Test func textWithNothingToSayIsSilentButKept() {
    for text in ["", " ", "\n\n\n", "---", "🔔", "• \n- \n", "\u{200B}", "./.", "…", "()", "||||", "\u{0}\u{1}"] { check(text) }
  }

  @Test(arguments: ["số 9/3Þ a", "hẻm 3/8Ļ", "36Ļ-12345", "01.23.45.Ļ.67.89"])
  func lettersOfOtherAlphabetsAreLeftToThemselves(text: String) { check(text) }

  @Test(arguments: ["7", "a", "ế", "x1", "1.", "0/", "-", "1,", "(", "a@", "a.", "#", "1:", "'", "&", "ab'", " 5"])
  func longRunsAreReadInLinearTimeAndShortUtterances(unit: String) {
    check(String(repeating: unit, count: 4000))
  }

  /// Ranges tile the source, words are sayable, utterances are short, and reading again gives the same.
  private func check(_ text: String) {
    let reading = ReaderFixture.reader.read(text)
    var place = 0
    for token in reading.tokens {
      #expect(token.range.lowerBound == place, "\(text.debugDescription)")
      #expect(!token.range.isEmpty)
      place = token.range.upperBound
    }
    #expect(place == reading.source.utf8.count, "\(text.debugDescription)")
    for utterance in reading.utterances {
      let words = utterance.spoken.split(separator: " ")
      #expect(words.count < 60, "\(text.debugDescription)")
      for word in words {
        let bare = word.hasSuffix(",") ? word.dropLast() : word
        #expect(Syllable(bare) != nil, "\(word) in \(text.debugDescription)")
      }
    }
    #expect(ReaderFixture.reader.read(text) == reading)
    let said = reading.utterances.map(\.spoken).joined(separator: "\n")
    let again = ReaderFixture.reader.read(said)
    #expect(words(again) == words(reading), "\(text.debugDescription)")
  }

  private func words(_ reading: SpokenText) -> [Substring] {
    reading.utterances.flatMap { $0.spoken.lowercased().split { $0 == " " || $0 == "," } }
  }
}
