extension Passage {
  /// Telephone numbers from a digit run, a bracket or a plus: `0912.345.678`, `(0204) 3.856.123`, `+84 912…`, `1900 1234`.
  func phone(_ place: Int) -> Match? {
    var groups: [String] = []
    var total = 0
    var next = place
    var isCountryCode = false
    if isMark(place, "(") {
      let first = isMark(place + 1, "+") ? place + 2 : place + 1
      guard isDigits(first), isMark(first + 1, ")"), self[first].count <= 5 else { return nil }
      let digits = slice(first, first + 1)
      isCountryCode = first == place + 2
      guard isCountryCode || digits.first == 0x30 || cue(Cues.phone, before: place, within: 3) else { return nil }
      groups.append((isCountryCode ? "cộng " : "") + NumberWords.digits(digits))
      total = digits.count
      next = skipBlank(first + 2)
      if isDash(next) || isMark(next, ".") { next += 1 }
    } else if isMark(place, "+") {
      guard let code = value(place + 1, digits: 2...12), isBlank(place - 1) || !isDigits(place - 1), code > 0 else { return nil }
      isCountryCode = true
      next = place + 1
    }
    return phone(from: place, next: next, groups: groups, total: total, isCountryCode: isCountryCode)
  }

  private func phone(from place: Int, next: Int, groups area: [String], total: Int, isCountryCode: Bool) -> Match? {
    var runs: [Int] = []
    var groups = area.count
    var total = total
    var next = next
    var best: (runs: Int, end: Int)?
    let start = total > 0 ? 0x30 : Int(slice(next, next + 1).first ?? 0)
    let isService = isServiceCode(next) && total == 0
    // Most numbers are no telephones: one that begins with no 0 and has few digits is told at a glance.
    if total == 0, start != 0x30, !isService, !isCountryCode, self[next].count < 6, phoneJoint(next + 1) == nil { return nil }
    // `Báo cáo năm học 2024-2025` calls nobody.
    let isYears = total == 0 && isYear(next) && isDash(next + 1) && isYear(next + 2)
    let hasCue = !isYears && cue(Cues.phone, before: place, within: 5)
    while groups < 7, isDigits(next), !isDigits(next + 1), total + Int(self[next].count) <= 13 {
      total += Int(self[next].count)
      runs.append(next)
      groups += Self.groupSizes(Int(self[next].count), isCountryCode: isCountryCode).count
      let end = next + 1
      if isPhone(total, start: start, isService: isService, isCountryCode: isCountryCode, hasCue: hasCue),
        !isMark(end, "/") || !isDigits(end + 1) || self[end + 1].count > 6
      {
        best = (runs.count, end)
        if !isService, !isCountryCode, total >= (isMobile(place) ? 10 : 11) { break }
        if isService, total >= 8 { break }
      }
      guard let after = phoneJoint(end) else { break }
      next = after
    }
    if best == nil, start == 0x30, let masked = maskedPhone(place) { return masked }
    guard let best, !isWord(best.end) || !isDigits(place) else { return nil }
    let isBare = !isService && !isCountryCode && start != 0x30
    if isBare, !hasCue { return nil }
    // `hỗ trợ 1.500.000/hộ`: money for each, however the words before it sound.
    if isBare, isMark(best.end, "/"), isWord(best.end + 1) { return nil }
    var spoken = area
    for run in runs.prefix(best.runs) {
      spoken += groupedDigits(run, isFirst: spoken.isEmpty, isCountryCode: isCountryCode)
    }
    return Match(end: best.end, spoken: spoken.joined(separator: ", "), semioticClass: .phone, rule: .phone)
  }

  /// `0823 456 xxx`: a number with its end hidden.
  private func maskedPhone(_ place: Int) -> Match? {
    var next = place
    var runs: [Int] = []
    while runs.count < 4, isDigits(next) {
      runs.append(next)
      next += 1
      if isBlank(next) || isMark(next, ".") { next += 1 }
    }
    let letters = slice(next, next + 1)
    guard isWord(next), (2...6).contains(letters.count), letters.allSatisfy({ $0 | 0x20 == 0x78 }), !runs.isEmpty else {
      return nil
    }
    var groups = runs.map { NumberWords.digits(slice($0, $0 + 1)) }
    groups.append(LetterNames.spell(text(next).unicodeScalars))
    return Match(end: next + 1, spoken: groups.joined(separator: ", "), semioticClass: .phone, rule: .phone)
  }

  private func isPhone(_ total: Int, start: Int, isService: Bool, isCountryCode: Bool, hasCue: Bool) -> Bool {
    if isService { return (8...10).contains(total) }
    if isCountryCode { return (10...13).contains(total) }
    if start == 0x30 { return total == 10 || total == 11 || hasCue && total == 9 }
    return hasCue && (6...11).contains(total)
  }

