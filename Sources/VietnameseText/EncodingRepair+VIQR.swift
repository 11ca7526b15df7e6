extension EncodingRepair {
  /// A word of VIQR (RFC 1456), or nil when it has no marks or does not become legal syllables.
  ///
  /// - Parameter endsSentence: whether a `.` or `?` at the end is punctuation, not a tone.
  static func decodeVIQR(_ word: ArraySlice<Unicode.Scalar>, endsSentence: Bool) -> (word: [Unicode.Scalar], isStrong: Bool)? {
    // Addresses keep their dots.
    guard !word.contains("@"), !(word.contains("/") && word.contains(":")) else { return nil }
    var letters: [Unicode.Scalar] = []
    var isStrong = false
    var isChanged = false
    var place = word.startIndex
    while place < word.endIndex {
      let scalar = word[place]
      let next = place + 1 < word.endIndex ? word[place + 1] : " "
      let isLast = place == word.endIndex - 1
      place += 1
      if scalar == "\\", !isLast {
        letters.append(next)
        isChanged = true
        place += 1
      } else if scalar == "d" || scalar == "D", next == "d" || next == "D" && scalar == "D" {
        letters.append(scalar == "d" ? "đ" : "Đ")
        isChanged = true
        place += 1
      } else if let last = letters.last, let joined = joinVIQR(last, scalar),
        !(isLast && endsSentence && (scalar == "." || scalar == "?"))
      {
        letters[letters.count - 1] = joined
        isChanged = true
        if scalar != "." && scalar != "?" { isStrong = true }
      } else {
        letters.append(scalar)
      }
    }
    guard isChanged, runs(letters[...], where: isAnyLetter).allSatisfy({ isSyllable(letters[$0]) }) else { return nil }
    return (letters, isStrong)
  }

  private static func joinVIQR(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case "^": Composition.join(letter, "\u{302}")
    case "(": Composition.join(letter, "\u{306}")
    case "+", "*": Composition.join(letter, "\u{31B}")
    case "'": Composition.letter(letter, tone: .sắc)
    case "`": Composition.letter(letter, tone: .huyền)
    case "?": Composition.letter(letter, tone: .hỏi)
    case "~": Composition.letter(letter, tone: .ngã)
    case ".": Composition.letter(letter, tone: .nặng)
    default: nil
    }
  }

  private static func isAnyLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
}
