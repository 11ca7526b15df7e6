extension Passage {
  /// What a mark says or does.
  func mark(_ place: Int) -> Match {
    let atom = self[place]
    guard atom.key < 0x80 else { return wideMark(place, atom.key) }
    switch UInt8(atom.key) {
    case UInt8(ascii: "."): return stop(place)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .silent(place + 1, .sentenceEnd, pause: .sentence)
    case UInt8(ascii: ","):
      return .silent(place + 1, .comma, pause: isDigits(place - 1) && isDigits(place + 1) ? .phrase : .clause)
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "|"): return .silent(place + 1, .comma, pause: .clause)
    case UInt8(ascii: "("):
      return phone(place) ?? definition(place) ?? spelledNumber(place) ?? .silent(place + 1, .bracket, pause: .clause)
    case UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      return .silent(place + 1, .bracket, pause: .clause)
    case UInt8(ascii: "-"): return dash(place)
    case UInt8(ascii: "/"): return slash(place)
    case UInt8(ascii: "&"): return symbol(place, "và")
    case UInt8(ascii: "+"): return phone(place) ?? plus(place)
    case UInt8(ascii: "%"): return symbol(place, "phần trăm")
    case UInt8(ascii: "="): return equals(place)
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return comparison(place)
    case UInt8(ascii: "$"): return price(place, "đô la")
    case UInt8(ascii: "@"): return isWord(place + 1) || isDigits(place + 1) ? symbol(place, "a còng") : quiet(place)
    case UInt8(ascii: "#"): return isDigits(place + 1) ? symbol(place, "số") : hashtag(place) ?? quiet(place)
    case UInt8(ascii: "*"): return isBetweenNumbers(place) ? symbol(place, "nhân") : quiet(place)
    case UInt8(ascii: "~"): return isDigits(skipBlank(place + 1)) ? symbol(place, "khoảng") : quiet(place)
    case UInt8(ascii: "^"): return isBetweenNumbers(place) ? symbol(place, "mũ") : quiet(place)
    case UInt8(ascii: "_"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): return quiet(place)
    case UInt8(ascii: "\\"): return .silent(place + 1, .slashPause, pause: .phrase)
    default: return quiet(place)
    }
  }

  func symbol(_ place: Int, _ words: String, width: Int = 1) -> Match {
    Match(end: place + width, spoken: words, semioticClass: .symbol, rule: .symbol)
  }

  func quiet(_ place: Int) -> Match { .silent(place + 1, .silentMark) }

  /// A full stop: a sentence's end, dots of omission, or a mark inside a slip of the keys.
  private func stop(_ place: Int) -> Match {
    // `./.` ends a document.
    if isMark(place + 1, "/"), isMark(place + 2, ".") { return .silent(place + 3, .sentenceEnd, pause: .sentence) }
    var end = place + 1
    while isMark(end, "."), end - place < 200 { end += 1 }
    if end - place > 1 {
      // Dots of omission end a sentence when a capital follows.
      let next = skipBlank(end)
      let goesOn = isWord(next) && self[next].letterCase == .lower || isMark(next, anyOf: ",;)")
      return .silent(end, .sentenceEnd, pause: goesOn ? .clause : .sentence)
    }
    let isTight = isWord(place + 1) || isDigits(place + 1)
    let isInside = isTight && self[place + 1].letterCase == .lower && !isBlank(place - 1)
    let isShort = self[place - 1].count == 1 && !isTonedLetter(self[place - 1])
    if isInside, isDigits(place - 1) || isDigits(place + 1) || isShort { return quiet(place) }
    // `Nguyễn Văn A. Lê`, `Ph. Ăngghen`: a letter and a point are more often a name than a sentence's end; `CHÚ Ý. CÓ LŨ` is one.
    let isInitial =
      self[place - 1].letterCase == .upper && self[place - 1].count == 1 && isWord(skipBlank(end)) && !isLetterWord(place - 1)
    return .silent(end, .sentenceEnd, pause: isInitial ? .clause : .sentence)
  }

  private func dash(_ place: Int) -> Match {
    if let minus = minus(place) { return minus }
    if isMark(place + 1, ">") { return arrow(place, width: 2) }
    var end = place + 1
    while isDash(end), end - place < 2000 { end += 1 }
    if end - place > 2 { return .silent(end, .ruleOfDashes, pause: .sentence) }
    if isBetweenNumbers(place), let second = numeral(skipBlank(end)), isMark(skipBlank(second.end), "=") {
      return symbol(place, "trừ", width: end - place)
    }
    if joinsSeries(place, end) { return symbol(place, "đến", width: end - place) }
    let isTight = !isBlank(place - 1) && !isBlank(end)
    return .silent(end, .dashPause, pause: isTight ? .none : .phrase)
  }

  /// `thứ 2 - thứ 6`, `thôn 1 - thôn 5`: the same word on both sides, with what counts it.
  func joinsSeries(_ place: Int, _ end: Int) -> Bool {
    let number = isBlank(place - 1) ? place - 2 : place - 1
    let word = isBlank(number - 1) ? number - 2 : number - 1
    let next = skipBlank(end)
    guard isWord(word), isWord(next), self[word].key == self[next].key, self[next].count > 0 else { return false }
    let second = skipBlank(next + 1)
    if let first = value(number, digits: 1...3), let last = value(second, digits: 1...3) { return first < last }
    if let first = romanValue(number), let last = romanValue(second) { return first < last }
    return self[word].key == Self.thứ && isWord(number) && isWord(second)
  }

  /// `-5°C`: a minus clings to its number and follows nothing that it could join.
  func minus(_ place: Int) -> Match? {
    guard isDash(place), isDigits(place + 1), !isDigits(place - 1), !isWord(place - 1), !isMark(place - 1, ")"),
      let numeral = numeral(place + 1), !numeral.isLong
    else { return nil }
    let before = isBlank(place - 1) ? place - 2 : place - 1
    if isBlank(place - 1), isDigits(before) { return nil }
    let unit = unit(skipBlank(numeral.end), wideOpen: false)
    let isTemperature = unit.map { $0.words.hasPrefix("độ") } ?? isWord(skipBlank(numeral.end), Self.degree)
    let isStart = self[before].kind == .outside
    // `- 5 hộ` and `Thôn A -15 hộ` have a dash; counted things are never fewer than none.
    let isCounted = cue(Unit.counters, at: numeral.end) || isWord(skipBlank(numeral.end)) && isStart && unit == nil
    guard
      isTemperature || !isCounted && !(isStart && unit != nil && numeral.end != place + 2) || isMark(before, anyOf: "(=<>")
        || !isStart && cue(Self.belowZero, before: place, within: 2)
    else { return nil }
    guard var match = quantity(place + 1) ?? cardinal(place + 1) else { return nil }
    match.spoken = "âm \(match.spoken)"
    match.rule = .negative
    return match
  }

  private func slash(_ place: Int) -> Match {
    if let document = blankDocumentNumber(place) { return document }
    if isMark(place + 1, ".") && !isWord(place + 2) { return .silent(place + 2, .sentenceEnd, pause: .sentence) }
    // `đồng/người` without a number before it.
    if isWord(place - 1), isWord(place + 1), let previous = perWord(place - 1) {
      var unit = Unit(words: previous, end: place, isCounted: true)
      appendCounters(to: &unit)
      if unit.end > place {
        return Match(
          end: unit.end, spoken: String(unit.words.dropFirst(previous.count + 1)), semioticClass: .measure, rule: .per)
      }
    }
    if isDigits(place - 1), isDigits(place + 1), self[place - 1].count + self[place + 1].count > 12 {
      return .silent(place + 1, .slashPause, pause: .phrase)
    }
    if isDigits(place - 1) && (isDigits(place + 1) || isWord(place + 1)) || isDigits(place + 1) && isWord(place - 1) {
      return symbol(place, "trên")
    }
    var end = place + 1
    while isMark(end, "/"), end - place < 200 { end += 1 }
    return .silent(end, .slashPause, pause: .phrase)
  }

  /// The words a stroke may count by: money, and what stands behind a number (`3-4 tháng/lần`).
  private func perWord(_ place: Int) -> String? {
    if let money = Unit.moneyWords[self[place].key] ?? Unit.currencies[exactKey(place)] { return money }
    guard isLegalSyllable(place) else { return nil }
    // `15 kg gạo/khẩu/tháng`
    if cue(Self.each, at: place + 2), (place - 6..<place).contains(where: isDigits) { return text(place) }
    let isCounted = isDigits(place - 1) || isBlank(place - 1) && isDigits(place - 2)
    return isCounted || self[place].key == Self.lần ? text(place) : nil
  }

  private static let lần = Key(word: "lần")
  private static let each = CueSet("khẩu,nhân khẩu,người,hộ,tháng,năm,ngày,suất,em,cháu,lượt,vụ,lần,gia đình,học sinh,sào,héc ta")

  private func plus(_ place: Int) -> Match {
    if isMark(place + 1, "/"), isMark(place + 2, "-") { return symbol(place, "cộng trừ", width: 3) }
    let next = skipBlank(place + 1)
    if isDigits(next) && !isBlank(next - 1) || isBetweenNumbers(place) { return symbol(place, "cộng") }
    let joins = isWord(next) || isDigits(next) && isBlank(next - 1)
    guard joins, isWord(isBlank(place - 1) ? place - 2 : place - 1) else { return quiet(place) }
    return symbol(place, "cộng")
  }

  private func equals(_ place: Int) -> Match {
    if isMark(place + 1, ">") { return arrow(place, width: 2) }
    var end = place + 1
    while isMark(end, "="), end - place < 2000 { end += 1 }
    return end - place > 1 ? .silent(end, .ruleOfDashes, pause: .sentence) : symbol(place, "bằng")
  }

  private func comparison(_ place: Int) -> Match {
    let isLess = isMark(place, "<")
    if isMark(place + 1, "=") { return symbol(place, isLess ? "nhỏ hơn hoặc bằng" : "lớn hơn hoặc bằng", width: 2) }
    if isMark(place + 1, isLess ? ">" : "<") { return symbol(place, "khác", width: 2) }
    guard isDigits(skipBlank(place + 1)) else { return quiet(place) }
    return symbol(place, isLess ? "nhỏ hơn" : "lớn hơn")
  }

  /// `A → B` is "đến"; before a line's end or at its start the arrow is a bullet.
  func arrow(_ place: Int, width: Int) -> Match {
    let before = isBlank(place - 1) ? place - 2 : place - 1
    let after = skipBlank(place + width)
    let isBetween = isWord(before) || isDigits(before)
    guard isBetween, isWord(after) || isDigits(after) else { return .silent(place + width, .silentMark, pause: .phrase) }
    return symbol(place, "đến", width: width)
  }

  /// A currency sign before its number.
  func price(_ place: Int, _ currency: String) -> Match {
    let next = skipBlank(place + 1)
    guard var numeral = numeral(next), !numeral.isLong else { return symbol(place, currency) }
    // `$1,000` is written the English way.
    if let fraction = numeral.fraction, numeral.style == .comma, self[fraction].count == 3 {
      numeral.value = numeral.value &* 1000 &+ self[fraction].key
      numeral.fraction = nil
    }
    var unit = Unit(words: currency, end: numeral.end, isCounted: true)
    if let scale = Unit.moneyWords[self[skipBlank(numeral.end)].key], isWord(skipBlank(numeral.end)), scale != "đồng" {
      unit = Unit(words: "\(scale) \(currency)", end: skipBlank(numeral.end) + 1, isCounted: true)
    }
    appendCounters(to: &unit)
    return Match(
      end: unit.end, spoken: "\(spoken(numeral)) \(unit.words)", semioticClass: .money, rule: .moneySymbol,
      flag: numeral.flag)
  }

  private func isBetweenNumbers(_ place: Int) -> Bool {
    isDigits(isBlank(place - 1) ? place - 2 : place - 1) && isDigits(skipBlank(place + 1))
  }

  private static let degree = Key(word: "độ")
  private static let belowZero = CueSet(
    "nhiệt độ,xuống,dưới,từ,đến,còn,là,âm,trừ,thấp nhất,mức,tăng,giảm,khoảng,đạt,bằng,xuống tới,cận,nhập,số")
}
