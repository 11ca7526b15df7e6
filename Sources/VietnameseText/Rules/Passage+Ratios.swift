extension Passage {
  /// `2/3 đại biểu`, `19/19 xã`, `ngõ 12/3`, `tỷ lệ 1/5.000`, `1:10`.
  func ratio(_ place: Int) -> Match? {
    guard let first = numeral(place), !first.isLong else { return nil }
    if isMark(first.end, ":") || isBlank(first.end) && isMark(first.end + 1, ":") && isBlank(first.end + 2) {
      return scale(place, first)
    }
    let slash = skipBlank(first.end)
    guard isMark(slash, "/"), isBlank(slash + 1) == (slash > first.end), let second = numeral(skipBlank(slash + 1)),
      !second.isLong
    else { return nil }
    // `5/6/7` without a year is a list of numbers.
    if isMark(second.end, "/"), let third = numeral(second.end + 1), first.isWhole, !third.isLong {
      let parts = [first, second, third].map { spoken($0) }
      return Match(end: third.end, spoken: parts.joined(separator: " trên "), semioticClass: .ratio, rule: .over)
    }
    if let year = documentYear(place, first, second) { return year }
    let isPlace = cue(Cues.place, before: place)
    let isRatio = cue(Cues.ratio, before: place, within: 2)
    let isFraction = !isPlace && !isRatio && isFraction(first, second)
    var end = second.end
    var tail = ""
    if isWord(second.end), self[second.end].count == 1, self[second.end].letterCase == .upper, !isDigits(second.end + 1),
      !LetterNames.spell(text(second.end).unicodeScalars).isEmpty
    {
      // `số 12/3A` is a house.
      end = second.end + 1
      tail = " \(LetterNames.spell(text(second.end).unicodeScalars))"
    } else if let unit = unit(skipBlank(second.end), wideOpen: false) {
      end = unit.end
      tail = " \(unit.words)"
    }
    return Match(
      end: end, spoken: "\(spoken(first)) \(isFraction ? "phần" : "trên") \(spoken(second))\(tail)", semioticClass: .ratio,
      rule: isFraction ? .fraction : isRatio ? .scale : .over)
  }

  /// Halves, thirds and quarters; greater parts of what is measured, while `5/7 thôn` counts.
  private func isFraction(_ first: Numeral, _ second: Numeral) -> Bool {
    guard first.isWhole, second.isWhole, first.value > 0, first.value < second.value, second.value <= 20,
      !first.startsWithZero, !second.startsWithZero
    else { return false }
    if second.value <= 4 { return first.value != 2 || second.value == 3 }
    if cue(Unit.counters, at: second.end) { return false }
    return second.value <= 10 && (first.value == 1 || cue(Cues.fractionOf, at: second.end))
  }

  /// `Nghị định 15/2024`: a document's number and year.
  private func documentYear(_ place: Int, _ first: Numeral, _ second: Numeral) -> Match? {
    guard second.style == .plain, second.count == 4, (1945...2199).contains(second.value), first.isWhole,
      cue(Cues.document, before: place, within: 2)
    else { return nil }
    return Match(
      end: second.end, spoken: "\(spoken(first)) năm \(spoken(second))", semioticClass: .documentNumber,
      rule: .documentNumber)
  }

  private func scale(_ place: Int, _ first: Numeral) -> Match? {
    let next = isMark(first.end, ":") ? first.end + 1 : first.end + 3
    guard let second = numeral(next), !second.isLong else { return nil }
    let hasCue = cue(Cues.ratio, before: place, within: 3)
    if !hasCue, isBlank(next - 1) { return nil }
    // `TCVN 5945:2005`: a standard and its year.
    if !hasCue, second.style == .plain, second.count == 4, (1945...2199).contains(second.value) {
      let number = first.startsWithZero ? NumberWords.digits(slice(place, place + 1)) : spoken(first)
      return Match(
        end: second.end, spoken: "\(number), \(spoken(second))", semioticClass: .documentNumber, rule: .documentNumber)
    }
    var parts = [spoken(first), spoken(second)]
    var end = second.end
    while parts.count < 5, isMark(end, ":"), let more = numeral(end + 1), !more.isLong {
      parts.append(spoken(more))
      end = more.end
    }
    return Match(end: end, spoken: parts.joined(separator: " trên "), semioticClass: .ratio, rule: .scale)
  }
}
