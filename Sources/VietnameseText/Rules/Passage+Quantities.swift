extension Passage {
  /// Numbers with a unit, and ranges of numbers with or without one.
  func quantity(_ place: Int) -> Match? {
    guard let first = numeral(place), !first.isLong else { return nil }
    if let mixed = mixedMeasure(place, first) { return mixed }
    if let range = range(place, first) { return range }
    let next = skipBlank(first.end)
    guard let unit = numberUnit(next, after: first) else { return countedPer(place, first) ?? price(place, first) }
    return measured(place, first, unit)
  }

  private func measured(_ place: Int, _ numeral: Numeral, _ unit: Unit) -> Match {
    let rule: Rule = unit.isMoney ? .money : unit.words.hasPrefix("phần trăm") ? .percent : .measure
    // `50.00đ` is a slip of the keys.
    let isOddPrice = unit.isMoney && numeral.style == .dot
    return Match(
      end: unit.end, spoken: "\(spoken(numeral)) \(unit.words)", semioticClass: unit.isMoney ? .money : .measure,
      rule: rule, flag: isOddPrice ? .ambiguous(.pointNumber) : numeral.flag)
  }

  /// The unit after a number; `T` for tonnes and `A` for amperes only stand here.
  func numberUnit(_ place: Int, after numeral: Numeral) -> Unit? {
    if let money = moneyWords(place) { return money }
    if let unit = unit(place, wideOpen: false) { return unit }
    let atom = self[place]
    guard atom.kind == .word else { return nil }
    if atom.key == Self.t, atom.letterCase == .upper, place == numeral.end, !isDigits(place + 1) {
      if numeral.fraction != nil || cue(Self.load, before: place - 1, within: 4) { return Unit(words: "tấn", end: place + 1) }
      if numeral.value <= 120, cue(Self.aged, before: place - 1, within: 2) { return Unit(words: "tuổi", end: place + 1) }
    }
    if place == numeral.end, atom.letterCase == .lower, !isDigits(place + 1), let short = shortCount(place, after: numeral) {
      return short
    }
    if atom.key == Self.a, atom.letterCase == .upper, place == numeral.end, !isDigits(place + 1),
      numeral.fraction != nil || cue(Self.current, before: place - 1, within: 4)
    {
      return Unit(words: "am pe", end: place + 1)
    }
    return nil
  }

  /// `60t` is an age or tonnes, by the words around; `18th` months.
  private func shortCount(_ place: Int, after numeral: Numeral) -> Unit? {
    if self[place].key == Self.th { return Unit(words: "tháng", end: place + 1, isCounted: true) }
    guard self[place].key == Self.t else { return nil }
    if numeral.fraction == nil, numeral.value <= 120, cue(Self.aged, before: place - 1, within: 4) {
      return Unit(words: "tuổi", end: place + 1, isCounted: true)
    }
    let isLoad = numeral.fraction != nil || cue(Self.goods, at: place + 1) || cue(Self.load, before: place - 1, within: 4)
    return isLoad ? Unit(words: "tấn", end: place + 1) : nil
  }

  /// `triệu đồng/năm`: spelled money that is counted by something; without a counter the words read themselves.
  private func moneyWords(_ place: Int) -> Unit? {
    guard isWord(place), let first = Unit.moneyWords[self[place].key] else { return nil }
    var unit = Unit(words: first, end: place + 1, isCounted: true, isMoney: true)
    while isWord(skipBlank(unit.end)), let word = Unit.moneyWords[self[skipBlank(unit.end)].key] {
      unit.words += " \(word)"
      unit.end = skipBlank(unit.end) + 1
    }
    // `5 triệu đ`, `2 tỷ VNĐ`.
    let next = skipBlank(unit.end)
    if isWord(next), !unit.words.hasSuffix("đồng"), let currency = Unit.currencies[exactKey(next)], currency == "đồng" {
      unit.words += " đồng"
      unit.end = next + 1
    }
    // `2,4 triệu m3`, `1,2 tỷ kWh`
    if unit.words != "đồng", isWord(next), next > unit.end, let measure = measure(next) {
      return Unit(words: "\(unit.words) \(measure.words)", end: measure.end)
    }
    let bareEnd = unit.end
    appendCounters(to: &unit)
    let isCurrency = ["đồng", "uôn", "bạt", "kíp"].contains { unit.words.hasSuffix($0) }
    return unit.end > bareEnd || isCurrency ? unit : nil
  }

  /// `1m65`, `1tr5`, `2kg5`, `1tỷ2`.
  private func mixedMeasure(_ place: Int, _ whole: Numeral) -> Match? {
    let word = whole.end
    if let age = ageInMonths(whole) { return age }
    guard whole.isWhole, isWord(word), let rest = value(word + 1, digits: 1...3), !isWord(word + 2),
      !(isMark(word + 2, anyOf: ".,/") && isDigits(word + 3))
    else { return nil }
    let last = afterDash(word + 2).flatMap { next in
      isDigits(next) ? numeral(next).flatMap { mixedMeasure(next, $0) } : nil
    }
    if last == nil, isDash(word + 2), isDigits(word + 3) { return nil }
    let number = spoken(whole)
    let digits = Int(self[word + 1].count)
    let restWords = NumberWords.cardinal(UInt64(rest))
    let spoken: String
    switch self[word].key {
    case Self.m where whole.value < 10 && digits <= 2 && !(digits == 1 && (rest == 2 || rest == 3)):
      spoken = "\(number) mét \(digits == 2 && rest < 10 ? "linh \(restWords)" : restWords)"
    case Self.tr, Self.tỷ, Self.triệu:
      let unit = self[word].key == Self.tỷ ? "tỷ" : "triệu"
      spoken = "\(number) \(unit) \(rest == 5 && digits == 1 ? "rưỡi" : restWords)"
    case Self.kg where digits == 1: spoken = "\(number) ki lô gam \(rest == 5 ? "rưỡi" : restWords)"
    case Self.k where self[word].letterCase == .lower && whole.value < 10 && digits <= 2:
      // `2k5`: the year 2005, or two and a half thousand.
      let year = "\(NumberWords.cardinal(whole.value * 1000 + UInt64(rest)))"
      let isSure = cue(Self.born, before: place, within: 2)
      return Match(
        end: word + 2, spoken: year, semioticClass: .cardinal, rule: .cardinal, flag: isSure ? .sure : .ambiguous(.manySenses))
    default: return nil
    }
    let isMoney = self[word].key != Self.m && self[word].key != Self.kg
    if let last {
      return Match(
        end: last.end, spoken: "\(spoken) đến \(last.spoken)", semioticClass: last.semioticClass, rule: last.rule)
    }
    return Match(
      end: word + 2, spoken: spoken, semioticClass: isMoney ? .money : .measure,
      rule: isMoney ? .moneyShort : .measureMixed)
  }

  /// `56t8th`: years and months of age.
  private func ageInMonths(_ years: Numeral) -> Match? {
    let word = years.end
    guard years.isWhole, years.value <= 120, isWord(word, Self.t), let months = value(word + 1, digits: 1...2), months < 12,
      isWord(word + 2, Self.th)
    else { return nil }
    let spoken = "\(spoken(years)) tuổi \(NumberWords.cardinal(UInt64(months))) tháng"
    return Match(end: word + 3, spoken: spoken, semioticClass: .measure, rule: .measureMixed)
  }

  /// `2 lần/tuần`, `5 người/hộ`: a number of things per thing.
  private func countedPer(_ place: Int, _ numeral: Numeral) -> Match? {
    let noun = skipBlank(numeral.end)
    guard noun > numeral.end, isWord(noun), isMark(noun + 1, "/"), isLegalSyllable(noun), isWord(noun + 2) else { return nil }
    var unit = Unit(words: text(noun).lowercased(), end: noun + 1, isCounted: true)
    appendCounters(to: &unit)
    guard unit.end > noun + 1 else { return nil }
    return Match(
      end: unit.end, spoken: "\(spoken(numeral)) \(unit.words)", semioticClass: .measure, rule: .per, flag: numeral.flag)
  }

  /// `25.000/con`, `6.200/kg`: thousands for each of something are a price without its currency.
  private func price(_ place: Int, _ numeral: Numeral) -> Match? {
    guard numeral.isWhole, numeral.value >= 1000, isMark(numeral.end, "/"), isWord(numeral.end + 1) else { return nil }
    var unit = Unit(words: "", end: numeral.end, isCounted: true)
    appendCounters(to: &unit)
    guard unit.end > numeral.end else { return nil }
    return Match(
      end: unit.end, spoken: "\(spoken(numeral))\(unit.words)", semioticClass: .money, rule: .per, flag: numeral.flag)
  }

  private static let t = Key(word: "t")
  private static let a = Key(word: "a")
  private static let m = Key(word: "m")
  private static let tr = Key(word: "tr")
  private static let triệu = Key(word: "triệu")
  private static let k = Key(word: "k")
  private static let born = CueSet("sinh,sinh năm,thế hệ,gen,đời,lứa")
  private static let kg = Key(word: "kg")
  private static let th = Key(word: "th")
  private static let aged = CueSet(
    "ông,bà,cụ,anh,chị,em,cháu,trên,dưới,từ,đủ,tuổi,độ tuổi,nam,nữ,người,nct,người cao tuổi,trẻ,trẻ em,cử tri,học sinh,hs,thọ,mừng thọ,thanh niên"
  )
  private static let goods = CueSet(
    """
    phân,lúa,thóc,gạo,hàng,cá,tôm,xi măng,đất,đá,cát,sắt,thép,rác,phân bón,thức ăn,ngô,khoai,sắn,quả,mía,thịt,lợn,vải,nhãn
    rau,than,tươi,khô,giống,vôi,sản phẩm,hàng hóa,nông sản,mủ,chè,cà phê,tiêu,điều
    """)
  private static let load = CueSet("tải trọng,tải,trọng tải,xe,nặng,cầu,trọng lượng,khối lượng,quá")
  private static let current = CueSet("dòng,dòng điện,cường độ,aptomat,áp tô mát,cầu chì,công tơ")
}
