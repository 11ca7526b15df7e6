extension Passage {
  /// The reading at `place`: the first rule that takes it, from the most particular to the plainest.
  func read(_ place: Int) -> Match {
    switch self[place].kind {
    case .word: return word(place)
    case .digits: return number(place)
    case .mark: return mark(place)
    case .blank:
      // A tab parts the cells of a table.
      return .silent(place + 1, .blank, pause: self[place].key == 0x09 ? .clause : .none)
    case .lineEnd, .outside: return .silent(place + 1, .lineEnd)
    }
  }

  private func number(_ place: Int) -> Match {
    if self[place].count >= Atom.longestRun || isDigits(place - 1) || isDigits(place + 1) { return digitRun(place) }
    if let match = ownEntry(place) { return match }
    if isWord(place + 1), let match = scannedDigits(place) { return match }
    if isInEndlessRow(place) { return cardinal(place) ?? digitRun(place) }
    if let match = electronic(place) { return match }
    if let match = documentNumber(place) ?? plate(place) ?? phone(place) ?? shortPhone(place) { return match }
    if let match = time(place) ?? date(place) { return match }
    if let match = tightCode(place) ?? quantity(place) ?? ratio(place) ?? numberList(place) { return match }
    if let match = lexicalNumber(place) { return match }
    return cardinal(place) ?? digitRun(place)
  }

  /// `1-1-1-1-…`: no rule reads so many numbers in a row, and each would look along them all again.
  private func isInEndlessRow(_ place: Int) -> Bool {
    var next = place + 1
    while next - place < 60 {
      guard isMark(next, anyOf: "-/:+"), isDigits(next + 1) else { return false }
      next += 2
    }
    return true
  }

  /// Codes, unless the letters behind the digits are a unit or a word stuck to its number.
  private func tightCode(_ place: Int) -> Match? {
    let next = place + 1
    if isWord(next), let numeral = numeral(place), numeral.end == next,
      numberUnit(next, after: numeral) != nil || isWord(next, Self.oC)
    {
      return nil
    }
    if isWord(next), self[next].count > 1, isLegalSyllable(next) { return nil }
    // `1m65` and `1tr5` are measures.
    if isWord(next), isDigits(next + 1), self[next].letterCase == .lower { return nil }
    return identifier(place)
  }

  /// `1,2,7` and `thôn 1,2` as a list.
  private func numberList(_ place: Int) -> Match? {
    var places = [place]
    while places.count < 20, let last = places.last, isMark(last + 1, ","), isDigits(last + 2) { places.append(last + 2) }
    guard places.count > 1, places.allSatisfy({ self[$0].count <= 4 }) else { return nil }
    guard let numeral = numeral(place), numeral.end == place + 1, let last = places.last, !isDigits(last + 1) else { return nil }
    return Match(
      end: last + 1, spoken: places.map { NumberWords.cardinal(self[$0].key) }.joined(separator: ", "),
      semioticClass: .cardinal, rule: .numberList)
  }

  /// Written forms of the lexicon that begin with a digit, such as `3D`.
  private func lexicalNumber(_ place: Int) -> Match? { isWord(place + 1) ? lexical(place) : nil }
}
