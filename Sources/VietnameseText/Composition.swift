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
      guard let (row, tone) = place(of: letter), let joined = shaped(row, mark) else { return nil }
      return rows[joined][tone]
    default: return nil
    }
  }

  /// The toneless vowel with a tone; nil for consonants and for vowels that have one.
  static func letter(_ letter: Unicode.Scalar, tone: Tone) -> Unicode.Scalar? {
    guard let (row, old) = place(of: letter), old == 0 else { return nil }
    return rows[row][Int(tone.rawValue)]
  }

  /// Twelve small vowels, then the capitals; six tones each.
  private static let rows = SyllableLetters.toned

  /// The row that a mark makes of a row: a to â and ă, e to ê, o to ô and ơ, u to ư.
  private static func shaped(_ row: Int, _ mark: Unicode.Scalar) -> Int? {
    let capital = row / 12 * 12
    switch (row % 12, mark) {
    case (0, "\u{306}"): return capital + 1
    case (0, "\u{302}"): return capital + 2
    case (3, "\u{302}"): return capital + 4
    case (6, "\u{302}"): return capital + 7
    case (6, "\u{31B}"): return capital + 8
    case (9, "\u{31B}"): return capital + 10
    default: return nil
    }
  }

  private static func place(of letter: Unicode.Scalar) -> (row: Int, tone: Int)? {
    let value = Int(letter.value)
    let index = value <= 0x1B0 ? value : value - 0x1EA0 + 0x1B1
    guard value <= 0x1B0 || value >= 0x1EA0 && value < 0x1EFA, places[index] > 0 else { return nil }
    return (Int(places[index] - 1) / 6, Int(places[index] - 1) % 6)
  }

  /// Row * 6 + tone + 1 of U+0000-U+01B0, then U+1EA0-U+1EF9; 0 for what is no vowel.
  private static let places: [UInt8] = {
    var places = [UInt8](repeating: 0, count: 0x1B1 + 0x5A)
    for (row, letters) in rows.enumerated() {
      for (tone, letter) in letters.enumerated() {
        let value = Int(letter.value)
        places[value <= 0x1B0 ? value : value - 0x1EA0 + 0x1B1] = UInt8(row * 6 + tone + 1)
      }
    }
    return places
  }()
}
