extension EncodingRepair {
  /// The code units of a UTF-16 file: by its mark, or by every other byte being mostly zero. Nil for anything else.
  static func utf16Units(_ bytes: [UInt8]) -> [UInt16]? {
    if bytes.starts(with: [0xFF, 0xFE]) { return units(bytes[2...], bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return units(bytes[2...], bigEndian: true) }
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (place, byte) in bytes.enumerated() where byte == 0 {
      if place % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = bytes.count / 2
    // Vietnamese has some 30 % of letters above U+00FF; their high byte is 01 or 1E.
    if zeros.odd * 2 > half, zeros.even * 16 < half { return units(bytes[...], bigEndian: false) }
    if zeros.even * 2 > half, zeros.odd * 16 < half { return units(bytes[...], bigEndian: true) }
    return nil
  }

  /// The text, with unpaired surrogates and a lone last byte as U+FFFD and reported.
  static func decodeUTF16(_ units: [UInt16]) -> (String, [EncodingFault]) {
    var text = String.UnicodeScalarView()
    var broken = 0
    var lines: [Int] = []
    var line = 1
    var decoder = UTF16()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar == "\n" { line += 1 }
        text.append(scalar)
      case .error:
        broken += 1
        if lines.last != line { lines.append(line) }
        text.append("\u{FFFD}")
      case .emptyInput:
        return (String(text), broken > 0 ? [.brokenBytes(count: broken, lines: lines)] : [])
      }
    }
  }

  private static func units(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      place += 2
    }
    // A lone last byte: an unpaired surrogate, so that it is reported.
    if place < bytes.endIndex { units.append(0xD800) }
    return units
  }
}
