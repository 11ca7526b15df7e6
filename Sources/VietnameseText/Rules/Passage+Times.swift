extension Passage {
  /// A time of day as written.
  private struct Clock {
    var hour: Int
    var minute: Int?
    var second: Int?
    var end: Int
    /// "phút" was written or goes without saying (`8h30`, unlike `16 giờ 30`).
    var namesMinutes = true
    /// `7` in `7-9h`: the hour word comes with the other end.
    var isBare = false
    var isClockFace = false

    var words: String {
      var words = "\(NumberWords.cardinal(UInt64(hour))) giờ"
      if let minute, minute > 0 || second ?? 0 > 0 {
        words += " \(NumberWords.cardinal(UInt64(minute)))"
        if namesMinutes || second != nil { words += " phút" }
      }
      if let second, second > 0 { words += " \(NumberWords.cardinal(UInt64(second))) giây" }
      return words
    }
  }

  /// Times at a digit run: `8h30`, `5g30`, `14:00`, `8 giờ 05 phút`, `7-9h`, `24/24h`.
  func time(_ place: Int) -> Match? {
    if let match = aroundTheClock(place) ?? minutesMark(place) { return match }
    guard let first = clock(place) else { return bareRange(place) }
    if let next = afterDash(first.end), let last = clock(next), last.hour >= first.hour || first.hour > 12 {
      let partOfDay = partOfDay(last.end)
      return Match(
        end: partOfDay.end, spoken: "\(first.words) đến \(last.words)\(partOfDay.words)", semioticClass: .time,
        rule: .timeRange)
    }
    if let match = impossibleTime(first, from: place) { return match }
    let partOfDay = partOfDay(first.end, hour: first.hour)
    var spoken = Unit(words: first.words + partOfDay.words, end: partOfDay.end, isCounted: true)
    appendCounters(to: &spoken)
    return Match(
      end: spoken.end, spoken: spoken.words, semioticClass: .time, rule: first.isClockFace ? .clock : .time)
  }

  /// `8h75`, `lúc 25h`: no clock shows it; said as written, with a doubt.
  private func impossibleTime(_ clock: Clock, from place: Int) -> Match? {
    if clock.minute == nil, let minute = value(clock.end, digits: 2...2), minute >= 60, isWord(clock.end - 1) {
      return Match(
        end: clock.end + 1, spoken: "\(clock.words) \(NumberWords.cardinal(UInt64(minute)))", semioticClass: .time, rule: .time,
        flag: .ambiguous(.impossibleTime))
    }
    guard clock.hour > 24, cue(Self.atTime, before: place) else { return nil }
    return Match(
      end: clock.end, spoken: clock.words, semioticClass: .time, rule: .time, flag: .ambiguous(.impossibleTime))
  }

  /// `7-9h`, `8 - 10 giờ`.
  private func bareRange(_ place: Int) -> Match? {
    guard let hour = value(place, digits: 1...2), hour <= 24, let next = afterDash(place + 1),
      let last = clock(next), !last.isClockFace, hour < last.hour
    else { return nil }
    var spoken = Unit(words: "\(NumberWords.cardinal(UInt64(hour))) đến \(last.words)", end: last.end, isCounted: true)
    appendCounters(to: &spoken)
    return Match(end: spoken.end, spoken: spoken.words, semioticClass: .time, rule: .timeRange)
  }

  private func clock(_ place: Int) -> Clock? {
    guard let hour = value(place, digits: 1...3) else { return nil }
    if isMark(place + 1, ":") { return clockFace(place, hour) }
    let unit = skipBlank(place + 1)
    guard isWord(unit) else { return nil }
    let isAdjacent = unit == place + 1
    switch self[unit].key {
    case Self.giờ: return minutes(after: unit, Clock(hour: hour, end: unit + 1), isWord: true)
    case Self.h:
      // `5 H` is a letter, `8H30` a time.
      if self[unit].letterCase == .upper, !isAdjacent || value(unit + 1, digits: 2...2) == nil, hour > 24 { return nil }
      return minutes(after: unit, Clock(hour: hour, end: unit + 1), isWord: false)
    case Self.g:
      guard hour <= 24, self[unit].letterCase == .lower else { return nil }
      let hasMinutes = isAdjacent && value(unit + 1, digits: 2...2).map { $0 < 60 } ?? false
      guard hasMinutes || isAdjacent && (cue(Self.timeCue, before: place) || leadsToMinutes(unit + 1)) else { return nil }
      return minutes(after: unit, Clock(hour: hour, end: unit + 1), isWord: false)
    default: return nil
    }
  }

  /// `7g-10g30`: the other end shows that g is the hour.
  private func leadsToMinutes(_ place: Int) -> Bool {
    guard let next = afterDash(place), value(next, digits: 1...2) != nil, isWord(next + 1, Self.g) else { return false }
    return value(next + 2, digits: 2...2) != nil
  }

  private func minutes(after unit: Int, _ clock: Clock, isWord: Bool) -> Clock? {
    var clock = clock
    // `08h:00` and `8h.30` have a mark too many.
    let hasMark = isMark(unit + 1, anyOf: ":.") && value(unit + 2, digits: 2...2) != nil
    let isTight = isDigits(unit + 1) || hasMark
    let next = hasMark ? unit + 2 : skipBlank(unit + 1)
    guard let minute = value(next, digits: 1...2), minute < 60, clock.hour <= 24 else { return clock }
    let mark = skipBlank(next + 1)
    let hasWord = self.isWord(mark) && (self[mark].key == Self.phút || self[mark].key == Self.p && mark == next + 1)
    let typoDot = isMark(next + 1, ".") && self.isWord(next + 2, Self.phút)
    let hasTick = isMinuteMark(next + 1)
    // `8 giờ 5 người`, `24h 100 suất` and `7h 5/6`: the number is not of the clock.
    guard isTight || hasWord || hasTick || typoDot || self[next].count == 2 && endsClock(next + 1, isWord) else {
      return clock
    }
    if isTight, self[next].count == 1, !hasWord, !hasTick, !endsClock(next + 1, isWord) { return clock }
    clock.minute = minute
    clock.namesMinutes = !isWord || hasWord || hasTick || typoDot
    clock.end = hasWord ? mark + 1 : typoDot ? next + 3 : hasTick ? next + 2 : next + 1
    if hasTick, isMinuteMark(next + 2) { clock.end = next + 3 }
    let second = skipBlank(clock.end)
    if hasWord || hasTick, let seconds = value(second, digits: 1...2), seconds < 60 {
      let unit = skipBlank(second + 1)
      if self.isWord(unit), self[unit].key == Self.giây || self[unit].key == Self.s {
        clock.second = seconds
        clock.end = unit + 1
      } else if isMark(second + 1, "\"") || isMark(second + 1, "\u{2033}") || isMark(second + 1, "\u{201D}")
        || isMinuteMark(second + 1)
      {
        clock.second = seconds
        clock.end = second + 2 + (isMinuteMark(second + 2) ? 1 : 0)
      }
    }
    return clock
  }

  /// Whether two digits after the hour may be minutes: nothing counted follows.
  private func endsClock(_ place: Int, _ isWord: Bool) -> Bool {
    if isMark(place, anyOf: "/%") || isMark(place, anyOf: ".,") && isDigits(place + 1) { return false }
    let next = skipBlank(place)
    guard self.isWord(next) else { return true }
    return next > place && (cue(Self.afterTime, at: place) || unit(next, wideOpen: true) == nil && isWord)
      || next > place && !isWord && unit(next, wideOpen: true) == nil
  }

  private func clockFace(_ place: Int, _ hour: Int) -> Clock? {
    guard hour <= 24, let minute = value(place + 2, digits: 2...2), minute < 60, !isMark(place - 1, ":") else { return nil }
    guard !cue(Cues.ratio, before: place, within: 2) else { return nil }
    var clock = Clock(hour: hour, minute: minute, end: place + 3, isClockFace: true)
    if isMark(place + 3, ":"), let second = value(place + 4, digits: 2...2), second < 60 {
      clock.second = second
      clock.end = place + 5
    }
    guard !isMark(clock.end, anyOf: ":/."), !isDigits(clock.end) else {
      return isMark(clock.end, anyOf: ":./") && !isDigits(clock.end + 1) ? clock : nil
    }
    let unit = skipBlank(clock.end)
    if isWord(unit), self[unit].key == Self.giờ || self[unit].key == Self.h { clock.end = unit + 1 }
    return clock
  }

  /// AM and PM as the part of the day they mean.
  private func partOfDay(_ place: Int, hour: Int = 0) -> (words: String, end: Int) {
    let word = skipBlank(place)
    guard isWord(word) else { return ("", place) }
    var end = word + 1
    var key = self[word].key
    if isMark(end, "."), isWord(end + 1, Self.m), self[word].count == 1 {
      key = key == Self.a ? Self.am : Self.pm
      end += isMark(end + 2, ".") ? 3 : 2
    }
    switch key {
    case Self.am: return (" sáng", end)
    case Self.pm: return (hour == 12 ? " trưa" : hour < 6 || hour > 12 && hour < 18 ? " chiều" : " tối", end)
    default: return ("", place)
    }
  }

  /// `24/24h`, `24/7`, `24/24 giờ`.
  private func aroundTheClock(_ place: Int) -> Match? {
    guard value(place, digits: 2...2) == 24, isMark(place + 1, "/"), let days = value(place + 2, digits: 1...2),
      days == 7 || days == 24, endsNumber(place + 3)
    else { return nil }
    let unit = skipBlank(place + 3)
    let hasHours = isWord(unit) && (self[unit].key == Self.h || self[unit].key == Self.giờ)
    return Match(
      end: hasHours ? unit + 1 : place + 3,
      spoken: "hai mươi tư trên \(NumberWords.cardinal(UInt64(days)))\(hasHours ? " giờ" : "")", semioticClass: .time,
      rule: .aroundTheClock)
  }

  /// `15'` is fifteen minutes, `10''` ten seconds.
  private func minutesMark(_ place: Int) -> Match? {
    guard let value = value(place, digits: 1...3), isMinuteMark(place + 1), !isWord(place + 2) else { return nil }
    let isSeconds = isMinuteMark(place + 2)
    // `'15'` is a quotation.
    guard !isMinuteMark(place - 1) else { return nil }
    return Match(
      end: place + (isSeconds ? 3 : 2), spoken: "\(NumberWords.cardinal(UInt64(value))) \(isSeconds ? "giây" : "phút")",
      semioticClass: .time, rule: .minutes)
  }

  private func isMinuteMark(_ place: Int) -> Bool {
    isMark(place, "'") || isMark(place, "\u{2032}") || isMark(place, "\u{2019}") || isMark(place, "\u{B4}")
  }

  static let giờ = Key(word: "giờ")
  private static let phút = Key(word: "phút")
  private static let giây = Key(word: "giây")
  private static let h = Key(word: "h")
  private static let g = Key(word: "g")
  private static let p = Key(word: "p")
  private static let s = Key(word: "s")
  private static let a = Key(word: "a")
  private static let m = Key(word: "m")
  private static let am = Key(word: "am")
  private static let pm = Key(word: "pm")
  private static let atTime = CueSet("lúc,vào lúc,từ lúc,hồi,đúng")
  private static let timeCue = CueSet("lúc,từ,đến,tới,vào,hồi,trước,sau,sáng,chiều,tối,đúng,khoảng,lúc khoảng")
  private static let afterTime = CueSet(
    "sáng,chiều,tối,trưa,đêm,ngày,hàng ngày,hôm,thứ,đến,tới,cùng,và,tại,hằng,mỗi,tháng,các,của,ở,cn,chủ,am,pm,rạng,kém,phút")
}
