extension EncodingRepair {
  /// Whether any byte could belong to a fault: the only cost clean text pays.
  ///
  /// Lets through ASCII, the letters of Vietnamese, common punctuation, emoji and every other script.
  static func isSuspect(_ text: Span<UInt8>) -> Bool {
    let classes = self.classes
    var place = 0
    let end = text.count
    while place < end {
      let byte = text[place]
      let kind = classes[Int(byte)]
      if kind == plain {
        place += 1
        continue
      }
      let next = place + 1 < end ? text[place + 1] : 0
      let before = place > 0 ? text[place - 1] | 0x20 : 0
      switch byte {
      case 0x5E, 0x60, 0x7E:  // ^ ` ~ after a vowel: VIQR
        if isVowel(before) { return true }
        place += 1
      case 0xC2:
        // Latin-1 signs, save those that notices use: « · » ° ± ² ³ § ¼ ½ ¾
        if !plainSigns.contains(next) { return true }
        place += 2
      case 0xC3:
        if isSuspectLatin(next, after: before) { return true }
        place += 2
      case 0xC6:
        if next == 0x89 { return true }  // Ɖ
        place += 2
      case 0xE2:
        let last = place + 2 < end ? text[place + 2] : 0
        let isSpace = next == 0x80 && (last <= 0x8F || last >= 0xA8 && last <= 0xAF)
        if isSpace || next == 0x81 && last >= 0x9F { return true }
        place += 3
      case 0xE3:
        if next == 0x80 { return true }
        place += 3
      case 0xF0:
        if next == 0x9D { return true }
        place += 4
      default:
        return true
      }
    }
    return false
  }

  private static let plain: UInt8 = 0
  private static let plainSigns: Set<UInt8> = [0xA7, 0xAB, 0xB0, 0xB1, 0xB2, 0xB3, 0xB7, 0xBB, 0xBC, 0xBD, 0xBE]

  /// 1 for bytes that need a second look.
  private static let classes: [UInt8] = {
    var classes = [UInt8](repeating: plain, count: 256)
    for byte in 0..<0x20 where ![0x09, 0x0A, 0x0D].contains(byte) { classes[byte] = 1 }
    // 7F; combining marks CC CD; ligatures, full-width letters and U+FEFF under EF
    for byte in [0x5E, 0x60, 0x7E, 0x7F, 0xC2, 0xC3, 0xC6, 0xCC, 0xCD, 0xE2, 0xE3, 0xEF, 0xF0] { classes[byte] = 1 }
    return classes
  }()

  private static func isVowel(_ byte: UInt8) -> Bool {
    byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6F || byte == 0x75 || byte == 0x79
  }

  /// U+00C0-U+00FF by second byte: Ð ð, letters Vietnamese lacks, and VNI's marks where Vietnamese cannot have them.
  private static func isSuspectLatin(_ second: UInt8, after before: UInt8) -> Bool {
    switch second & 0x1F | 0x20 {
    case 0x22: before == 0x61 || before == 0x65 || before == 0x6F  // â
    case 0x35, 0x39: before == 0x61 || before == 0x65 || before == 0x6F || before == 0x75  // õ ù
    case 0x20, 0x21, 0x23, 0x28, 0x29, 0x2A, 0x2C, 0x2D, 0x32, 0x33, 0x34, 0x3A, 0x3D: false
    case 0x37: false  // × ÷
    default: true
    }
  }
}
