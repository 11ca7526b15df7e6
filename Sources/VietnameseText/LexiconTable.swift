/// One layer of a lexicon as two hash tables over UTF-8 bytes: written forms, and the words they begin with.
final class LexiconTable: Sendable {
  /// Longest written form, in bytes.
  static let longestKey = 120

  private let keys: ByteTable
  /// By number of the key.
  private let senses: [[LexiconEntry]]
  private let firstWords: ByteTable
  /// Bytes of the longest first word: what runs on past it begins no entry.
  private let longestFirstWord: Int
  /// By number of the first word: bit n says that a key of n bytes begins with it.
  private let lengths: [UInt128]

  var isEmpty: Bool { senses.isEmpty }

  init(_ entries: [(entry: LexiconEntry, forms: [String])]) {
    let entries = entries.filter { !$0.entry.written.isEmpty && $0.entry.written.utf8.count <= Self.longestKey }
    var keys = ByteTable()
    var senses: [[LexiconEntry]] = []
    for (entry, _) in entries {
      let number = keys.enter(entry.written.utf8.span)
      if number < senses.count { senses[number].append(entry) } else { senses.append([entry]) }
    }
    // A form that is written in a line takes no senses from lines that only yield it.
    let written = keys.count
    for (entry, forms) in entries {
      for form in forms where form.utf8.count <= Self.longestKey {
        let number = keys.enter(form.utf8.span)
        guard number >= written else { continue }
        if number < senses.count {
          senses[number].append(entry)
        } else {
          // Most forms have the one sense of the written form: its array is shared.
          let own = keys.find(entry.written.utf8.span).map { senses[$0] } ?? []
          senses.append(own.count == 1 ? own : [entry])
        }
      }
    }

    var firstWords = ByteTable()
    var lengths: [UInt128] = []
    var longestFirstWord = 0
    for number in 0..<keys.count {
      let key = keys.key(number)
      let first = key.prefix(Self.firstWordEnd(in: key.span, from: 0, longest: key.count))
      longestFirstWord = max(longestFirstWord, first.count)
      let word = firstWords.enter(first.span)
      if word == lengths.count { lengths.append(0) }
      lengths[word] |= 1 << UInt128(key.count)
    }
    self.keys = keys
    self.senses = senses
    self.firstWords = firstWords
    self.longestFirstWord = longestFirstWord
    self.lengths = lengths
  }

  func senses(of bytes: Span<UInt8>) -> [LexiconEntry]? {
    keys.find(bytes).map { senses[$0] }
  }

  /// Whether a key's first word is exactly this one; for a word of letters alone.
  func begins(with word: Span<UInt8>) -> Bool { firstWords.find(word) != nil }

  /// Length in bytes of the longest key at `offset`, or nil.
  func longestMatch(in text: Span<UInt8>, at offset: Int) -> Int? {
    guard offset >= 0, offset < text.count else { return nil }
    let end = Self.firstWordEnd(in: text, from: offset, longest: longestFirstWord)
    guard let word = firstWords.find(text.extracting(offset..<end)) else {
      // `QL1A`: the entry may end where digits begin.
      let letters = Self.lettersEnd(in: text.extracting(0..<end), from: offset)
      guard letters < end, letters > offset else { return nil }
      return keys.find(text.extracting(offset..<letters)) == nil ? nil : letters - offset
    }
    var mask = lengths[word]
    while mask != 0 {
      let length = 127 - mask.leadingZeroBitCount
      mask &= ~(1 << UInt128(length))
      guard offset + length <= text.count, Self.isWordEnd(in: text, at: offset + length) else { continue }
      if keys.find(text.extracting(offset..<offset + length)) != nil { return length }
    }
    return nil
  }

  /// Past the run of letters and digits at `offset`, or past one character when it is neither.
  ///
  /// A run of more than `longest` bytes is not followed to its end, so that endless ones cost no more than a word.
  private static func firstWordEnd(in text: Span<UInt8>, from offset: Int, longest: Int) -> Int {
    var end = offset
    while end < text.count, end - offset <= longest, isWordByte(text, end) { end += 1 }
    if end > offset { return end }
    end += 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static func lettersEnd(in text: Span<UInt8>, from offset: Int) -> Int {
    var end = offset
    while end < text.count, isWordByte(text, end), !isDigit(text[end]) { end += 1 }
    return end
  }

  private static func isWordEnd(in text: Span<UInt8>, at end: Int) -> Bool {
    guard end > 0, end < text.count, isWordByte(text, end - 1), isWordByte(text, end) else { return true }
    return isDigit(text[end]) && !isDigit(text[end - 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Letters and digits of Vietnamese text; UTF-8 led by C2 and E2 is punctuation and signs (U+00B0, U+2013).
  private static func isWordByte(_ text: Span<UInt8>, _ place: Int) -> Bool {
    let byte = text[place]
    if byte < 0x80 { return isDigit(byte) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    if byte < 0xC0 {
      var lead = place
      while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
      return isLetterLead(text[lead])
    }
    return isLetterLead(byte)
  }

  private static func isLetterLead(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte <= 0xCD || byte == 0xE1 }
}
