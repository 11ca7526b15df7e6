/// Goes through a lexicon file line by line, on its bytes: strings are made only for what is kept.
struct LexiconLineParser {
  private let bytes: [UInt8]
  private let file: String
  private var line = 0
  /// The present line without its end.
  private var range = 0..<0
  private var nextStart = 0
  /// Written forms with kind group and cues, to find duplicates, and the line each stood on first.
  private var seen: ByteTable
  private var firstLines: [Int] = []
  /// Words of spoken forms that were found legal: a few hundred make up most of a lexicon.
  private var legalWords = ByteTable()
  /// Kept from line to line for its room.
  private var key: [UInt8] = []

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    // A line is about forty bytes long.
    seen = ByteTable(expecting: bytes.count / 40)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { nextStart = 3 }
  }

  /// Goes to the next line; its number from 1, nil past the last.
  mutating func next() -> Int? {
    guard nextStart < bytes.count else { return nil }
    var end = nextStart
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    range = nextStart..<end
    if range.count > 0, bytes[end - 1] == UInt8(ascii: "\r") { range = nextStart..<end - 1 }
    nextStart = end + 1
    line += 1
    return line
  }

  /// The line's entry; nil for a comment or an empty line.
  mutating func entry() throws(LexiconError) -> LexiconEntry? {
    guard !range.isEmpty, bytes[range.lowerBound] != UInt8(ascii: "#") else { return nil }
    let whole = trimmed(range)
    guard !whole.isEmpty else { return nil }
    let fields = fields()
    guard fields.count > 1 else { throw .noSpokenForm(place(range.lowerBound), line: text(whole)) }
    guard fields.count < 6 else { throw .tooManyColumns(place(fields[5].lowerBound), found: fields.count) }
    let writtenRange = fields[0]
    guard !writtenRange.isEmpty else { throw .emptyWritten(place(range.lowerBound)) }
    let written = text(writtenRange)
    guard writtenRange.count <= LexiconTable.longestKey else { throw .tooLong(place(range.lowerBound), written: written) }
    guard !fields[1].isEmpty else { throw .emptySpoken(place(fields[1].lowerBound), written: written) }
    let spoken = try spoken(fields[1])

    var entry = LexiconEntry(written: written, spoken: spoken, kind: .word)
    if fields.count > 2, !fields[2].isEmpty {
      guard let kind = kind(fields[2]) else { throw .unknownKind(place(fields[2].lowerBound), found: text(fields[2])) }
      entry.kind = kind
    } else if Self.isCapitals(written) {
      entry.kind = .acronym
    }
    if fields.count > 3, !fields[3].isEmpty { try cues(fields[3], of: &entry) }
    if fields.count > 4 { entry.note = text(fields[4]) }
    try refuseDuplicate(of: entry, writtenAt: writtenRange)
    return entry
  }

  /// The columns, blanks around them left out, empty ones at the end dropped.
  private func fields() -> [Range<Int>] {
    var fields: [Range<Int>] = []
    fields.reserveCapacity(5)
    var start = range.lowerBound
    for place in range where bytes[place] == 0x09 {
      fields.append(trimmed(start..<place))
      start = place + 1
    }
    fields.append(trimmed(start..<range.upperBound))
    while let last = fields.last, last.isEmpty, fields.count > 2 { fields.removeLast() }
    return fields
  }

  /// The spoken form with single spaces, once every word of it is a lower-case legal syllable.
  private mutating func spoken(_ field: Range<Int>) throws(LexiconError) -> String {
    var isSpacedOnce = true
    var start = field.lowerBound
    while start < field.upperBound {
      var end = start
      while end < field.upperBound, bytes[end] != 0x20 { end += 1 }
      if end == start {
        isSpacedOnce = false
      } else {
        let bare = bytes[end - 1] == UInt8(ascii: ",") ? start..<end - 1 : start..<end
        guard isSayable(bare) else { throw .unspeakable(place(start), word: text(start..<end)) }
      }
      start = end + 1
    }
    if isSpacedOnce { return text(field) }
    return text(field).split(separator: " ").joined(separator: " ")
  }

  private mutating func isSayable(_ word: Range<Int>) -> Bool {
    let bytes = self.bytes
    let span = bytes.span.extracting(word)
    if legalWords.find(span) != nil { return true }
    let written = text(word)
    let isSyllable =
      Syllable.isLegal(utf8: span) && written.unicodeScalars.allSatisfy { Letters.lower($0.value) == $0.value }
    guard isSyllable || Lexicon.loanWords[written] != nil else { return false }
    _ = legalWords.enter(span)
    return true
  }

  private func kind(_ field: Range<Int>) -> LexiconEntry.Kind? {
    for (name, kind) in Self.kinds where name.count == field.count && bytes[field].elementsEqual(name) { return kind }
    return nil
  }

  private static let kinds = LexiconEntry.Kind.allCases.map { (Array($0.rawValue.utf8), $0) }

  private func cues(_ field: Range<Int>, of entry: inout LexiconEntry) throws(LexiconError) {
    var start = field.lowerBound
    while start <= field.upperBound {
      var end = start
      while end < field.upperBound, bytes[end] != UInt8(ascii: ",") { end += 1 }
      let part = trimmed(start..<end)
      if part.count == 1, bytes[part.lowerBound] == UInt8(ascii: "?") {
        entry.isAmbiguous = true
      } else if let cue = LexiconCue(parsing: Substring(text(part))) {
        entry.cues.append(cue)
      } else {
        throw .badCue(place(part.lowerBound), found: text(part))
      }
      start = end + 1
    }
  }

  private mutating func refuseDuplicate(of entry: LexiconEntry, writtenAt written: Range<Int>) throws(LexiconError) {
    key.removeAll(keepingCapacity: true)
    key += bytes[written]
    // Units, roads and document parts have places of their own and may share a written form with a word.
    switch entry.kind {
    case .unit: key.append(1)
    case .road: key.append(2)
    case .document: key.append(3)
    default: key.append(0)
    }
    if !entry.cues.isEmpty {
      for cue in entry.cues.map(\.description).sorted() {
        key += cue.utf8
        key.append(0)
      }
    }
    let key = key
    let number = seen.enter(key.span)
    if number < firstLines.count {
      throw .duplicate(.init(file: file, line: line, column: 1), written: entry.written, firstLine: firstLines[number])
    }
    firstLines.append(line)
  }

  private static func isCapitals(_ text: String) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars {
      if Letters.lower(scalar.value) != scalar.value { letters += 1 } else if scalar.properties.isLowercase { return false }
    }
    return letters > 1
  }

  /// Columns count characters, which is slow and wanted for errors only.
  private func place(_ offset: Int) -> LexiconError.Place {
    .init(file: file, line: line, column: text(range.lowerBound..<offset).count + 1)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Blanks of every width are two or three bytes long: those are looked at only where such a byte stands.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    guard start < end, mayBlank(first: bytes[start]) || mayBlank(last: end, from: start) else { return start..<end }
    var scalars = text(start..<end).unicodeScalars[...]
    while let first = scalars.first, Letters.isBlank(first.value) {
      start += UTF8.width(first)
      scalars.removeFirst()
    }
    while let last = scalars.last, Letters.isBlank(last.value) {
      end -= UTF8.width(last)
      scalars.removeLast()
    }
    return start..<end
  }

  private func mayBlank(first byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte >= 0xE2 }

  private func mayBlank(last end: Int, from start: Int) -> Bool {
    if bytes[end - 1] < 0x80 { return bytes[end - 1] < 0x20 || bytes[end - 1] == 0x7F }
    return end - start > 1 && bytes[end - 2] == 0xC2 || end - start > 2 && bytes[end - 3] >= 0xE2
  }
}
