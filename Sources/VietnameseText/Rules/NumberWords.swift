/// Northern number wording: nghìn, linh, mốt, tư, lăm, "không trăm" kept inside.
///
///     NumberWords.cardinal(2024)   // "hai nghìn không trăm hai mươi tư"
package enum NumberWords {
  static let names = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

  /// A whole number below 10^18 in words.
  package static func cardinal(_ value: UInt64) -> String {
    guard value > 0 else { return names[0] }
    var words: [String] = []
    append(value, isInside: false, to: &words)
    return words.joined(separator: " ")
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

  /// The month's name: "tư" for April.
  package static func month(_ value: UInt64) -> String { value == 4 ? "tư" : cardinal(value) }

  private static func append(_ value: UInt64, isInside: Bool, to words: inout [String]) {
    let billion: UInt64 = 1_000_000_000
    var isInside = isInside
    if value >= billion {
      append(value / billion, isInside: isInside, to: &words)
      words.append("tỷ")
      isInside = true
    }
    for (unit, name) in [(1_000_000, "triệu"), (1000, "nghìn"), (1, "")] as [(UInt64, String)] {
      let triple = Int(value % billion / unit % 1000)
      guard triple > 0 else { continue }
      appendTriple(triple, isInside: isInside, to: &words)
      if !name.isEmpty { words.append(name) }
      isInside = true
    }
  }

  /// - Parameter isInside: something was said before it, so an empty hundred is named.
  private static func appendTriple(_ triple: Int, isInside: Bool, to words: inout [String]) {
    let hundreds = triple / 100
    let rest = triple % 100
    let namesHundreds = hundreds > 0 || isInside
    if namesHundreds { words += [names[hundreds], "trăm"] }
    switch rest {
    case 0: break
    case 1..<10: words += namesHundreds ? ["linh", names[rest]] : [names[rest]]
    case 10..<20:
      words.append("mười")
      if rest > 10 { words.append(rest == 15 ? "lăm" : names[rest - 10]) }
    default:
      words += [names[rest / 10], "mươi"]
      switch rest % 10 {
      case 0: break
      case 1: words.append("mốt")
      case 4: words.append("tư")
      case 5: words.append("lăm")
      default: words.append(names[rest % 10])
      }
    }
  }
}
