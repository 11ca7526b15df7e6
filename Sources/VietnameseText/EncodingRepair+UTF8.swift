extension EncodingRepair {
  /// How much of a file is UTF-8.
  struct UTF8Scan {
    /// Sequences of no meaning, counted as the decoder replaces them.
    var broken = 0
    /// Lines they stand on, from 1.
    var brokenLines: [Int] = []
    /// Whole sequences of letters beyond ASCII.
    var vietnamese = 0

    init(_ bytes: [UInt8]) {
      var line = 1
      var decoder = UTF8()
      var iterator = bytes.makeIterator()
      while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar):
          if scalar == "\n" { line += 1 } else if scalar.value >= 0xC0 { vietnamese += 1 }
        case .error:
          broken += 1
          if brokenLines.last != line { brokenLines.append(line) }
        case .emptyInput: return
        }
      }
    }
  }

  /// Undoes UTF-8 that was read as Windows-1252 and saved again, line by line.
  ///
  /// A line is restored when all of it maps back to bytes that are valid UTF-8 with Vietnamese letters in them: real text
  /// that does so by chance does not exist beyond a letter or two.
  static func restoreDoubleUTF8(_ text: String) -> (String, EncodingFault)? {
    guard lines(of: text).contains(where: { $0.isOpen && $0.hasLatin }) else { return nil }
    var restored = 0
    // By scalars: for characters CR LF would be one, and comparing characters is slow.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard let decoded = singleUTF8(line) else { return String(line) }
      restored += 1
      return decoded
    }
    return restored > 0 ? (lines.joined(separator: "\n"), .doubleUTF8(lines: restored)) : nil
  }

  private static func singleUTF8(_ line: Substring.UnicodeScalarView) -> String? {
    guard let bytes = windows1252Bytes(line) else { return nil }
    let scan = UTF8Scan(bytes)
    guard scan.broken == 0, scan.vietnamese > 0 else { return nil }
    let decoded = String(decoding: bytes, as: UTF8.self)
    let isVietnamese = decoded.unicodeScalars.allSatisfy { scalar in
      scalar.value < 0x250 || scalar.value >= 0x300 && scalar.value < 0x370 || scalar.value >= 0x1EA0
    }
    return isVietnamese ? decoded : nil
  }

  private static func windows1252Bytes(_ line: Substring.UnicodeScalarView) -> [UInt8]? {
    guard line.contains(where: { !$0.isASCII }) else { return nil }
    var bytes: [UInt8] = []
    for scalar in line {
      if scalar.value < 0x100 {
        bytes.append(UInt8(scalar.value))
      } else if scalar.value < 0x2200, let place = windows1252.firstIndex(of: scalar) {
        bytes.append(UInt8(0x80 + place))
      } else {
        return nil
      }
    }
    return bytes
  }

  /// 0x80-0x9F of Windows-1252; the five unused places stand for themselves.
  static let windows1252: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