  private func isYear(_ place: Int) -> Bool { value(place, digits: 4...4).map { (1900...2199).contains($0) } ?? false }

  /// `03…`, `05…`, `07…`-`09…`: ten digits.
  private func isMobile(_ place: Int) -> Bool {
    let digits = slice(place, place + 1)
    guard digits.first == 0x30, digits.count > 1 else { return false }
    return [0x33, 0x35, 0x37, 0x38, 0x39].contains(digits[digits.startIndex + 1])
  }

  /// `1800` and `1900`, alone or with the whole number.
  private func isServiceCode(_ place: Int) -> Bool {
    let digits = slice(place, place + 1)
    guard digits.count == 4 || (8...10).contains(digits.count) else { return false }
    let code = Array(digits.prefix(4))
    guard code == Array("1900".utf8) || code == Array("1800".utf8) else { return false }
    return digits.count > 4 && cue(Cues.phone, before: place, within: 4)
      || digits.count == 4 && phoneJoint(place + 1) != nil && !isDash(skipBlank(place + 1))
  }

  /// One digit run as spoken groups; a run of ten or more is parted as people say it.
  private func groupedDigits(_ place: Int, isFirst: Bool, isCountryCode: Bool) -> [String] {
    let digits = slice(place, place + 1)
    var groups: [String] = []
    var start = digits.startIndex
    for size in Self.groupSizes(digits.count, isCountryCode: isCountryCode) {
      groups.append(NumberWords.digits(digits[start..<start + size]))
      start += size
    }
    if isFirst, isCountryCode, !groups.isEmpty { groups[0] = "cộng " + groups[0] }
    return groups
  }

  private static func groupSizes(_ digits: Int, isCountryCode: Bool) -> [Int] {
    switch digits {
    case 8: [4, 4]
    case 9: [3, 3, 3]
    case 10: [4, 3, 3]
    case 11: isCountryCode ? [2, 3, 3, 3] : [4, 4, 3]
    case 12: [3, 3, 3, 3]
    default: [digits]
    }
  }

  /// The place of the next digit group behind `.`, `-` or a blank.
  private func phoneJoint(_ place: Int) -> Int? {
    if isMark(place, ".") || isDash(place) || isBlank(place), isDigits(place + 1), isPhoneGroup(place + 1) { return place + 1 }
    // `0912. 345. 678`, `0912 - 345 - 678`
    if isMark(place, "."), isBlank(place + 1), isDigits(place + 2), self[place + 2].count == 3 { return place + 2 }
    return nil
  }

  /// Two digits and more, or the one before two groups of three (`0240 3 856 222`).
  private func isPhoneGroup(_ place: Int) -> Bool {
    if self[place].count >= 2 { return true }
    return !isDigits(place + 1) && isDigits(place + 2) && self[place + 2].count == 3 && isDigits(place + 4)
      && self[place + 4].count == 3
  }

  /// 111-115 and other short numbers after a calling cue.
  func shortPhone(_ place: Int) -> Match? {
    guard value(place, digits: 3...8) != nil, !isDigits(place + 1), !isMark(place + 1, anyOf: "/%"),
      !(isMark(place + 1, anyOf: ".,-") && isDigits(place + 2)) || isHelpLine(place + 2) && isMark(place + 1, ","),
      !isWord(place + 1)
    else { return nil }
    let isHelpLine = isHelpLine(place)
    let isCalled =
      isHelpLine
      ? isCalled(place) && !cue(Unit.counters, at: place + 1)
      : cue(Self.lines, before: place, within: 1) && unit(skipBlank(place + 1), wideOpen: true) == nil
    guard isCalled else { return nil }
    return Match(
      end: place + 1, spoken: NumberWords.digits(slice(place, place + 1)), semioticClass: .phone, rule: .shortPhone)
  }

  private func isHelpLine(_ place: Int) -> Bool { value(place, digits: 3...3).map { (111...115).contains($0) } ?? false }

  /// Whether a calling cue is near, also over other help lines: `gọi 113, 114 hoặc 115`.
  private func isCalled(_ place: Int) -> Bool {
    var before = place
    for _ in 0..<24 {
      if cue(Cues.shortPhone, before: before, within: 7) { return true }
      var steps = 0
      repeat {
        before -= 1
        steps += 1
        guard self[before].kind != .outside, steps < 8 else { return false }
      } while !isDigits(before)
      guard let other = value(before, digits: 3...3), (111...115).contains(other) else { return false }
    }
    return false
  }

  private static let lines = CueSet(
    "tổng đài,đường dây nóng,hotline,đầu số,gọi số,nhắn tin,soạn tin gửi,gửi,bấm số,bấm,gọi tổng đài,gọi,gọi đến số,gọi theo số,số máy lẻ,máy lẻ"
  )
}
