extension Passage {
  /// The longest lexicon entry that begins at `place` and ends with an atom.
  func lexiconMatch(_ place: Int, ownOnly: Bool = false) -> (senses: [LexiconEntry], end: Int)? {
    let atom = self[place]
    guard atom.kind == .word || atom.kind == .digits else { return nil }
    // Written forms are short; a bound on what is looked at keeps endless runs of letters and digits linear.
    let bound = min(bytes.count, Int(atom.start) + Self.longestForm)
    guard let match = lexicon.longestMatch(in: bytes.span.extracting(0..<bound), at: Int(atom.start), ownOnly: ownOnly)
    else { return nil }
    let endByte = Int(atom.start) + match.length
    var end = place + 1
    while stretch.contains(end), Int(atoms[end].start) < endByte { end += 1 }
    guard end <= stretch.upperBound, Int(atoms[end - 1].end) == endByte else { return nil }
    return (match.senses, end)
  }

  private static let longestForm = 160

  /// What the station or the notice says a form is read as: it wins over every rule, for numbers and dates too.
  func ownEntry(_ place: Int) -> Match? {
    guard lexicon.hasOwnLayers, let match = lexical(place, ownOnly: true) else { return nil }
    // `5/12` in the lexicon is not the beginning of `5/12/2026`.
    let goesOn = isDigits(match.end - 1) && self[match.end].kind == .mark && isDigits(match.end + 1)
    return goesOn || isDigits(place) && self[place - 1].kind == .mark && isDigits(place - 2) ? nil : match
  }

  private static let đường = Key(word: "đường")
  private static let motorway = CueSet("cao tốc")

  /// A lexicon entry as it is read here.
  func lexical(_ place: Int, ownOnly: Bool = false) -> Match? {
    guard let (senses, end) = lexiconMatch(place, ownOnly: ownOnly) else { return nil }
    // `A/B/C` is a row of letters, whatever `B/C` may stand for.
    if end > place + 1, isMark(place - 1, "/"), isMark(place + 1, "/") { return nil }
    if end == place + 1, isPlainCapital(place, senses) { return nil }
    // `ĐT 0912…` is no road.
    let number = isMark(end, ".") ? skipBlank(end + 1) : skipBlank(end)
    let isZeroLed = isDigits(number) && bytes[Int(self[number].start)] == 0x30
    let goesOn = isDigits(skipBlank(number + 1)) || isMark(number + 1, anyOf: ".-") && isDigits(number + 2)
    let leadsToPhone = isDigits(number) && (self[number].count > 3 || isZeroLed && (self[number].count > 2 || goesOn))
    let candidates = senses.filter {
      ($0.kind != .unit || isDigits(place - 1)) && !($0.kind == .road && leadsToPhone && senses.count > 1)
    }
    guard !candidates.isEmpty else { return nil }
    let choice: (entry: LexiconEntry, isSure: Bool)
    // `TT 01/2023/TT-BNV`: a circular, whatever else TT stands for.
    if candidates.count > 1, isDigits(number), let circular = candidates.first(where: { $0.spoken == "thông tư" }),
      documentNumber(number) != nil
    {
      return Match(end: end, spoken: circular.spoken, semioticClass: .acronym, rule: .acronym)
    }
    if candidates.count == 1, candidates[0].cues.isEmpty {
      choice = (candidates[0], !candidates[0].isAmbiguous)
    } else {
      guard
        let chosen = Lexicon.choose(
          among: candidates, before: window(before: place), after: window(after: end))
      else { return nil }
      choice = chosen
    }
    let entry = choice.entry
    // `QL.1A`, `ĐT. 295`
    var stop = end
    if entry.kind == .road, isMark(end, "."), isDigits(skipBlank(end + 1)) { stop += 1 }
    let kind = entry.kind == .foreign && isAcronymInSmallLetters(place, end) ? LexiconEntry.Kind.acronym : entry.kind
    // Rooms have numbers of three digits, wards do not.
    if entry.spoken == "phường", let number = value(skipBlank(stop), digits: 3...3), number >= 100 {
      return Match(end: stop, spoken: "phòng", semioticClass: .abbreviation, rule: .abbreviation)
    }
    // `đường ĐT744` says "đường" once.
    let isRepeated = kind == .road && entry.spoken.hasPrefix("đường ") && wordBefore(place) == Self.đường
    // `cao tốc CT.01` is called by its letters.
    if kind == .road, entry.spoken == "cao tốc", cue(Self.motorway, before: place) {
      return Match(end: stop, spoken: LetterNames.spell(text(place).unicodeScalars), semioticClass: .abbreviation, rule: .road)
    }
    return Match(
      end: stop, spoken: isRepeated ? String(entry.spoken.dropFirst(6)) : entry.spoken,
      semioticClass: Self.semioticClass(of: kind), rule: Self.rule(of: kind),
      flag: choice.isSure ? .sure : .ambiguous(.manySenses))
  }

  /// `ubnd` stands with the foreign words for the sake of addresses; in a sentence it is the acronym.
  private func isAcronymInSmallLetters(_ place: Int, _ end: Int) -> Bool {
    end == place + 1 && self[place].letterCase == .lower
      && lexicon.senses(of: text(place).uppercased()).contains { $0.kind == .acronym }
  }

  /// In a heading of capitals a legal syllable is a plain word: `CA` there is no police.
  private func isPlainCapital(_ place: Int, _ senses: [LexiconEntry]) -> Bool {
    let atom = self[place]
    guard atom.letterCase == .upper, atom.count > 1, isLegalSyllable(place) else { return false }
    return isAmongCapitals(place) && senses.allSatisfy { $0.kind == .acronym || $0.kind == .letters || $0.kind == .road }
  }

  /// Whether the words beside are plain words in capitals.
  func isAmongCapitals(_ place: Int) -> Bool {
    if isCapitals { return true }
    for neighbour in [place - 2, place + 2] where isBlank(neighbour < place ? place - 1 : place + 1) {
      let atom = self[neighbour]
      if atom.kind == .word, atom.letterCase == .upper, atom.count > 1, isLegalSyllable(neighbour) { return true }
    }
    return false
  }

  /// Up to six words before a place, nearest last, marks and numbers as words of their own.
  func window(before place: Int) -> [Substring] {
    var words: [Substring] = []
    var place = place - 1
    while words.count < 6, stretch.contains(place) {
      if !isBlank(place) { words.append(text(place)[...]) }
      place -= 1
    }
    return words.reversed()
  }

  /// Up to six words from a place on, nearest first.
  func window(after place: Int) -> [Substring] {
    var words: [Substring] = []
    var place = place
    while words.count < 6, stretch.contains(place) {
      if !isBlank(place) { words.append(text(place)[...]) }
      place += 1
    }
    return words
  }

  private static func semioticClass(of kind: LexiconEntry.Kind) -> SemioticClass {
    switch kind {
    case .acronym, .letters, .document: .acronym
    case .abbreviation, .signature, .road: .abbreviation
    case .unit: .measure
    case .foreign: .foreign
    case .name: .name
    case .word: .word
    }
  }

  private static func rule(of kind: LexiconEntry.Kind) -> Rule {
    switch kind {
    case .acronym: .acronym
    case .letters: .spelled
    case .abbreviation, .signature: .abbreviation
    case .road: .road
    case .unit: .measure
    case .document, .foreign, .name, .word: .lexicon
    }
  }
}
