extension Passage {
  /// Whether the day of the week written before a full date is another one.
  func contradictsWeekday(_ day: Day, from place: Int) -> Bool {
    guard let weekday = day.weekday else { return false }
    var before = place - 1
    func skip() {
      while isBlank(before) || isMark(before, anyOf: ",(-") || isDash(before) { before -= 1 }
    }
    skip()
    if isWord(before, Self.ngày) { before -= 1 }
    skip()
    if isWord(before, Self.cn) { return weekday != 1 }
    if let number = value(before, digits: 1...1) {
      let word = isBlank(before - 1) ? before - 2 : before - 1
      let isNamed = isWord(word, Self.thứ) || isWord(word, Self.t) && word == before - 1
      return isNamed && (2...7).contains(number) && number != weekday
    }
    guard isWord(before), isBlank(before - 1), isWord(before - 2) else { return false }
    if isWord(before, Self.nhật), isWord(before - 2, Self.chủ) { return weekday != 1 }
    guard isWord(before - 2, Self.thứ), let named = Self.weekdayNumbers[self[before].key] else { return false }
    return named != weekday
  }

  private static let cn = Key(word: "cn")
  private static let t = Key(word: "t")
  private static let nhật = Key(word: "nhật")
  private static let chủ = Key(word: "chủ")
  private static let weekdayNumbers: [Key: Int] = [
    Key(word: "hai"): 2, Key(word: "ba"): 3, Key(word: "tư"): 4, Key(word: "năm"): 5, Key(word: "sáu"): 6, Key(word: "bảy"): 7,
    Key(word: "bẩy"): 7,
  ]
}
