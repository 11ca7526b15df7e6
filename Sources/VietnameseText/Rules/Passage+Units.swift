extension Passage {
  /// The unit that begins at `place`, its power and all it is counted by.
  ///
  /// - Parameter wideOpen: counted nouns (`người`, `suất`) pass for units too.
  func unit(_ place: Int, wideOpen: Bool) -> Unit? {
    if wideOpen, cue(Unit.counters, at: place) { return Unit(words: "", end: place) }
    guard var unit = bareUnit(place) else { return nil }
    appendCounters(to: &unit)
    return unit
  }

  /// A unit of measure behind a multiplier in words (`2,4 triệu m3`), where a letter alone may be anything.
  func measure(_ place: Int) -> Unit? {
    guard self[place].count > 1 || isDigits(place + 1) || isMark(place + 1, anyOf: "²³"), Unit.currencies[exactKey(place)] == nil,
      isWord(place), var unit = bareUnit(place), !unit.isMoney
    else { return nil }
    appendCounters(to: &unit)
    return unit
  }

  /// The unit without what it is counted by.
  private func bareUnit(_ place: Int, isCounter: Bool = false) -> Unit? {
    let atom = self[place]
    if atom.kind == .mark { return markUnit(place, atom.key) }
    guard atom.kind == .word else { return nil }
    let exact = exactKey(place)
    let next = place + 1
    if let currency = Unit.currencies[exact] {
      // `10K dân` is rare beside `5K`, a slogan; a capital K needs a price's cue.
      if atom.key == Self.k, atom.letterCase == .upper, !cue(Self.price, before: place, within: 5) { return nil }
      // `khoản 2 Đ9`: an article.
      if atom.count == 1, isDigits(next) { return nil }
      // `25 đ/c`: comrades.
      if atom.key == Self.đ, isMark(next, "/"), isWord(next + 1, Self.c) { return nil }
      return money(place, currency)
    }
    if let length = Unit.lengths[exact] {
      if let power = power(next) { return Unit(words: "\(length) \(power)", end: next + 1) }
      // `1m65` is for the rule of mixed measures, `M` alone for names.
      if isDigits(next) { return nil }
      if atom.letterCase == .upper { return nil }
    }
    if atom.key == Self.oC { return Unit(words: "độ xê", end: next) }
    if atom.key == Self.độ, isBlank(next), isWord(next + 1), self[next + 1].count == 1 {
      if isWord(next + 1, Self.c) { return Unit(words: "độ xê", end: next + 2) }
      if isWord(next + 1, Self.f) { return Unit(words: "độ ép", end: next + 2) }
    }
    if let words = Unit.physical[exact] {
      if isDigits(next) || isWord(next) { return nil }
      if isMark(next, "'") || isMark(next, "\u{2019}"), isWord(next + 1) { return nil }
      // `V` and `A` after a number are as often letters: `lớp 5A`, `phần V`.
      if atom.count == 1, !isCounter, Self.doubtful.contains(exact), !isDigits(place - 1) { return nil }
      return Unit(words: words, end: next)
    }
    return lexiconUnit(place)
  }

  private func lexiconUnit(_ place: Int) -> Unit? {
    // Single capitals are letters more often than units, and money has rules of its own.
    if self[place].count == 1, self[place].letterCase == .upper || !isDigits(place - 1) { return nil }
    if Unit.moneyWords[self[place].key] != nil { return nil }
    guard let match = lexiconMatch(place), let entry = match.senses.first(where: { $0.kind == .unit }) else { return nil }
    return isWord(match.end) || isDigits(match.end) ? nil : Unit(words: entry.spoken, end: match.end)
  }

  private func markUnit(_ place: Int, _ mark: UInt64) -> Unit? {
    switch mark {
    case 0x25: return Unit(words: "phần trăm", end: place + 1, isCounted: true)
    case 0x2030: return Unit(words: "phần nghìn", end: place + 1)
    case 0x24: return Unit(words: "đô la", end: place + 1, isCounted: true, isMoney: true)
    case 0x20AC: return Unit(words: "ơ rô", end: place + 1, isCounted: true, isMoney: true)
    case 0xA3: return Unit(words: "bảng anh", end: place + 1, isCounted: true, isMoney: true)
    case 0xA5: return Unit(words: "yên", end: place + 1, isCounted: true, isMoney: true)
    case 0x20AB: return Unit(words: "đồng", end: place + 1, isCounted: true, isMoney: true)
    case 0x2126: return Unit(words: "ôm", end: place + 1)
    case 0xB0, 0xBA, 0x2DA: return degrees(place)
    case 0x2103: return Unit(words: "độ xê", end: place + 1)
    default: return nil
    }
  }

  /// `°C`, `° C`, `°F`, `°N`, `°`.
  private func degrees(_ place: Int) -> Unit {
    let letter = skipBlank(place + 1)
    if let minutes = value(place + 1, digits: 1...2), minutes < 60, isMark(place + 2, "'") || isMark(place + 2, "\u{2032}") {
      // `10°30'B`
      let side = isWord(place + 3) ? Self.sides[exactKey(place + 3)] : nil
      return Unit(
        words: "độ \(NumberWords.cardinal(UInt64(minutes))) phút\(side.map { " " + $0 } ?? "")",
        end: side == nil ? place + 3 : place + 4)
    }
    guard isWord(letter), self[letter].count == 1, self[letter].letterCase == .upper || isWord(letter, Self.đ) else {
      return Unit(words: "độ", end: place + 1)
    }
    if let side = Self.sides[exactKey(letter)] { return Unit(words: "độ \(side)", end: letter + 1) }
    let names: [UInt8: String] = [
      0x43: "độ xê", 0x46: "độ ép", 0x4B: "độ ca",
    ]
    guard let words = slice(letter, letter + 1).first.flatMap({ names[$0] }) else { return Unit(words: "độ", end: place + 1) }
    return Unit(words: words, end: letter + 1)
  }

  private func money(_ place: Int, _ words: String) -> Unit {
    var unit = Unit(words: words, end: place + 1, isCounted: true, isMoney: true)
    if self[place].key == Self.tr || self[place].key == Self.k || self[place].key == Self.tỷ {
      // `tr.đ`, `tr đ`, `tr đồng`.
      let next = isMark(unit.end, ".") ? unit.end + 1 : skipBlank(unit.end)
      if isWord(next), self[next].key == Self.đ || self[next].key == Self.đồng || self[next].key == Self.vnđ {
        unit.words += " đồng"
        unit.end = next + 1
      }
    } else if words == "đồng" {
      // `20.000đ đồng` says it once.
      let next = skipBlank(unit.end)
      if isWord(next, Self.đồng) { unit.end = next + 1 }
    }
    return unit
  }

  private func power(_ place: Int) -> String? {
    if let value = value(place, digits: 1...1), !isWord(place + 1) || isDigits(place + 1) {
      return value == 2 ? "vuông" : value == 3 ? "khối" : nil
    }
    if isMark(place, "\u{B2}") { return "vuông" }
    return isMark(place, "\u{B3}") ? "khối" : nil
  }

  /// `/ngày`, `/24h`, `/lần/con`, `/100 ml`, `.h`: what the unit is counted by.
  func appendCounters(to unit: inout Unit) {
    var rounds = 0
    while rounds < 3, isMark(unit.end, "/") || isBlank(unit.end) && isMark(unit.end + 1, "/") {
      let slash = skipBlank(unit.end)
      let first = skipBlank(slash + 1)
      guard slash == unit.end || first > slash + 1, let counter = counter(first, isCounted: unit.isCounted) else { return }
      unit.words += counter.words
      unit.end = counter.end
      rounds += 1
    }
  }

  private func counter(_ place: Int, isCounted: Bool) -> (words: String, end: Int)? {
    let joint = isCounted ? " một " : " trên "
    if isDigits(place), let numeral = numeral(place) {
      let next = skipBlank(numeral.end)
      guard let unit = unitOrCounter(next) else { return nil }
      return (" trên \(spoken(numeral)) \(unit.words)", unit.end)
    }
    guard let unit = unitOrCounter(place) else { return nil }
    // `5kg/người`: each one gets as much; `kg/ha` is a rate.
    return ((cue(Self.persons, at: place) ? " một " : joint) + unit.words, unit.end)
  }

  private func unitOrCounter(_ place: Int) -> (words: String, end: Int)? {
    if isWord(place), let words = Self.counterLetters[exactKey(place)], !isDigits(place + 1) { return (words, place + 1) }
    if let unit = bareUnit(place, isCounter: true) { return (unit.words, unit.end) }
    guard isWord(place) else { return nil }
    // The longest counter wins: "đầu người" before "đầu".
    if isBlank(place + 1), isWord(place + 2), Unit.counters.contains(self[place].key.followed(by: self[place + 2].key)) {
      return (text(place, place + 3).lowercased(), place + 3)
    }
    if Unit.counters.contains(self[place].key) { return (text(place).lowercased(), place + 1) }
    return nil
  }

  private static let persons = CueSet("người,hộ,khẩu,nhân khẩu,con,cây,gia đình,học sinh,em,cháu,suất,đầu người")

  /// Of the compass, English and Vietnamese.
  private static let sides: [Key: String] = [
    Key(exact: "N".utf8): "bắc", Key(exact: "B".utf8): "bắc", Key(exact: "E".utf8): "đông", Key(exact: "Đ".utf8): "đông",
    Key(exact: "S".utf8): "nam", Key(exact: "W".utf8): "tây", Key(exact: "T".utf8): "tây",
  ]

  /// Units of time, short only behind a stroke.
  private static let counterLetters: [Key: String] = [
    Key(exact: "h".utf8): "giờ", Key(exact: "H".utf8): "giờ", Key(exact: "s".utf8): "giây", Key(exact: "ng".utf8): "người",
    Key(exact: "ph".utf8): "phút", Key(exact: "p".utf8): "phút", Key(exact: "d".utf8): "ngày", Key(exact: "sp".utf8): "sản phẩm",
    Key(exact: "th".utf8): "tháng", Key(exact: "LĐ".utf8): "lao động",
    Key(exact: "HS".utf8): "học sinh", Key(exact: "hs".utf8): "học sinh", Key(exact: "NK".utf8): "nhân khẩu",
  ]
  static let oC = Key(word: "oC")
  private static let độ = Key(word: "độ")
  private static let c = Key(word: "c")
  private static let f = Key(word: "f")
  private static let k = Key(word: "k")
  private static let tr = Key(word: "tr")
  private static let đ = Key(word: "đ")
  private static let vnđ = Key(word: "vnđ")
  static let tỷ = Key(word: "tỷ")
  static let đồng = Key(word: "đồng")
  private static let doubtful: Set<Key> = Set(
    ["V", "v", "A", "N", "J", "M", "h", "s", "W", "L", "p"].map { Key(exact: $0.utf8) })
  private static let price = CueSet("giá,phí,tiền,lương,thưởng,phạt,thu,bán,mua,trả,đóng,nộp,khoảng,hơn,chỉ,từ,đến,đồng giá,vé")
}
