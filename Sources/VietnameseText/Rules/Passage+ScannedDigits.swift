extension Passage {
  /// `l5 hộ`, `2O24 người`, `năm 2O24`: letters a scanner took for digits, where only a number makes sense; always flagged.
  func scannedDigits(_ place: Int) -> Match? {
    guard !isWord(place - 1), !isDigits(place - 1) else { return nil }
    var end = place
    var digits: [UInt8] = []
    var hasLetter = false
    var hasDigit = false
    while end - place < 6, digits.count <= 6, isDigits(end) || isWord(end) {
      for byte in slice(end, end + 1) {
        switch byte {
        case 0x30...0x39:
          digits.append(byte)
          hasDigit = true
        case UInt8(ascii: "l"), UInt8(ascii: "I"): digits.append(0x31)
        case UInt8(ascii: "O"), UInt8(ascii: "o"): digits.append(0x30)
        default: return nil
        }
      }
      if isWord(end) { hasLetter = true }
      end += 1
    }
    guard hasLetter, hasDigit, digits.count <= 6, !isWord(end), !isDigits(end), digits.first != 0x30,
      cue(Unit.counters, at: end) || cue(Self.numbered, before: place)
    else { return nil }
    let value = digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 0x30) }
    return Match(
      end: end, spoken: NumberWords.cardinal(value), semioticClass: .cardinal, rule: .cardinal, flag: .ambiguous(.scannedDigits))
  }

  private static let numbered = CueSet("năm,ngày,tháng")
}
