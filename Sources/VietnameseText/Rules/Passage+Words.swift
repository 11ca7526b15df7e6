extension Passage {
  /// What is said for the word at `place`.
  func word(_ place: Int) -> Match {
    let atom = self[place]
    if atom.count >= Atom.longestRun || isWord(place - 1) || isWord(place + 1) { return overlong(place) }
    if !definitions.isEmpty, let match = defined(place) { return match }
    if let match = ownEntry(place) { return match }
    if let match = electronic(place) ?? multiplied(place) ?? leadingCurrency(place) { return match }
    if let match = letterWord(place) ?? shortWord(place) { return match }
    // A pure and common case first: a lower-case syllable with no lexicon entry.
    let isLegal = isLegalSyllable(place)
    if let match = special(place, isLegal: isLegal) { return match }
    if let match = lexical(place) { return match }
    if atom.letterCase == .upper, let match = capitals(place, isLegal: isLegal) { return match }
    if isLegal {
      // Capitals left over (`UM'Nông`) would be letters when what is said is read again.
      let spoken = atom.letterCase == .upper ? text(place).lowercased() : text(place)
      return Match(end: place + 1, spoken: spoken, semioticClass: .word, rule: .syllable)
    }
    return apostropheName(place) ?? foreign(place)
  }

  /// `h.viên`, `t/hiện`, `T. Bắc`, `s. Đà`: a word shortened to a letter that no lexicon knows. `A. Lê` after a name is an initial.
  private func shortWord(_ place: Int) -> Match? {
    guard self[place].count == 1, isMark(place + 1, ".") || isMark(place + 1, "/"),
      isBlank(place - 1) || self[place - 1].kind == .outside
    else {
      return nil
    }
    let isJoined = isWord(place + 2) && self[place + 2].letterCase == .lower && isLegalSyllable(place + 2)
    let isBeforeName =
      isMark(place + 1, ".") && self[place].letterCase == .lower && isBlank(place + 2) && isWord(place + 3)
      && self[place + 3].letterCase == .capital
    guard isJoined && self[place + 2].count > 1 || isBeforeName, lexicalUncued(place) == nil else { return nil }
    let name = LetterNames.spell(text(place).lowercased().unicodeScalars)
    guard !name.isEmpty else { return nil }
    return Match(end: place + 2, spoken: name, semioticClass: .abbreviation, rule: .letter, flag: .ambiguous(.shortWord))
  }

  private func lexicalUncued(_ place: Int) -> Match? {
    lexical(place).flatMap { $0.end > place + 1 ? $0 : nil }
  }

  /// The quick path of ordinary words: a legal syllable in small letters, a blank or comma behind it, no lexicon entry.
  func isPlainWord(_ place: Int) -> Bool {
    let atom = atoms[place]
    guard atom.kind == .word, atom.letterCase == .lower || atom.letterCase == .capital, atom.count > 1 else { return false }
    let next = self[place + 1]
    guard next.kind == .blank || next.kind == .outside || next.kind == .mark && next.key == 0x2C else { return false }
    let kind = memo.kind(of: atom) {
      guard isLegalSyllable(place) else { return .other }
      return lexicon.begins(with: bytes.span.extracting(atom.range)) ? .beginsEntry : .plain
    }
    switch kind {
    case .plain: return true
    case .beginsEntry: return lexiconMatch(place) == nil
    case .other: return false
    }
  }

  /// Numerals, places on roads and codes made of letters and digits, before the lexicon is asked.
  private func special(_ place: Int, isLegal: Bool) -> Match? {
    let atom = self[place]
    if atom.count == 2, bytes[Int(atom.start)] | 0x20 == 0x6B, let match = kilometre(place) { return match }
    if isDigits(place + 1), atom.count < 3, let match = scannedDigits(place) { return match }
    if atom.count == 1, isDigits(place + 1), let match = weekday(place) ?? article(place) ?? windForce(place) ?? district(place) {
      return match
    }
    // `diện tích (m2)`
    if atom.letterCase == .lower, let area = measure(place), area.end == place + 2 {
      return Match(end: area.end, spoken: area.words, semioticClass: .measure, rule: .measure)
    }
    if atom.count == 1, isDigits(place + 1), Self.diameters.contains(text(place)) {
      return Match(end: place + 1, spoken: "phi", semioticClass: .symbol, rule: .symbol)
    }
    guard atom.letterCase == .upper || atom.letterCase == .mixed else { return nil }
    if atom.letterCase == .upper, atom.count <= 3, let match = plateName(place) ?? compassPoint(place) { return match }
    if atom.letterCase == .upper, let match = roman(place) { return match }
    if atom.letterCase == .upper, let match = shortMonth(place) { return match }
    if isMark(place + 1, "-"), let match = documentKind(place) { return match }
    guard isDigits(place + 1), !(isLegal && atom.count > 1) else { return nil }
    if let code = code(place) { return code }
    if namesNumbers(place), let match = lexical(place) { return match }
    if let match = lexical(place), match.end > place + 1 { return match }
    return mixedCode(place)
  }

  /// `USD 500`: the currency is said behind its number.
  private func leadingCurrency(_ place: Int) -> Match? {
    guard self[place].letterCase == .upper, self[place].count == 3, isBlank(place + 1), isDigits(place + 2), !isDigits(place - 1),
      !isDigits(place - 2), let currency = Unit.currencies[exactKey(place)]
    else { return nil }
    return price(place, currency)
  }

  /// Whether the lexicon's word takes a number (`BĐ2`, `QL31`, `KP3`), unlike the letters of a kind (`lúa BC15`, `nhà CT2`).
  private func namesNumbers(_ place: Int) -> Bool {
    guard let (senses, end) = lexiconMatch(place), end == place + 1, !cue(Self.kinds, before: place, within: 2) else {
      return false
    }
    if senses.count <= 2, let usual = senses.first(where: \.cues.isEmpty) { return !usual.isAmbiguous }
    return senses.contains { sense in
      sense.kind == .road || sense.cues.contains { $0.side == .after && $0.sign == .number }
    }
  }

  /// `chiều T7`, `T2-T6`: days of the week.
  private func weekday(_ place: Int) -> Match? {
    guard self[place].count == 1, isWord(place, Self.t), let day = value(place + 1, digits: 1...1),
      (2...7).contains(day), !isWord(place + 2), !isDigits(place + 2)
    else { return nil }
    let after = afterDash(place + 2) ?? skipBlank(place + 2)
    let listed = isMark(place + 2, ",") ? skipBlank(place + 3) : after
    let isPaired =
      isWord(listed, Self.t) && value(listed + 1, digits: 1...1) != nil
      || isWord(after, Self.t) && value(after + 1, digits: 1...1) != nil
      || isMark(after, anyOf: "+,") && isWord(after + 1, Self.cn)
    let before = isBlank(place - 1) ? place - 2 : place - 1
    let isSecond = isDash(before) && isWord(before - 2, Self.t)
    guard isPaired || isSecond || cue(Self.dayCue, before: place, within: 2) || cue(Self.weekCue, at: place + 2) else {
      return nil
    }
    return Match(
      end: place + 2, spoken: "thứ \(NumberWords.month(UInt64(day)))", semioticClass: .date, rule: .weekday)
  }

  /// `khoản 2 Đ9 NĐ144`: an article of a decree.
  private func article(_ place: Int) -> Match? {
    guard isWord(place, Self.đ), cue(Self.clause, before: place, within: 3) || cue(Self.decree, at: place + 2) else { return nil }
    return Match(end: place + 1, spoken: "điều", semioticClass: .abbreviation, rule: .abbreviation)
  }

  /// `gió c6-7, giật c9`: a force of the wind.
  private func windForce(_ place: Int) -> Match? {
    guard isWord(place, Self.c), cue(Self.wind, before: place, within: 2) else { return nil }
    return Match(end: place + 1, spoken: "cấp", semioticClass: .abbreviation, rule: .abbreviation)
  }

  /// `Q1 TP.HCM` is a district, `Q1/2024` a quarter of a year; `Q3` alone may be either.
  private func district(_ place: Int) -> Match? {
    guard slice(place, place + 1).elementsEqual([0x51]), let number = value(place + 1, digits: 1...2), (1...12).contains(number),
      !isWord(place + 2), !isDigits(place + 2)
    else { return nil }
    let year = isMark(place + 2, anyOf: "/-.") ? place + 3 : skipBlank(place + 2)
    if number <= 4, let value = value(year, digits: 4...4) {
      let words = "quý \(NumberWords.cardinal(UInt64(number))) năm \(NumberWords.cardinal(UInt64(value)))"
      return Match(end: year + 1, spoken: words, semioticClass: .date, rule: .quarter)
    }
    let isSure = number > 4 || cue(Self.city, at: place + 2) || isMark(place + 2, ",") && isWord(place + 4)
    return Match(
      end: place + 1, spoken: "quận", semioticClass: .abbreviation, rule: .abbreviation,
      flag: isSure ? .sure : .ambiguous(.manySenses))
  }

  private static let city = CueSet("tp,tp hcm,tphcm,hcm,thành phố,tp hồ,sài gòn")
  private static let t = Key(word: "t")
  private static let c = Key(word: "c")
  private static let đ = Key(word: "đ")
  private static let cn = Key(word: "cn")
  private static let weekCue = CueSet("tuần,tuần này,tuần sau,tuần tới,hàng tuần,hằng tuần,này,tới,sau,ngày")
  private static let clause = CueSet("khoản,điểm,theo,tại,căn cứ")
  private static let decree = CueSet("nđ,luật,tt,qđ,nghị định,thông tư,quyết định,hiến pháp,bộ luật,blhs,bllđ")
  private static let wind = CueSet("gió,giật,bão,mạnh,cấp,sức gió,gió mạnh,gió giật,áp thấp")

  /// `T10/2024` is a month.
  private func shortMonth(_ place: Int) -> Match? {
    guard self[place].count == 1, slice(place, place + 1).first == 0x54, let month = value(place + 1, digits: 1...2),
      (1...12).contains(month), isMark(place + 2, anyOf: "/-."), let year = value(place + 3, digits: 4...4),
      (1900...2199).contains(year), endsNumber(place + 4)
    else { return nil }
    return Match(
      end: place + 4, spoken: "tháng \(NumberWords.month(UInt64(month))) năm \(NumberWords.cardinal(UInt64(year)))",
      semioticClass: .date, rule: .monthYear)
  }

  /// `2 viên x 3 lần`, `3x4`.
  private func multiplied(_ place: Int) -> Match? {
    guard self[place].count == 1, isWord(place, Self.x) else { return nil }
    let next = skipBlank(place + 1)
    let hasNumberBefore = isDigits(place - 1) || isBlank(place - 1) && (isDigits(place - 2) || isDigits(place - 4))
    // `giá đất x diện tích`: between words it may be a letter too.
    if isBlank(place - 1), isBlank(place + 1), isWord(place + 2), self[place + 2].letterCase == .lower,
      self[place].letterCase == .lower,
      isLegalSyllable(place + 2), isMark(place - 2, "%") || isWord(place - 2) && self[place - 2].letterCase == .lower
    {
      return Match(
        end: place + 1, spoken: "nhân", semioticClass: .symbol, rule: .symbol, flag: .ambiguous(.manySenses))
    }
    guard isDigits(next), hasNumberBefore || isBlank(place - 1) && isWord(place - 2) else { return nil }
    return Match(end: place + 1, spoken: "nhân", semioticClass: .symbol, rule: .symbol)
  }

  /// A word in capitals: plain when it is a syllable among capitals, else an acronym.
  private func capitals(_ place: Int, isLegal: Bool) -> Match? {
    let atom = self[place]
    if isLegal, atom.count > 1, atom.count > 2 || isAmongCapitals(place) {
      return Match(end: place + 1, spoken: text(place).lowercased(), semioticClass: .word, rule: .capitalWord)
    }
    if atom.count == 1, isLegal {
      return Match(end: place + 1, spoken: text(place).lowercased(), semioticClass: .word, rule: .letter)
    }
    if isMark(place + 1, "'") || isMark(place + 1, "\u{2019}"), isWord(place + 2) { return nil }
    if isLegal, containsTone(place) {
      return Match(end: place + 1, spoken: text(place).lowercased(), semioticClass: .word, rule: .capitalWord)
    }
    // A long word in capitals among capitals is a foreign word, `FACEBOOK`, and no acronym.
    if atom.count > 6, !isLegal, definitions.isEmpty, Respelling.syllables(text(place).lowercased()) != nil { return nil }
    let reading = acronymWords(place)
    return Match(
      end: place + 1, spoken: reading.words, semioticClass: .acronym, rule: reading.rule, flag: reading.flag)
  }

  private func containsTone(_ place: Int) -> Bool { slice(place, place + 1).contains { $0 >= 0x80 } }

  /// `M'Nông`, `H'leo`, `K’Ho`: the syllable before the apostrophe is said with a short vowel.
  private func apostropheName(_ place: Int) -> Match? {
    guard isMark(place + 1, "'") || isMark(place + 1, "\u{2019}"), isWord(place + 2), self[place].count <= 2,
      !isWord(place + 3)
    else { return nil }
    guard let tail = Respelling.name(text(place + 2).lowercased()), let head = Respelling.onset(text(place).lowercased())
    else { return nil }
    return Match(end: place + 3, spoken: "\(head) \(tail)", semioticClass: .name, rule: .minorityName)
  }

  /// A word of another language: a name of the highlands, respelled, or spelled when nothing else helps.
  private func foreign(_ place: Int) -> Match {
    let written = text(place)
    let lower = written.lowercased()
    if self[place].count == 1 {
      let name = LetterNames.spell(lower.unicodeScalars)
      if !name.isEmpty { return Match(end: place + 1, spoken: name, semioticClass: .acronym, rule: .letter) }
      return Match(
        end: place + 1, spoken: "", semioticClass: .foreign, rule: .otherScript, flag: .unknown(.otherScript))
    }
    if self[place].letterCase == .capital, let name = Respelling.minorityName(lower) {
      return Match(end: place + 1, spoken: name, semioticClass: .name, rule: .minorityName)
    }
    if let spoken = Respelling.syllables(lower) {
      return Match(
        end: place + 1, spoken: spoken, semioticClass: .foreign, rule: .foreign,
        flag: .unknown(.unknownWord(written, spoken: spoken)))
    }
    let spelled = LetterNames.spell(lower.unicodeScalars)
    let doubt: Doubt = spelled.isEmpty ? .otherScript : .unknownWord(written, spoken: spelled)
    return Match(
      end: place + 1, spoken: spelled, semioticClass: .foreign, rule: spelled.isEmpty ? .otherScript : .foreignSpelled,
      flag: .unknown(doubt))
  }

  /// Runs of letters past any word: spelled in pieces, so that no token grows without bounds.
  private func overlong(_ place: Int) -> Match {
    let spelled = LetterNames.spell(text(place).unicodeScalars)
    return Match(
      end: place + 1, spoken: spelled, semioticClass: .foreign, rule: .junk,
      flag: .unknown(spelled.isEmpty ? .otherScript : .unknownWord(text(place), spoken: spelled)))
  }

  private static let kinds = CueSet(
    "giống,giống lúa,giống ngô,lúa,ngô,tòa,tòa nhà,nhà,lô,căn,căn hộ,khu,chung cư,block,chuyến bay,bay,ống,loại,mẫu xe,kênh")
  /// `Ø110`: the diameter of a pipe.
  private static let diameters: Set<String> = ["Ø", "ø", "Φ", "φ"]
  private static let x = Key(word: "x")
  private static let dayCue = CueSet("sáng,chiều,tối,trưa,ngày,thứ,từ,đến,các ngày,hàng tuần")
}
