/// One layer of a lexicon as hash tables over UTF-8 bytes: written forms, and the words they begin with.
///
/// Only the written form of an entry is a key; the other letter cases it is found in are told from the key in small letters
/// at lookup, so that a start enters each entry twice and not four times.
final class LexiconTable: Sendable {
  /// Longest written form, in bytes.
  static let longestKey = 120

  private let keys: ByteTable
  /// By number of the key.
  private let senses: [[LexiconEntry]]
  /// The keys that are found in other cases, in small letters.
  private let folded: ByteTable
  /// By number of the folded key: its first place in `yields`.
  private let firstYields: [Int32]
  private let yields: [Yield]
  private let firstWords: FirstWords
  private let foldedFirstWords: FirstWords
  /// Bytes of the longest first word: what runs on past it begins no entry.
  private let longestFirstWord: Int

  var isEmpty: Bool { senses.isEmpty }

  /// - Parameter isWanted: which kinds of entry this layer holds.
  init(_ files: [Lexicon.Parsed], isWanted: (LexiconEntry.Kind) -> Bool) {
    let expected = files.reduce(0) { count, file in count + file.entries.count(where: { isWanted($0.kind) }) }
    var keys = ByteTable(expecting: expected)
    var senses: [[LexiconEntry]] = []
    senses.reserveCapacity(expected)
    var folded = FoldedTable(expecting: expected)
    for file in files {
      for (entry, cases) in zip(file.entries, file.cases) {
        let count = entry.written.utf8.count
        guard isWanted(entry.kind), count > 0, count <= Self.longestKey else { continue }
        let number = keys.enter(entry.written.utf8.span)
        if number < senses.count { senses[number].append(entry) } else { senses.append([entry]) }
        if !cases.isEmpty {
          folded.add(entry.written, Yield(key: Int32(number), sense: Int32(senses[number].count - 1), cases: cases))
        }
      }
    }
    self.keys = keys
    self.senses = senses
    self.folded = folded.keys
    firstYields = folded.first
    yields = folded.yields
    firstWords = FirstWords(of: keys)
    foldedFirstWords = FirstWords(of: folded.keys)
    longestFirstWord = max(firstWords.longest, foldedFirstWords.longest)
  }

  /// The entries written so; else those that this case of them yields.
  func senses(of bytes: Span<UInt8>) -> [LexiconEntry]? {
    if let number = keys.find(bytes) { return senses[number] }
    var key = FoldedKey()
    guard key.fold(bytes), let number = key.number(in: folded) else { return nil }
    var found: [LexiconEntry] = []
    var next = firstYields[number]
    while next >= 0 {
      let yield = yields[Int(next)]
      if !yield.cases.isDisjoint(with: key.cases) {
        let written = senses[Int(yield.key)]
        if written.count == 1, yield.next < 0, found.isEmpty { return written }
        found.append(written[Int(yield.sense)])
      }
      next = yield.next
    }
    return found.isEmpty ? nil : found
  }

  private func hasSenses(_ bytes: Span<UInt8>, isWritten: Bool, isYielded: Bool) -> Bool {
    if isWritten, keys.find(bytes) != nil { return true }
    var key = FoldedKey()
    guard isYielded, key.fold(bytes), let number = key.number(in: folded) else { return false }
    var next = firstYields[number]
    while next >= 0 {
      if !yields[Int(next)].cases.isDisjoint(with: key.cases) { return true }
      next = yields[Int(next)].next
    }
    return false
  }

  /// Whether a key's first word is this one, in any case; for a word of letters alone.
  func begins(with word: Span<UInt8>) -> Bool {
    if firstWords.lengths(word) != 0 { return true }
    var key = FoldedKey()
    return key.fold(word) && foldedFirstWords.lengths(key) != 0
  }

  /// Length in bytes of the longest key at `offset`, or nil.
  func longestMatch(in text: Span<UInt8>, at offset: Int) -> Int? {
    guard offset >= 0, offset < text.count else { return nil }
    let end = Self.firstWordEnd(in: text, from: offset, longest: longestFirstWord)
    let word = text.extracting(offset..<end)
    let written = firstWords.lengths(word)
    var key = FoldedKey()
    let yielded = key.fold(word) ? foldedFirstWords.lengths(key) : 0
    var mask = written | yielded
    while mask != 0 {
      let length = 127 - mask.leadingZeroBitCount
      let bit: UInt128 = 1 << UInt128(length)
      mask &= ~bit
      guard offset + length <= text.count, Self.isWordEnd(in: text, at: offset + length) else { continue }
      let bytes = text.extracting(offset..<offset + length)
      if hasSenses(bytes, isWritten: written & bit != 0, isYielded: yielded & bit != 0) { return length }
    }
    guard written == 0 else { return nil }
    // `QL1A`: the entry may end where digits begin.
    let letters = Self.lettersEnd(in: text.extracting(0..<end), from: offset)
    guard letters < end, letters > offset else { return nil }
    return hasSenses(text.extracting(offset..<letters), isWritten: true, isYielded: true) ? letters - offset : nil
  }

  /// Past the run of letters and digits at `offset`, or past one character when it is neither.
  ///
  /// A run of more than `longest` bytes is not followed to its end, so that endless ones cost no more than a word.
  fileprivate static func firstWordEnd(in text: Span<UInt8>, from offset: Int, longest: Int) -> Int {
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

/// An entry that other cases of its written form yield.
private struct Yield {
  /// Number of the written form, and of the entry among its senses.
  var key: Int32
  var sense: Int32
  var cases: LetterCases
  /// The next one of the same folded key, or -1.
  var next: Int32 = -1
}

/// Folded keys with the entries behind each, in the order they came.
private struct FoldedTable {
  var keys: ByteTable
  var first: [Int32] = []
  var yields: [Yield] = []
  private var last: [Int32] = []

  init(expecting keys: Int) { self.keys = ByteTable(expecting: keys) }

  mutating func add(_ written: String, _ yield: Yield) {
    var key = FoldedKey()
    guard key.fold(written.utf8.span) else { return }
    let number = key.enter(&keys)
    let place = Int32(yields.count)
    yields.append(yield)
    if number < first.count {
      yields[Int(last[number])].next = place
      last[number] = place
    } else {
      first.append(place)
      last.append(place)
    }
  }
}

/// The words that keys begin with.
private struct FirstWords {
  private var words: ByteTable
  /// By number of the word: bit n says that a key of n bytes begins with it.
  private var lengthsOfWords: [UInt128] = []
  private(set) var longest = 0

  init(of keys: ByteTable) {
    words = ByteTable(expecting: keys.count)
    for number in 0..<keys.count {
      let key = keys.key(number)
      let first = key.prefix(LexiconTable.firstWordEnd(in: key.span, from: 0, longest: key.count))
      longest = max(longest, first.count)
      let word = words.enter(first.span)
      if word == lengthsOfWords.count { lengthsOfWords.append(0) }
      lengthsOfWords[word] |= 1 << UInt128(key.count)
    }
  }

  /// The lengths of the keys that begin with `word`, as bits; 0 when none does.
  func lengths(_ word: Span<UInt8>) -> UInt128 { words.find(word).map { lengthsOfWords[$0] } ?? 0 }

  func lengths(_ word: FoldedKey) -> UInt128 { word.number(in: words).map { lengthsOfWords[$0] } ?? 0 }
}
