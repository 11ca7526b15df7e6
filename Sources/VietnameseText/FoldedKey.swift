/// UTF-8 text in small letters beside the cases it was written in, made without allocating: every lookup of a word needs one.
struct FoldedKey {
  private var bytes = InlineArray<120, UInt8>(repeating: 0)
  private(set) var count = 0
  /// The cases the text as a whole is in; several for text without letters, none for mixed ones.
  private(set) var cases: LetterCases = []

  var text: String { bytes.span.extracting(0..<count).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }

  func number(in table: ByteTable) -> Int? { table.find(bytes.span.extracting(0..<count)) }

  func enter(_ table: inout ByteTable) -> Int { table.enter(bytes.span.extracting(0..<count)) }

  /// Takes `text`; false when it is longer than any key.
  ///
  /// A scalar whose small letter has another length stays as it is, so that offsets in the text hold in the key.
  mutating func fold(_ text: Span<UInt8>) -> Bool {
    guard text.count <= bytes.count else { return false }
    count = text.count
    cases = [.lower, .upper, .capitalised]
    // A letter or an apostrophe stands before.
    var isInside = false
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte < 0x80 {
        let isLetter = (byte | 0x20) &- 0x61 < 26
        bytes[place] = isLetter ? byte | 0x20 : byte
        if isLetter { note(isLower: byte & 0x20 != 0, isUpper: byte & 0x20 == 0, isInside: isInside) }
        isInside = isLetter || byte == UInt8(ascii: "'")
        place += 1
        continue
      }
      let width = Self.width(byte, in: text, at: place)
      let scalar = Self.scalar(text, at: place, width: width)
      let small = Letters.lower(scalar)
      note(isLower: scalar == small, isUpper: scalar == LetterCases.upper(scalar), isInside: isInside)
      put(Self.width(of: small) == width ? small : scalar, at: place, width: width, as: text)
      isInside = Letters.isWordPart(scalar) || scalar == 0x2019
      place += width
    }
    return true
  }

  private mutating func note(isLower: Bool, isUpper: Bool, isInside: Bool) {
    if !isLower { cases.remove(.lower) }
    if !isUpper { cases.remove(.upper) }
    if isInside ? !isLower : !isUpper { cases.remove(.capitalised) }
  }

  private mutating func put(_ scalar: UInt32, at place: Int, width: Int, as text: Span<UInt8>) {
    switch width {
    case 2:
      bytes[place] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      bytes[place + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    case 3:
      bytes[place] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      bytes[place + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      bytes[place + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    default:
      for offset in 0..<width { bytes[place + offset] = text[place + offset] }
    }
  }

  /// Bytes of the scalar that `lead` begins, at most those there are.
  private static func width(_ lead: UInt8, in text: Span<UInt8>, at place: Int) -> Int {
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    return min(width, text.count - place)
  }

  private static func width(of scalar: UInt32) -> Int { scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4 }

  /// The scalar of two or three bytes; others have no case a lexicon needs.
  private static func scalar(_ text: Span<UInt8>, at place: Int, width: Int) -> UInt32 {
    switch width {
    case 2: UInt32(text[place] & 0x1F) << 6 | UInt32(text[place + 1] & 0x3F)
    case 3: UInt32(text[place] & 0x0F) << 12 | UInt32(text[place + 1] & 0x3F) << 6 | UInt32(text[place + 2] & 0x3F)
    default: 0
    }
  }
}
