/// The letter cases an entry is found in beside the one it is written in; the rules are those of `Lexicon`.
struct LetterCases: OptionSet, Sendable {
  let rawValue: UInt8

  static let lower = LetterCases(rawValue: 1)
  static let upper = LetterCases(rawValue: 2)
  /// A capital at the start of each word, small letters behind it.
  static let capitalised = LetterCases(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The cases that yield `entry`.
  init(of entry: LexiconEntry) {
    let written = entry.written
    switch entry.kind {
    case .unit, .document: self = []
    case .acronym, .letters, .road, .signature:
      self = written.unicodeScalars.count > 1 && Syllable(utf8: written.utf8.span) == nil ? .lower : []
    case .abbreviation, .foreign, .name, .word:
      guard written.unicodeScalars.count(where: Self.isLetter) > 1 else {
        self = []
        return
      }
      self = [.upper, .capitalised]
      // `hòa bình` is peace, not the province.
      if entry.kind != .name || !Self.isSyllables(written.utf8.span) {
        insert(.lower)
      }
    }
  }

  private static func isSyllables(_ text: Span<UInt8>) -> Bool {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != UInt8(ascii: " ") { end += 1 }
      if end > start, Syllable(utf8: text.extracting(start..<end)) == nil { return false }
      start = end + 1
    }
    return true
  }

  static func lower(_ text: String) -> String {
    var folded = FoldedKey()
    guard folded.fold(text.utf8.span) else { return text.lowercased() }
    return folded.text
  }

  /// Of `scalar`: its capital.
  static func upper(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x61...0x7A: return scalar - 0x20
    case 0..<0xC0: return scalar
    case 0xE0...0xFE: return scalar == 0xF7 ? 0xF7 : scalar - 0x20
    case 0x100...0x137, 0x1EA0...0x1EF9: return scalar & ~1
    case 0x1A1, 0x1B0: return scalar - 1
    default:
      guard let written = Unicode.Scalar(scalar) else { return scalar }
      let mapped = written.properties.uppercaseMapping.unicodeScalars
      return mapped.count == 1 ? mapped.first?.value ?? scalar : scalar
    }
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A : Letters.isWordPart(scalar.value)
  }
}
