import VietnameseText

/// What one call of espeak-ng speaks: at most `limitWords` words between two silences of ours.
struct Clause: Sendable, Hashable {
  private(set) var words: [SpokenWord] = []
  /// Whether a comma follows inside the utterance.
  var endsAtComma = false

  /// espeak-ng loses its way in phoneme clauses of more than about 700 bytes; a syllable with its commands takes at most 30.
  static let limitWords = 20

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

  /// Parts of at most `limitWords`, nearly equal; parted before a word that opens a phrase where one is near.
  private func split() -> [Clause] {
    var parts: [Clause] = []
    var rest = words[...]
    while rest.count > Self.limitWords {
      let count = (rest.count + Self.limitWords - 1) / Self.limitWords
      let ideal = rest.startIndex + rest.count / count
      let last = min(ideal + 4, rest.startIndex + Self.limitWords)
      let place = (ideal - 4...last).min { cost(of: $0, ideal: ideal) < cost(of: $1, ideal: ideal) } ?? ideal
      parts.append(Clause(words: Array(rest[..<place])))
      rest = rest[place...]
    }
    parts.append(Clause(words: Array(rest), endsAtComma: endsAtComma))
    return parts
  }

  private func cost(of place: Int, ideal: Int) -> Int {
    let opens = Self.openers.contains(words[place].plain)
    return abs(place - ideal) + (opens ? 0 : 5) + (words[place].token == words[place - 1].token ? 20 : 0)
  }

  private static let openers: Set<String> = [
    "và", "hoặc", "hay", "để", "tại", "ở", "từ", "đến", "của", "cho", "với", "trong", "theo", "do", "khi", "nếu", "thì",
    "mà", "nhưng", "vì", "nên", "bằng", "về", "trên", "dưới", "cùng", "các", "những",
  ]
}
