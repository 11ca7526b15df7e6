extension Passage {
  /// Marks outside ASCII.
  func wideMark(_ place: Int, _ mark: UInt64) -> Match {
    switch mark {
    case 0x2026: return .silent(place + 1, .sentenceEnd, pause: isWord(skipBlank(place + 1)) ? .clause : .sentence)
    case 0x2010...0x2015, 0x2212: return wideDash(place)
    case 0x2190...0x21FF, 0x27A1, 0x2794...0x27BE: return arrow(place, width: 1)
    case 0x20AB: return price(place, "đồng")
    case 0x20AC: return price(place, "ơ rô")
    case 0xA3: return price(place, "bảng anh")
    case 0xA5: return price(place, "yên")
    case 0x20: return quiet(place)
    default: break
    }
    if let fraction = Self.fractions[mark] {
      // `2½` is "hai rưỡi".
      let words = mark == 0xBD && isDigits(place - 1) ? "rưỡi" : fraction
      return Match(end: place + 1, spoken: words, semioticClass: .ratio, rule: .vulgarFraction)
    }
    if mark == 0xA7 {
      let isNamed = wordBefore(place) == Key(word: "mục") || wordBefore(place) == Key(word: "điều")
      return isNamed ? quiet(place) : symbol(place, "mục")
    }
    if mark == 0x2248, let previous = wordBefore(place), previous == Key(word: "khoảng") { return quiet(place) }
    if let words = Self.names[mark] { return symbol(place, words) }
    if Self.isSilent(mark) { return .silent(place + 1, .emoji) }
    return Match(
      end: place + 1, spoken: "", semioticClass: .symbol, rule: .unknownSymbol, flag: .unknown(.unknownSymbol))
  }

  private func wideDash(_ place: Int) -> Match {
    if let minus = minus(place) { return minus }
    var end = place + 1
    while isDash(end), end - place < 2000 { end += 1 }
    if end - place > 2 { return .silent(end, .ruleOfDashes, pause: .sentence) }
    if joinsSeries(place, end) { return symbol(place, "đến", width: end - place) }
    return .silent(end, .dashPause, pause: .phrase)
  }

  private static let fractions: [UInt64: String] = [
    0xBC: "một phần tư", 0xBD: "một phần hai", 0xBE: "ba phần tư", 0x2153: "một phần ba", 0x2154: "hai phần ba",
    0x2155: "một phần năm", 0x215B: "một phần tám",
  ]

  private static let names: [UInt64: String] = [
    0xB1: "cộng trừ", 0xD7: "nhân", 0xF7: "chia", 0x2264: "nhỏ hơn hoặc bằng", 0x2265: "lớn hơn hoặc bằng", 0x2260: "khác",
    0x2248: "xấp xỉ", 0x2243: "xấp xỉ", 0x2245: "xấp xỉ", 0xB0: "độ", 0xBA: "độ", 0x2030: "phần nghìn", 0x2116: "số",
    0x221A: "căn",
    0x221E: "vô cùng", 0x2211: "tổng", 0x2206: "đen ta", 0x394: "đen ta", 0x3C0: "pi", 0x3B1: "an pha", 0x3B2: "bê ta",
    0x3B3: "gam ma", 0x3A9: "ôm", 0x2126: "ôm", 0x2103: "độ xê", 0x2109: "độ ép", 0xB2: "bình phương", 0xB3: "lập phương",
    0xA2: "xu", 0x2220: "góc", 0x22A5: "vuông góc", 0x2225: "song song", 0x2208: "thuộc", 0xD8: "phi", 0x2205: "phi",
    0x2033: "giây", 0x221D: "tỷ lệ với", 0xB5: "mi cờ rô",
  ]

  /// Quotation marks, bullets, ornaments, emoji and what joins them.
  private static func isSilent(_ mark: UInt64) -> Bool {
    switch mark {
    case 0xA0...0xBF, 0x2000...0x206F, 0x20D0...0x20FF, 0x2100...0x214F, 0x2190...0x2BFF, 0x2E00...0x303F, 0xFE00...0xFE2F,
      0xFF00...0xFFEF, 0x1F000...0x1FAFF, 0xE000...0xF8FF, 0xE0000...0xE0FFF, 0x2460...0x24FF:
      return mark != 0xA4 && mark != 0x2200
    default: return false
    }
  }
}
