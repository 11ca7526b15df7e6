extension Passage {
  /// The shape of the line that is the stretch under reading.
  func lineShape() -> LineShape {
    var place = stretch.lowerBound
    var role = Utterance.Role.body
    while stretch.contains(place), isBlank(place) { place += 1 }
    // A heading of the bulletin's markup: `# Lịch tiêm`.
    var isMarkedHeading = false
    while isMark(place, "#"), isMark(place + 1, "#") || isBlank(place + 1) {
      isMarkedHeading = true
      place += 1
    }
    if isMarkedHeading { place = skipBlank(place) }
    let bullet = bulletEnd(place)
    if let bullet {
      place = bullet
      role = .item
    }
    let marker = itemMarker(place)
    if marker != nil { role = .item }
    let isCapitals = isInCapitals(from: place)
    if isMarkedHeading || bullet == nil,
      isMarkedHeading || isCapitals || marker?.rule == .romanItem && wordCount(from: place) <= 14
    {
      role = .heading
    }
    if cue(Self.repetition, at: place) { role = .repetition }
    return LineShape(role: role, body: place, marker: marker, isCapitals: isCapitals)
  }

  /// The place after a bullet and its blanks, or nil.
  private func bulletEnd(_ place: Int) -> Int? {
    var end = place
    while isBulletMark(end), end - place < 8 {
      // `-5°C` and `+84` begin a number, `---` is a rule.
      if isDash(end), isDash(end + 1) || minus(end) != nil { return nil }
      if isMark(end, anyOf: "+>"), isDigits(skipBlank(end + 1)), isMark(end, ">") || isDigits(end + 1) { return nil }
      end += 1
      while isBlank(end) { end += 1 }
    }
    return end > place && self[end].kind != .outside ? end : nil
  }

  private func isBulletMark(_ place: Int) -> Bool {
    let atom = self[place]
    guard atom.kind == .mark else { return false }
    switch atom.key {
    case 0x2A, 0x2B, 0x2D, 0x2013, 0x2014, 0xB7, 0x2022, 0x2023, 0x25A0...0x25FF, 0x2605, 0x2606, 0x2700...0x27BF, 0x27A4,
      0x2190...0x21FF, 0xBB, 0x3E, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0FC:
      return true
    default: return false
    }
  }

  /// `1.`, `1/`, `1.2.`, `a)`, `II.` before an item's text.
  private func itemMarker(_ place: Int) -> Match? {
    if isWord(place), self[place].letterCase == .upper,
      isMark(place + 1, anyOf: ".)/") || isDash(place + 1) && isBlank(place + 2), opensText(place + 2),
      let value = romanValue(place), self[place].count > 1 || [1, 5].contains(value) || value == 10 && isInCapitals(from: place),
      value < 50
    {
      return Match(
        end: place + 2, spoken: NumberWords.cardinal(UInt64(value)), semioticClass: .roman, rule: .romanItem, pause: .phrase)
    }
    if isWord(place), self[place].count == 1, isMark(place + 1, anyOf: ")./"), opensText(place + 2),
      isMark(place + 1, ")") || self[place].letterCase == .lower, !isTonedLetter(self[place])
    {
      let letter = text(place).lowercased()
      let name = letter == "d" ? "dê" : LetterNames.spell(letter.unicodeScalars)
      guard !name.isEmpty else { return nil }
      return Match(end: place + 2, spoken: name, semioticClass: .acronym, rule: .itemNumber, pause: .phrase)
    }
    guard value(place, digits: 1...2) != nil else { return nil }
    var words = [codeNumber(place)]
    if self[place].count == 2, let value = value(place) { words = [NumberWords.cardinal(UInt64(value))] }
    var end = place + 1
    while isMark(end, "."), let number = value(end + 1, digits: 1...2), words.count < 5 {
      words.append(NumberWords.cardinal(UInt64(number)))
      end += 2
    }
    if isMark(end, anyOf: ".)/"), opensText(end + 1) {
      end += 1
    } else if words.count < 2 || !isBlank(end) || !isWord(end + 1) || self[end + 1].letterCase == .lower {
      return nil
    }
    if isDigits(end) || isMark(end, ".") && isDigits(end + 1) { return nil }
    return Match(
      end: end, spoken: words.joined(separator: " chấm "), semioticClass: .cardinal, rule: .itemNumber, pause: .phrase)
  }

  /// Whether an item's text may begin here: after a blank, or a letter stuck to the mark.
  private func opensText(_ place: Int) -> Bool {
    if isBlank(place) { return self[place + 1].kind != .outside }
    return isWord(place) && self[place].letterCase != .lower
  }

  /// Whether the line's words are capitals, as in headings and signatures.
  private func isInCapitals(from place: Int) -> Bool {
    var words = 0
    var place = place
    while stretch.contains(place) {
      let atom = self[place]
      if atom.kind == .word {
        if atom.letterCase != .upper { return false }
        if atom.count > 1, isLegalSyllable(place) { words += 1 }
      }
      place += 1
    }
    return words >= 2 || words == 1 && wordCount(from: stretch.lowerBound) == 1
  }

  private func wordCount(from place: Int) -> Int {
    var count = 0
    var place = place
    while stretch.contains(place), count < 30 {
      if isWord(place) || isDigits(place) { count += 1 }
      place += 1
    }
    return count
  }

  private static let repetition = CueSet("nhắc lại,xin nhắc lại,thông báo lại,xin thông báo lại")
}
