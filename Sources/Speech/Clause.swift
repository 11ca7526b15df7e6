import VietnameseText

/// What one call of espeak-ng speaks: at most `limit` words between two silences of ours.
struct Clause: Sendable, Hashable {
  private(set) var words: [SpokenWord] = []
  /// Whether a comma follows inside the utterance.
  var endsAtComma = false

  /// espeak-ng loses its way in phoneme clauses of more than about 650 bytes; a syllable takes at most 14.
  static let limitWords = 32

  var isSyllablesOnly: Bool {
    words.allSatisfy { if case .syllable = $0.sound { true } else { false } }
  }

  var syllableCount: Int { words.reduce(0) { $0 + $1.syllableCount } }

  /// The clauses of an utterance, none of them empty, long ones split into nearly equal parts between tokens.
  static func clauses(of utterance: Utterance) -> [Clause] {
    var clauses: [Clause] = []
    var clause = Clause()
    func finish(comma: Bool) {
      guard !clause.words.isEmpty else { return }
      clause.endsAtComma = comma
      clauses += clause.split()
      clause = Clause()
    }
    for (index, token) in utterance.tokens.enumerated() {
      var letters = ""
      for character in token.spoken.lowercased() {
        if character.isLetter || character.isNumber {
          letters.append(character)
          continue
        }
        clause.append(letters, token: index)
        letters = ""
        if character == "," { finish(comma: true) }
      }
      clause.append(letters, token: index)
    }
    finish(comma: false)
    if !clauses.isEmpty { clauses[clauses.count - 1].endsAtComma = false }
    return clauses
  }

  /// Appends what `letters` say: a syllable, a foreign word, or letters by their names.
  private mutating func append(_ letters: String, token: Int) {
    guard !letters.isEmpty else { return }
    if let syllable = Syllable(letters) {
      words.append(SpokenWord(token: token, sound: .syllable(syllable)))
    } else if letters.utf8.count <= 20, letters.utf8.count > 3,
      letters.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }), letters.contains(where: { "aeiouy".contains($0) })
    {
      words.append(SpokenWord(token: token, sound: .foreign(letters)))
    } else {
      for letter in letters.prefix(40) {
        for part in LetterNames.name(of: letter)?.split(separator: " ") ?? [] {
          if let syllable = Syllable(part) { words.append(SpokenWord(token: token, sound: .syllable(syllable))) }
        }
      }
    }
  }

  private func split() -> [Clause] {
    guard words.count > Self.limitWords else { return [self] }
    let parts = (words.count + Self.limitWords - 1) / Self.limitWords
    return (0..<parts).map { part in
      var clause = Clause()
      clause.words = Array(words[words.count * part / parts..<words.count * (part + 1) / parts])
      clause.endsAtComma = part == parts - 1 && endsAtComma
      return clause
    }
  }
}
