extension EncodingRepair {
  /// Where Windows-1258 differs from Windows-1252; tones are combining marks.
  private static let cp1258: [UInt8: Unicode.Scalar] = [
    0xC3: "Ă", 0xCC: "\u{300}", 0xD0: "Đ", 0xD2: "\u{309}", 0xD5: "Ơ", 0xDD: "Ư", 0xDE: "\u{303}", 0xE3: "ă",
    0xEC: "\u{301}", 0xF0: "đ", 0xF2: "\u{323}", 0xF5: "ơ", 0xFD: "ư", 0xFE: "₫",
  ]

  /// The scalars of a Windows-1258 file, not yet composed.
  static func decodeCP1258(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(cp1258[byte] ?? windows1252Scalar(byte)) }
    return String(text)
  }

  static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar {
    byte >= 0x80 && byte < 0xA0 ? windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }
}
