/// The forms an entry is found in beside the one it is written in; the rules are those of `Lexicon`.
enum LexiconForms {
  static func others(of entry: LexiconEntry) -> [String] {
    let written = entry.written
    var forms: [String] = []
    switch entry.kind {
    case .unit, .document: return []
    case .acronym, .letters, .road, .signature:
      if written.unicodeScalars.count > 1, Syllable(utf8: written.utf8.span) == nil { forms = [lower(written)] }
    case .abbreviation, .foreign, .name, .word:
      guard written.unicodeScalars.count(where: isLetter) > 1 else { return [] }
      forms = [upper(written), capitalised(written)]
      // `hòa bình` is peace, not the province.
      let small = lower(written)
      if entry.kind != .name || small.split(separator: " ").contains(where: { Syllable($0) == nil }) {
        forms.append(small)
      }
    }
    var others: [String] = []
    for form in forms where form != written && !others.contains(form) { others.append(form) }
    return others
  }

  static func lower(_ text: String) -> String { map(text, .lower) }

  private static func upper(_ text: String) -> String { map(text, .upper) }

  private static func capitalised(_ text: String) -> String { map(text, .capitalised) }

  private enum Shape { case lower, upper, capitalised }

  /// The text in another case. On bytes, as every start of a command maps thousands of forms.
  private static func map(_ text: String, _ shape: Shape) -> String {
    String(unsafeUninitializedCapacity: text.utf8.count * 2 + 4) { room in
      var count = 0
      // A letter or an apostrophe stands before.
      var isInside = false
      for scalar in text.unicodeScalars {
        if scalar.isASCII {
          let byte = UInt8(truncatingIfNeeded: scalar.value)
          let isLetter = (byte | 0x20) &- 0x61 < 26
          let isLower = shape == .lower || shape == .capitalised && isInside
          room[count] = !isLetter ? byte : isLower ? byte | 0x20 : byte & 0xDF
          count += 1
          isInside = isLetter || byte == UInt8(ascii: "'")
          continue
        }
        let changed = shape == .lower || shape == .capitalised && isInside ? Letters.lower(scalar.value) : upper(scalar)
        for byte in UTF8.encode(Unicode.Scalar(changed) ?? scalar) ?? .init() where count < room.count {
          room[count] = byte
          count += 1
        }
        isInside = isLetter(scalar) || scalar == "’"
      }
      return count
    }
  }

  private static func upper(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0x61...0x7A: return scalar.value - 0x20
    case 0..<0xC0: return scalar.value
    case 0xE0...0xFE: return scalar.value == 0xF7 ? 0xF7 : scalar.value - 0x20
    case 0x100...0x137, 0x1EA0...0x1EF9: return scalar.value & ~1
    case 0x1A1, 0x1B0: return scalar.value - 1
    default:
      let mapped = scalar.properties.uppercaseMapping.unicodeScalars
      return mapped.count == 1 ? mapped.first?.value ?? scalar.value : scalar.value
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A : Letters.isWordPart(scalar.value)
  }
}
