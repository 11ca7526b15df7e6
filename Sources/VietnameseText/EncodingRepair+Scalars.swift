extension EncodingRepair {
  /// Composes marks and replaces look-alikes, odd letter forms, special spaces and invisible characters.
  static func cleanScalars(_ text: String) -> (String, [EncodingFault]) {
    var clean = ""
    var marks = 0
    var đ = 0
    var forms = 0
    var invisible = 0
    var spaces = 0
    var controls = 0
    var last: Unicode.Scalar?
    /// Whether a mark was joined to `last` already: a letter with two marks is one repair.
    var isMarked = false

    func put(_ scalar: Unicode.Scalar) {
      if let last { clean.unicodeScalars.append(last) }
      last = scalar
      isMarked = false
    }

    func take(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x300...0x36F:
        if let base = last, let joined = Composition.join(base, scalar) {
          last = joined
          if !isMarked { marks += 1 }
          isMarked = true
        } else {
          put(scalar)
        }
      case 0xD0, 0x189:
        đ += 1
        put("Đ")
      case 0xF0:
        đ += 1
        put("đ")
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF:
        // A joiner between parts of an emoji is no fault.
        if scalar.value == 0x200D, let last, last.value >= 0x2190 { put(scalar) } else { invisible += 1 }
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
        spaces += 1
        put(" ")
      case 0x2028, 0x2029, 0x85, 0x0B, 0x0C:
        controls += 1
        put("\n")
      case 0..<0x09, 0x0E..<0x20, 0x7F, 0x80..<0xA0:
        controls += 1
        put(" ")
      case 0xFB00...0xFB06, 0xFF01...0xFF5E, 0x1D400...0x1D7FF:
        let plain = plainForm(scalar)
        if plain.isEmpty { put(scalar) } else { forms += 1 }
        for letter in plain { put(letter) }
      default:
        put(scalar)
      }
    }

    // Most lines need nothing; a line end joins with no mark.
    for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if index > 0 { put("\n") }
      let line = Substring(line)
      guard isSuspect(line.utf8.span) else {
        if let last { clean.unicodeScalars.append(last) }
        last = nil
        clean += line
        continue
      }
      for scalar in line.unicodeScalars { take(scalar) }
    }
    if let last { clean.unicodeScalars.append(last) }
    var faults: [EncodingFault] = []
    if marks > 0 { faults.append(.combiningMarks(count: marks)) }
    if đ > 0 { faults.append(.wrongĐ(count: đ)) }
    if forms > 0 { faults.append(.letterForms(count: forms)) }
    if invisible > 0 { faults.append(.invisible(count: invisible)) }
    if spaces > 0 { faults.append(.spaces(count: spaces)) }
    if controls > 0 { faults.append(.controls(count: controls)) }
    return (clean, faults)
  }

  /// The plain letters of a ligature, a full-width character or a mathematical letter or digit; empty when there are none.
  private static func plainForm(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    func ascii(_ value: UInt32) -> [Unicode.Scalar] { Unicode.Scalar(value).map { [$0] } ?? [] }
    switch scalar.value {
    case 0xFB00...0xFB06:
      let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
      return Array(ligatures[Int(scalar.value - 0xFB00)].unicodeScalars)
    case 0xFF01...0xFF5E: return ascii(scalar.value - 0xFF01 + 0x21)
    case 0x1D400...0x1D6A3:
      let letter = (scalar.value - 0x1D400) % 52
      return ascii(letter < 26 ? 0x41 + letter : 0x61 + letter - 26)
    case 0x1D7CE...0x1D7FF: return ascii(0x30 + (scalar.value - 0x1D7CE) % 10)
    default: return []
    }
  }
}
