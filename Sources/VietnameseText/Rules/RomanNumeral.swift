/// Roman numerals in their standard form.
enum RomanNumeral {
  /// The value of capitals such as `XXIV`, or nil when they are no numeral in standard form.
  static func value(_ letters: some Collection<UInt8>) -> Int? {
    guard !letters.isEmpty, letters.count <= 8 else { return nil }
    var total = 0
    var previous = Int.max
    for letter in letters {
      guard let value = values[letter] else { return nil }
      total += value
      if value > previous { total -= 2 * previous }
      previous = value
    }
    return standard(total) == Array(letters) ? total : nil
  }

  private static func standard(_ value: Int) -> [UInt8] {
    var value = value
    var letters: [UInt8] = []
    for (unit, form) in forms {
      while value >= unit {
        letters += Array(form.utf8)
        value -= unit
      }
    }
    return letters
  }

  private static let values: [UInt8: Int] = [
    0x49: 1, 0x56: 5, 0x58: 10, 0x4C: 50, 0x43: 100, 0x44: 500, 0x4D: 1000,
  ]
  private static let forms: [(Int, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
  ]
}
