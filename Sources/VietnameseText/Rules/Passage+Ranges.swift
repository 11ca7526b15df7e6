extension Passage {
  /// `5-7 người`, `18–25°C`, `500.000 - 1.000.000 đồng`, `20k-30k`, `16-16-8`, `2-1`.
  func range(_ place: Int, _ first: Numeral) -> Match? {
    let firstUnit = unit(skipBlank(first.end), wideOpen: false)
    let firstEnd = firstUnit?.end ?? first.end
    guard let next = afterDash(firstEnd), let last = numeral(next), !last.isLong else { return nil }
    // `17,5°N - 108,3°E` are two places, no range.
    if let firstUnit, Self.compass.contains(where: { firstUnit.words == $0 }) { return nil }
    let hasBlanks = isBlank(firstEnd)
    if firstUnit == nil, let match = triple(place, first, last, hasBlanks: hasBlanks) { return match }
    if isDash(last.end), isDigits(last.end + 1) { return nil }
    let isShort = isWord(last.end) && self[last.end].count <= 2 && self[last.end].letterCase == .lower
    let lastUnit = unit(skipBlank(last.end), wideOpen: false) ?? (isShort ? numberUnit(last.end, after: last) : nil)
    if isWord(last.end), lastUnit == nil, self[last.end].letterCase != .lower { return nil }
    if isMark(last.end, "/"), isDigits(last.end + 1) { return nil }
    let isYears = [first, last].allSatisfy { $0.style == .plain && $0.count == 4 && (1000...2999).contains($0.value) }
    let isScore = cue(Cues.ratio, before: place, within: 2) || cue(Self.score, before: firstScore(place), within: 4)
    let end = lastUnit?.end ?? last.end
    // In `5 - 10 triệu` the second number carries both; compare as written.
    if isScore, lastUnit == nil, first.count <= 2, last.count <= 2 {
      return pair(first, last, joint: " ", end: end, unit: nil, rule: .score, semioticClass: .score)
    }
    let unit = lastUnit ?? firstUnit
    let scaled = firstUnit != nil && lastUnit != nil && firstUnit?.words != lastUnit?.words
    guard first.magnitude < last.magnitude || scaled else {
      if hasBlanks, lastUnit == nil { return nil }
      return pair(
        first, last, joint: ", ", end: end, unit: unit, rule: .score, semioticClass: .score,
        flag: .ambiguous(.fallingRange))
    }
    var match = pair(
      first, last, joint: " đến ", end: end, unit: unit, rule: isYears ? .yearRange : .range,
      semioticClass: isYears ? .date : unit?.isMoney == true ? .money : unit == nil ? .range : .measure)
    if let firstUnit, let lastUnit { match.spoken = "\(spoken(first)) \(firstUnit.words) đến \(spoken(last)) \(lastUnit.words)" }
    return match
  }

  private func pair(
    _ first: Numeral, _ last: Numeral, joint: String, end: Int, unit: Unit?, rule: Rule, semioticClass: SemioticClass,
    flag: Flag = .sure
  ) -> Match {
    let tail = unit.map { " \($0.words)" } ?? ""
    return Match(
      end: end, spoken: "\(spoken(first))\(joint)\(spoken(last))\(tail)", semioticClass: semioticClass, rule: rule,
      flag: flag)
  }

  /// The first of a row of scores that the one at `place` ends: `tỷ số 21-19, 18-21, 15-12`.
  private func firstScore(_ place: Int) -> Int {
    var place = place
    for _ in 0..<6 {
      let comma = isBlank(place - 1) ? place - 2 : place - 1
      guard isMark(comma, anyOf: ",;"), isDigits(comma - 1), isDash(comma - 2), isDigits(comma - 3) else { break }
      place = comma - 3
    }
    return place
  }

  /// `NPK 16-16-8`, `4 - 3 - 3`: three numbers and more are a list.
  private func triple(_ place: Int, _ first: Numeral, _ second: Numeral, hasBlanks: Bool) -> Match? {
    var numbers = [first, second]
    while numbers.count < 8, let end = numbers.last?.end, isDash(skipBlank(end)), isBlank(end) == hasBlanks,
      let next = afterDash(end), let numeral = numeral(next), !numeral.isLong
    {
      numbers.append(numeral)
    }
    guard numbers.count > 2, let end = numbers.last?.end, !isDash(end), !isWord(end) else { return nil }
    guard !numbers.contains(where: { $0.count > 4 && $0.style == .plain }) else { return nil }
    return Match(
      end: end, spoken: numbers.map { spoken($0) }.joined(separator: ", "), semioticClass: .range, rule: .triple)
  }

  private static let compass = ["độ bắc", "độ đông", "độ nam", "độ tây"]
  private static let score = CueSet("thắng,thua,hòa,hoà,tỷ số,tỉ số,kết quả,dẫn,dẫn trước,gỡ hòa,chung cuộc,hiệp,trận,đội")
}
