/// Vietnamese number words back to the number, written apart from the reader's own wording.
enum NumberParser {
  static func value(_ words: String) -> UInt64? {
    let words = words.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    return value(words[...])
  }

  /// The greatest unit parts the words: what is before it multiplies, what is after it adds.
  private static func value(_ words: ArraySlice<String>) -> UInt64? {
    if words.isEmpty { return 0 }
    for (unit, scale) in [("tỷ", 1_000_000_000), ("triệu", 1_000_000), ("nghìn", 1000)] as [(String, UInt64)] {
      guard let place = words.lastIndex(of: unit) else { continue }
      guard let head = value(words[..<place]), place > words.startIndex,
        let tail = value(words[(place + 1)...]), tail < scale
      else { return nil }
      return head * scale + tail
    }
    return triple(words)
  }

  private static func triple(_ words: ArraySlice<String>) -> UInt64? {
    var rest = words
    var total: UInt64 = 0
    if let place = rest.firstIndex(of: "trăm") {
      guard place == rest.startIndex + 1, let hundreds = digits[rest[rest.startIndex]] else { return nil }
      total = hundreds * 100
      rest = rest[(place + 1)...]
      if rest.first == "linh" {
        guard rest.count == 2, let unit = digits[rest[rest.startIndex + 1]], unit > 0 else { return nil }
        return total + unit
      }
      if rest.isEmpty { return total }
      if rest.count == 1, rest.first != "mười" { return nil }
    }
    if rest.first == "mười" {
      guard rest.count > 1 else { return total + 10 }
      guard rest.count == 2, let last = rest.last else { return nil }
      guard let unit = last == "lăm" ? 5 : digits[last], last != "năm", unit > 0 else { return nil }
      return total + 10 + unit
    }
    if rest.count >= 2, rest[rest.startIndex + 1] == "mươi" {
      guard let tens = digits[rest[rest.startIndex]], tens > 1 else { return nil }
      guard rest.count > 2 else { return total + tens * 10 }
      let last = rest[rest.startIndex + 2]
      let special: [String: UInt64] = ["mốt": 1, "tư": 4, "lăm": 5]
      guard rest.count == 3, let unit = special[last] ?? digits[last], !["một", "bốn", "năm", "không"].contains(last) else {
        return nil
      }
      return total + tens * 10 + unit
    }
    guard rest.count == 1, let unit = rest.first.flatMap({ digits[$0] }) else { return nil }
    return total + unit
  }

  private static let digits: [String: UInt64] = [
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
  ]
}
