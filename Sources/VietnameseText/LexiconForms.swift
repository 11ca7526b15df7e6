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

  static func lower(_ text: String) -> String { map(text) { scalar, _ in Letters.lower(scalar.value) } }

  private static func upper(_ text: String) -> String { map(text) { scalar, _ in upper(scalar) } }

  private static func capitalised(_ text: String) -> String {
    map(text) { scalar, isInside in isInside ? Letters.lower(scalar.value) : upper(scalar) }
  }

  /// Maps every scalar, told whether a letter or an apostrophe stands before it.
  private static func map(_ text: String, _ change: (Unicode.Scalar, Bool) -> UInt32) -> String {
    // Bytes, as growing a view of scalars is slow and every start of a command maps thousands of forms.
    String(unsafeUninitializedCapacity: text.utf8.count * 2 + 4) { room in
      var count = 0
      var isInside = false
      for scalar in text.unicodeScalars {
        let changed = change(scalar, isInside)
        let written = changed == scalar.value ? scalar : Unicode.Scalar(changed) ?? scalar
        for byte in UTF8.encode(written) ?? .init() where count < room.count {
          room[count] = byte
          count += 1
        }
        isInside = isLetter(scalar) || scalar == "'" || scalar == "’"
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
