/// Joins letters and marks of Vietnamese, without Foundation.
enum Composition {
  /// The letter with this combining mark (tone, circumflex, breve, horn), or nil when Vietnamese has no such letter.
  static func join(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case "\u{300}", "\u{340}": return self.letter(letter, tone: .huyền)
    case "\u{301}", "\u{341}": return self.letter(letter, tone: .sắc)
    case "\u{309}": return self.letter(letter, tone: .hỏi)
    case "\u{303}": return self.letter(letter, tone: .ngã)
    case "\u{323}": return self.letter(letter, tone: .nặng)
    case "\u{302}", "\u{306}", "\u{31B}":
      guard let (row, tone) = vowels[letter], let joined = shapes[Shape(vowel: rows[row][0], mark: mark)],
        let (joinedRow, _) = vowels[joined]
      else { return nil }
      return rows[joinedRow][tone]
    default: return nil
    }
  }

  /// The toneless vowel with a tone; nil for consonants and for vowels that have one.
  static func letter(_ letter: Unicode.Scalar, tone: Tone) -> Unicode.Scalar? {
    guard let (row, old) = vowels[letter], old == 0 else { return nil }
    return rows[row][Int(tone.rawValue)]
  }

  private struct Shape: Hashable {
    var vowel: Unicode.Scalar
    var mark: Unicode.Scalar
  }

  private static let rows = SyllableLetters.toned

  /// Row and tone of every vowel.
  private static let vowels: [Unicode.Scalar: (row: Int, tone: Int)] = {
    var vowels: [Unicode.Scalar: (row: Int, tone: Int)] = [:]
    for (row, letters) in rows.enumerated() {
      for (tone, letter) in letters.enumerated() { vowels[letter] = (row, tone) }
    }
    return vowels
  }()

  private static let shapes: [Shape: Unicode.Scalar] = {
    var shapes: [Shape: Unicode.Scalar] = [:]
    for (mark, plain, shaped) in [("\u{302}", "aeoAEO", "âêôÂÊÔ"), ("\u{306}", "aA", "ăĂ"), ("\u{31B}", "ouOU", "ơưƠƯ")] {
      for (letter, joined) in zip(plain.unicodeScalars, shaped.unicodeScalars) {
        for mark in mark.unicodeScalars { shapes[Shape(vowel: letter, mark: mark)] = joined }
      }
    }
    return shapes
  }()
}
