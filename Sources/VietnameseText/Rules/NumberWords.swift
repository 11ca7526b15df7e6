/// Northern number wording: nghìn, linh, mốt, tư, lăm, "không trăm" kept inside.
///
///     NumberWords.cardinal(2024)   // "hai nghìn không trăm hai mươi tư"
package enum NumberWords {
  static let names = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

  /// A whole number below 10^18 in words.
  package static func cardinal(_ value: UInt64) -> String {
    guard value > 0 else { return names[0] }
    var words = ""
    words.reserveCapacity(64)
    append(value, isInside: false, to: &words)
    return words
  }

  /// Digits one by one, without tens: 0912 is "không chín một hai".
  package static func digits(_ digits: some Sequence<UInt8>) -> String {
    var words = ""
    for digit in digits where digit &- 0x30 < 10 {
      if !words.isEmpty { words += " " }
      words += names[Int(digit &- 0x30)]
    }
    return words
  }

  /// Digits one by one with a short pause after every third, as a long number is dictated; seven and more are grouped.
  package static func grouped(_ digits: some Collection<UInt8>) -> String {
    guard digits.count > 6 else { return Self.digits(digits) }
    var groups: [String] = []
    var rest = digits[...]
    while !rest.isEmpty {
      let size = rest.count == 4 ? 4 : min(3, rest.count)
      groups.append(Self.digits(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return groups.joined(separator: ", ")
  }

  /// The month's name: "tư" for April.
  package static func month(_ value: UInt64) -> String { value == 4 ? "tư" : cardinal(value) }

  private static func append(_ value: UInt64, isInside: Bool, to words: inout String) {
    let billion: UInt64 = 1_000_000_000
    var isInside = isInside
    if value >= billion {
      append(value / billion, isInside: isInside, to: &words)
      words += " tỷ"
      isInside = true
    }
    let rest = value % billion
    appendGroup(Int(rest / 1_000_000), " triệu", &isInside, to: &words)
    appendGroup(Int(rest / 1000 % 1000), " nghìn", &isInside, to: &words)
    appendGroup(Int(rest % 1000), "", &isInside, to: &words)
  }

  private static func appendGroup(_ triple: Int, _ name: String, _ isInside: inout Bool, to words: inout String) {
    guard triple > 0 else { return }
    appendTriple(triple, isInside: isInside, to: &words)
    words += name
    isInside = true
  }

  private static func say(_ word: String, to words: inout String) {
    if !words.isEmpty { words += " " }
    words += word
  }

  /// - Parameter isInside: something was said before it, so an empty hundred is named.
  private static func appendTriple(_ triple: Int, isInside: Bool, to words: inout String) {
    let hundreds = triple / 100
    let rest = triple % 100
    let namesHundreds = hundreds > 0 || isInside
    if namesHundreds {
      say(names[hundreds], to: &words)
      words += " trăm"
    }
    switch rest {
    case 0: break
    case 1..<10:
      if namesHundreds { words += " linh" }
      say(names[rest], to: &words)
    case 10..<20:
      say("mười", to: &words)
      if rest > 10 { say(rest == 15 ? "lăm" : names[rest - 10], to: &words) }
    default:
      say(names[rest / 10], to: &words)
      words += " mươi"
      switch rest % 10 {
      case 0: break
      case 1: words += " mốt"
      case 4: words += " tư"
      case 5: words += " lăm"
      default: say(names[rest % 10], to: &words)
      }
    }
  }
}
