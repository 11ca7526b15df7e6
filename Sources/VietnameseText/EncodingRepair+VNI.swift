extension EncodingRepair {
  private enum Mark {
    case tone(Tone)
    case circumflex(Tone)
    case breve(Tone)
  }

  /// Marks that follow their vowel, by lower-case Latin-1 code (capital marks are 0x20 lower).
  private static let vniMarks: [UInt32: Mark] = [
    0xF9: .tone(.sắc), 0xF8: .tone(.huyền), 0xFB: .tone(.hỏi), 0xF5: .tone(.ngã), 0xEF: .tone(.nặng),
    0xE2: .circumflex(.ngang), 0xE1: .circumflex(.sắc), 0xE0: .circumflex(.huyền), 0xE5: .circumflex(.hỏi),
    0xE3: .circumflex(.ngã), 0xE4: .circumflex(.nặng),
    0xEA: .breve(.ngang), 0xE9: .breve(.sắc), 0xE8: .breve(.huyền), 0xFA: .breve(.hỏi), 0xFC: .breve(.ngã),
    0xEB: .breve(.nặng),
  ]

  /// Letters of one byte.
  private static let vniLetters: [UInt32: Unicode.Scalar] = [
    0xF4: "ơ", 0xF6: "ư", 0xF1: "đ", 0xED: "í", 0xEC: "ì", 0xE6: "ỉ", 0xF3: "ĩ", 0xF2: "ị", 0xEE: "ỵ",
    0xD4: "Ơ", 0xD6: "Ư", 0xD1: "Đ", 0xCD: "Í", 0xCC: "Ì", 0xC6: "Ỉ", 0xD3: "Ĩ", 0xD2: "Ị", 0xCE: "Ỵ",
  ]

  /// A word of VNI-Windows read as Latin-1.
  static func decodeVNI(_ word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    /// Whether the last letter can still take a mark.
    var isOpen = false
    for scalar in word {
      let small = scalar.value >= 0xC0 && scalar.value < 0xDF ? scalar.value + 0x20 : scalar.value
      if isOpen, let last = letters.last, let mark = vniMarks[small], let joined = join(last, mark) {
        letters[letters.count - 1] = joined
        isOpen = false
      } else {
        letters.append(vniLetters[scalar.value] ?? scalar)
        isOpen = scalar.isASCII || scalar.value | 0x20 == 0xF4 || scalar.value | 0x20 == 0xF6
      }
    }
    return letters
  }

  private static func join(_ letter: Unicode.Scalar, _ mark: Mark) -> Unicode.Scalar? {
    switch mark {
    case .tone(let tone): Composition.letter(letter, tone: tone)
    case .circumflex(let tone):
      Composition.join(letter, "\u{302}").flatMap { Composition.letter($0, tone: tone) }
    case .breve(let tone):
      Composition.join(letter, "\u{306}").flatMap { Composition.letter($0, tone: tone) }
    }
  }
}
