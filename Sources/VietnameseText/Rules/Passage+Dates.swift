extension Passage {
  /// Dates at a digit run: full, ISO, day and month, month and year, ranges and lists of days.
  func date(_ place: Int) -> Match? {
    guard let count = value(place, digits: 1...4) else { return nil }
    if let first = fullDate(place) { return dateOrRange(first, from: place) }
    if let match = impossibleDate(place) ?? monthRange(place) { return match }
    guard count <= 31, self[place].count <= 2 else { return nil }
    if let list = dayList(place) { return list }
    if let first = dayMonth(place) {
      if let match = dateRange(first, from: place) { return match }
      return dayAndMonth(first, from: place)
    }
    return monthAndYear(place) ?? dayAndMonthByCue(place)
  }

  /// `30/5/2023`, `1-6-2024`, `05.09.2025`, `2025-03-31`, `5/6/24`.
  func fullDate(_ place: Int) -> Day? {
    if let year = value(place, digits: 4...4), (1000...2999).contains(year), isMark(place + 1, anyOf: "-/"),
      let month = value(place + 2, digits: 1...2), self[place + 3].key == self[place + 1].key,
      let day = value(place + 4, digits: 1...2)
    {
      let date = Day(day: day, month: month, year: year, end: place + 5, isISO: true)
      return date.exists && endsNumber(place + 5) ? date : nil
    }
    guard let day = value(place, digits: 1...2), let first = separator(place + 1) ?? looseSlash(place + 1),
      let month = value(first.next, digits: 1...2), let second = separator(first.next + 1) ?? looseSlash(first.next + 1),
      second.mark == first.mark, let year = value(second.next, digits: 2...4), self[second.next].count != 3
    else { return nil }
    let isShort = self[second.next].count == 2
    if isShort, first.mark != 0x2F || !cue(Cues.date, before: place, within: 2) { return nil }
    let date = Day(
      day: day, month: month, year: isShort ? 2000 + year : year, end: second.next + 1, hasShortYear: isShort)
    guard date.exists, isShort || (1000...2999).contains(year), endsNumber(date.end) else { return nil }
    return date
  }

  /// The same shape with a day the calendar lacks: said as written, with a doubt.
  private func impossibleDate(_ place: Int) -> Match? {
    guard let day = value(place, digits: 1...2), isMark(place + 1, "/"), let month = value(place + 2, digits: 1...2)
    else { return nil }
    var date = Day(day: day, month: month, end: place + 3)
    if isMark(place + 3, "/"), let year = value(place + 4, digits: 4...4), (1800...2200).contains(year) {
      date.year = year
      date.end = place + 5
    } else if wordBefore(place) != Self.ngày {
      return nil
    }
    guard endsNumber(date.end), !date.exists else { return nil }
    let isDay = (1...31).contains(day) && (1...12).contains(month)
    guard isDay || date.year != nil else { return nil }
    let numbers = [day, month, date.year ?? 0].map { NumberWords.cardinal(UInt64($0)) }
    return Match(
      end: date.end, spoken: isDay ? dayWord(place, isFull: true) + date.words : numbers.joined(separator: ", "),
      semioticClass: .date, rule: .notADate, flag: .ambiguous(.impossibleDate))
  }

  /// `5/8` as day and month, whatever it means; nil when it cannot be a day.
  func dayMonth(_ place: Int) -> Day? {
    guard let day = value(place, digits: 1...2), let slash = separator(place + 1), slash.mark == 0x2F,
      let month = value(slash.next, digits: 1...2), endsNumber(slash.next + 1)
    else { return nil }
    let date = Day(day: day, month: month, end: slash.next + 1)
    return date.exists ? date : nil
  }

  /// A separator of dates with blanks on both sides or on none: its scalar and the place after it.
  private func separator(_ place: Int) -> (mark: UInt64, next: Int)? {
    if isMark(place, anyOf: "/-.") { return isDigits(place + 1) ? (self[place].key, place + 1) : nil }
    guard isBlank(place), isMark(place + 1, "/"), isBlank(place + 2), isDigits(place + 3) else { return nil }
    return (0x2F, place + 3)
  }

  /// `30 /9/ 2025`: a slash with a blank on one side, which only a full date may have.
  private func looseSlash(_ place: Int) -> (mark: UInt64, next: Int)? {
    let slash = skipBlank(place)
    let next = skipBlank(slash + 1)
    return isMark(slash, "/") && isDigits(next) ? (0x2F, next) : nil
  }

  /// Whether nothing that belongs to a number follows.
  func endsNumber(_ place: Int) -> Bool {
    if isDigits(place) || isMark(place, "%") { return false }
    return
      !(isMark(place, anyOf: "/-.,:") && isDigits(place + 1) && !isDash(place) && !isMark(place, ",")
      || isMark(place, "/") && isWord(place + 1) && self[place + 1].letterCase == .upper)
  }

  private func dateOrRange(_ first: Day, from place: Int) -> Match {
    if let range = dateRange(first, from: place) { return range }
    return Match(
      end: first.end, spoken: dayWord(place, isFull: true) + first.words, semioticClass: .date,
      rule: first.isISO ? .isoDate : .date,
      flag: first.hasShortYear
        ? .ambiguous(.shortYear) : contradictsWeekday(first, from: place) ? .ambiguous(.otherWeekday) : .sure)
  }

  /// `6/11 - 11/11/2023`: both ends are days.
  private func dateRange(_ first: Day, from place: Int) -> Match? {
    // `01/9→31/10`
    let arrow = skipBlank(first.end)
    guard let next = afterDash(first.end) ?? (isMark(arrow, "\u{2192}") ? skipBlank(arrow + 1) : nil),
      let last = fullDate(next) ?? dayMonth(next)
    else { return nil }
    // `1/2 - 2/3 diện tích` are parts.
    if last.year == nil, last.day < last.month, cue(Cues.fractionOf, at: last.end), !cue(Self.strong, before: place) {
      return nil
    }
    return Match(
      end: last.end, spoken: "\(dayWord(place))\(first.words) đến ngày \(last.words)", semioticClass: .date,
      rule: .dateRange)
  }

  /// "ngày " unless the word before has said it.
  func dayWord(_ place: Int, isFull: Bool = false) -> String {
    let isNamed = isFull ? wordBefore(place).map { Cues.dayWords.contains($0) } ?? false : cue(Cues.dayNamed, before: place)
    return isNamed ? "" : "ngày "
  }

  /// `5-10/8`, `5, 6, 7/8`, `5 và 6/8`: days of one month.
  private func dayList(_ place: Int) -> Match? {
    var days = [place]
    var joints: [String] = []
    var next = place + 1
    while days.count < 12 {
      var joint: String
      var after: Int
      let mark = skipBlank(next)
      if isMark(mark, anyOf: ",;+") {
        joint = ", "
        after = skipBlank(mark + 1)
      } else if let dash = afterDash(next) {
        joint = "-"
        after = dash
      } else if isMark(mark, "&") {
        joint = " và "
        after = skipBlank(mark + 1)
      } else if isWord(mark, Self.và) || isWord(mark, Self.đến), isBlank(mark + 1) {
        joint = isWord(mark, Self.và) ? " và " : " đến "
        after = mark + 2
      } else {
        break
      }
      if isWord(after, Self.ngày) { after = skipBlank(after + 1) }
      guard let day = value(after, digits: 1...2), (1...31).contains(day) else { return nil }
      // A dash joins two days alone, and more than two need to be called days: an endless row is left at once.
      if let first = joints.first, first == "-" || joint == "-" || !cue(Cues.date, before: place, within: 2) { return nil }
      joints.append(joint)
      days.append(after)
      if let last = fullDate(after) ?? dayMonth(after) { return dayList(days, joints, last, from: place) }
      next = after + 1
    }
    return nil
  }

  private func dayList(_ days: [Int], _ joints: [String], _ last: Day, from place: Int) -> Match? {
    let values = days.compactMap { value($0) }
    guard values.count == days.count, joints.allSatisfy({ $0 != "-" }) || joints == ["-"] else { return nil }
    let isRange = joints == ["-"] || joints == [" đến "]
    let hasCue = cue(Cues.date, before: place, within: 2)
    // `tỷ số 2-1/3` is no range of days; a list of several numbers needs to be called days.
    if isRange {
      guard values[0] < last.day, hasCue || last.year != nil || !cue(Cues.place, before: place) else { return nil }
    } else {
      guard hasCue, zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    }
    var spoken = dayWord(place)
    for (index, value) in values.dropLast().enumerated() {
      spoken += NumberWords.cardinal(UInt64(value)) + (joints[index] == "-" ? " đến " : joints[index])
    }
    if isRange { spoken += "ngày " }
    return Match(
      end: last.end, spoken: spoken + last.words, semioticClass: .date, rule: isRange ? .dateRange : .dateList)
  }

  /// `2/9` alone: a date after a cue or on a holiday, unless it is a fraction or a place.
  private func dayAndMonth(_ day: Day, from place: Int) -> Match? {
    let isFractionShape = day.day < day.month
    if day.isHoliday, cue(Cues.namedAfterDays, before: place) {
      return Match(end: day.end, spoken: day.words, semioticClass: .date, rule: .holiday)
    }
    if cue(Cues.place, before: place), !cue(Cues.date, before: place) { return nil }
    if cue(Cues.ratio, before: place, within: 2) { return nil }
    let hasCue = cue(Cues.date, before: place, within: 2) || followsDayOrTime(place)
    if isFractionShape || day.day == day.month, cue(Cues.fractionOf, at: day.end), !cue(Self.strong, before: place) {
      return nil
    }
    if hasCue {
      if !cue(Self.strong, before: place, within: 2), hasUnit(day.end) { return nil }
      return Match(
        end: day.end, spoken: dayWord(place) + day.words, semioticClass: .date, rule: .dayMonth)
    }
    let isCell = isMark(skipBlank(day.end), "|") && (isMark(place - 1, "|") || isMark(place - 2, "|"))
    guard day.isHoliday || isCell || !isFractionShape && day.day > 12, !hasUnit(day.end), !cue(Unit.counters, at: day.end) else {
      return nil
    }
    return Match(
      end: day.end, spoken: dayWord(place) + day.words, semioticClass: .date, rule: day.isHoliday ? .holiday : .dayMonth,
      flag: day.isHoliday || day.day > 12 ? .sure : .ambiguous(.dateOrFraction))
  }

  /// `thứ 3, 5/11`, `chủ nhật (9/3)`, `7h30 5/9`: a day of the week or a time stands before.
  private func followsDayOrTime(_ place: Int) -> Bool {
    var before = isBlank(place - 1) ? place - 2 : place - 1
    if isMark(before, anyOf: ",(") { before = isBlank(before - 1) ? before - 2 : before - 1 }
    if isDigits(before) {
      if wordBefore(before) == Self.thứ { return true }
      before = isBlank(before - 1) ? before - 2 : before - 1
    }
    return isWord(before) && Self.dayOrTime.contains(self[before].key)
      || cue(Self.weekdays, before: before + 1)
  }

  /// `3/2024` is a month, except as a document's number; `tháng 3-2024` too.
  private func monthAndYear(_ place: Int) -> Match? {
    let named = wordBeforeList(place) == Self.quý ? Self.quý : wordBefore(place)
    let isNamed = named == Self.tháng || named == Self.quý
    guard let first = month(place, isNamed: isNamed) else { return nil }
    if !isNamed, cue(Cues.document, before: place, within: 2) { return nil }
    if !isNamed, cue(Self.rounds, before: place) {
      // `đợt 2/2026` is the second round of that year.
      let words = "\(NumberWords.cardinal(self[place].key)) năm \(NumberWords.cardinal(self[place + 2].key))"
      return Match(end: first.end, spoken: words, semioticClass: .date, rule: .monthYear)
    }
    var spoken = isNamed ? first.words : "tháng \(first.words)"
    if named == Self.quý { spoken = "\(NumberWords.cardinal(self[place].key)) năm \(NumberWords.cardinal(self[place + 2].key))" }
    guard named != Self.quý, let next = afterDash(first.end), let last = month(next, isNamed: false) else {
      return Match(
        end: first.end, spoken: spoken, semioticClass: .date, rule: named == Self.quý ? .quarter : .monthYear)
    }
    return Match(end: last.end, spoken: "\(spoken) đến tháng \(last.words)", semioticClass: .date, rule: .dateRange)
  }

  private func month(_ place: Int, isNamed: Bool) -> (words: String, end: Int)? {
    guard let month = value(place, digits: 1...2), (1...12).contains(month),
      isMark(place + 1, "/") || isNamed && isMark(place + 1, anyOf: "-."),
      let year = value(place + 2, digits: 4...4), (1900...2199).contains(year), endsNumber(place + 3)
    else { return nil }
    return ("\(NumberWords.month(UInt64(month))) năm \(NumberWords.cardinal(UInt64(year)))", place + 3)
  }

  /// `tháng 4-6/2025`, `tháng 3 - 5`.
  private func monthRange(_ place: Int) -> Match? {
    guard wordBefore(place) == Self.tháng, let first = value(place, digits: 1...2), let next = afterDash(place + 1),
      let last = value(next, digits: 1...2), (1...12).contains(last), first < last, first > 0
    else { return nil }
    var spoken = "\(NumberWords.month(UInt64(first))) đến tháng \(NumberWords.month(UInt64(last)))"
    var end = next + 1
    if isMark(end, "/"), let year = value(end + 1, digits: 4...4), endsNumber(end + 2) {
      spoken += " năm \(NumberWords.cardinal(UInt64(year)))"
      end += 2
    }
    guard endsNumber(end), !isDash(end) else { return nil }
    return Match(end: end, spoken: spoken, semioticClass: .date, rule: .dateRange)
  }

  /// `ngày 5-7`, `trước 25.12`, `lễ 8-3`: joints that are ranges or decimals without a cue.
  private func dayAndMonthByCue(_ place: Int) -> Match? {
    guard let day = value(place), isDash(place + 1) || isMark(place + 1, "."),
      let month = value(place + 2, digits: 1...2), endsNumber(place + 3)
    else { return nil }
    let date = Day(day: day, month: month, end: place + 3)
    guard date.exists, !hasUnit(place + 3), !cue(Unit.counters, at: place + 3) else { return nil }
    let isDot = isMark(place + 1, ".")
    let isCued =
      cue(Self.dayBefore, before: place) || isDot && self[place + 2].count == 2 && cue(Self.deadline, before: place)
      || !isDot && day > month && date.isHoliday && !cue(Cues.ratio, before: place, within: 2) && !isBlank(place + 1)
    guard isCued, !cue(Self.rangeOfDays, before: place, within: 2) else { return nil }
    let isSure = cue(Self.dayBefore, before: place) && (isDot || month < day)
    return Match(
      end: date.end, spoken: dayWord(place) + date.words, semioticClass: .date, rule: .dayMonth,
      flag: isSure ? .sure : .ambiguous(.dayMonthOrRange))
  }

  /// Whether a unit or a counted noun follows, so that the numbers are a quantity.
  func hasUnit(_ place: Int) -> Bool {
    let unit = skipBlank(place)
    return isMark(unit, "%") || isMark(unit, "°") || self.unit(unit, wideOpen: false) != nil
  }

  static let ngày = Key(word: "ngày")
  static let quý = Key(word: "quý")
  static let và = Key(word: "và")
  static let đến = Key(word: "đến")
  private static let strong = CueSet("ngày,mùng,mồng,sáng,chiều,tối,trưa,đêm,hôm,các ngày,lễ,dịp,hạn chót")
  private static let dayBefore = CueSet("ngày,sáng,chiều,tối,trưa,đêm,lễ,dịp,nghỉ lễ")
  private static let dayOrTime = CueSet("h,giờ,phút,g")
  private static let weekdays = CueSet("thứ hai,thứ ba,thứ tư,thứ năm,thứ sáu,thứ bảy,chủ nhật,cn")
  private static let deadline = CueSet("trước,hết,sau,hạn cuối,hạn chót,hạn nộp,đến hết,muộn nhất,từ ngày,đến ngày")
  private static let rounds = CueSet("đợt,kỳ,lần,khóa,khoá,học kỳ,kỳ họp,vòng,chuyên đề,tuần,tập,vụ")
  private static let rangeOfDays = CueSet("từ ngày,các ngày,trong ngày,từ các ngày,những ngày")
}
