extension Lexicon {
  /// What a lexicon file gave: every good line, and an error for each bad one.
  public struct Parsed: Sendable {
    public var entries: [LexiconEntry]
    public var errors: [LexiconError]
    public var lexicon: Lexicon { Lexicon(entries: entries) }
  }

  /// Reads a lexicon file: tab-separated `written, spoken, kind, cues, note`; `#` begins a comment line.
  ///
  /// The last three columns may be missing: the kind is then `acronym` for capitals and `word` for the rest. Cues are
  /// parted by commas (`<số,>xã`); a `?` among them marks the sense as a guess the officer should see.
  ///
  /// - Parameters:
  ///   - text: the file's contents, NFC (see `EncodingRepair`).
  ///   - file: its name, for the errors.
  public static func parse(_ text: String, file: String) -> Parsed {
    var parsed = Parsed(entries: [], errors: [])
    var firstLines: [String: Int] = [:]
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      var line = line
      if number == 1, line.unicodeScalars.first == "\u{FEFF}" { line = Substring(line.unicodeScalars.dropFirst()) }
      guard line.contains(where: { !$0.isWhitespace }), line.first != "#" else { continue }
      do throws(LexiconError) {
        let entry = try entry(line, file: file, number: number)
        let key = "\(group(entry.kind))\t\(entry.written)\t\(entry.cues.map(\.description).sorted())"
        if let firstLine = firstLines[key] {
          throw .duplicate(.init(file: file, line: number, column: 1), written: entry.written, firstLine: firstLine)
        }
        firstLines[key] = number
        parsed.entries.append(entry)
      } catch {
        parsed.errors.append(error)
      }
    }
    return parsed
  }

  private static func entry(
    _ line: Substring, file: String, number: Int
  ) throws(LexiconError) -> LexiconEntry {
    var fields: [(text: String, column: Int)] = []
    var column = 1
    for field in line.split(separator: "\t", omittingEmptySubsequences: false) {
      let leading = field.prefix { $0 == " " }.count
      fields.append((trimmed(field), column + leading))
      column += field.count + 1
    }
    while let last = fields.last, last.text.isEmpty, fields.count > 2 { fields.removeLast() }
    func place(_ column: Int) -> LexiconError.Place { .init(file: file, line: number, column: column) }

    guard fields.count > 1 else { throw .noSpokenForm(place(1), line: fields.first?.text ?? "") }
    guard fields.count < 6 else { throw .tooManyColumns(place(fields[5].column), found: fields.count) }
    let written = fields[0].text
    guard !written.isEmpty else { throw .emptyWritten(place(1)) }
    guard written.utf8.count <= LexiconTable.longestKey else { throw .tooLong(place(1), written: written) }
    guard !fields[1].text.isEmpty else { throw .emptySpoken(place(fields[1].column), written: written) }
    let spoken = try spoken(fields[1], place)

    var entry = LexiconEntry(written: written, spoken: spoken, kind: isCapitals(written) ? .acronym : .word)
    if fields.count > 2, !fields[2].text.isEmpty {
      guard let kind = LexiconEntry.Kind(rawValue: fields[2].text) else {
        throw .unknownKind(place(fields[2].column), found: fields[2].text)
      }
      entry.kind = kind
    }
    if fields.count > 3 {
      var column = fields[3].column
      for part in fields[3].text.split(separator: ",", omittingEmptySubsequences: false) {
        let text = trimmed(part)
        if text == "?" {
          entry.isAmbiguous = true
        } else if let cue = LexiconCue(parsing: text) {
          entry.cues.append(cue)
        } else if !fields[3].text.isEmpty {
          throw .badCue(place(column), found: text)
        }
        column += part.count + 1
      }
    }
    if fields.count > 4 { entry.note = fields[4].text }
    return entry
  }

  /// The spoken form with single spaces and lower-case, once every word of it is a legal syllable.
  private static func spoken(
    _ field: (text: String, column: Int), _ place: (Int) -> LexiconError.Place
  ) throws(LexiconError) -> String {
    var column = field.column
    var words: [Substring] = []
    for word in field.text.split(separator: " ", omittingEmptySubsequences: false) {
      defer { column += word.count + 1 }
      if word.isEmpty { continue }
      let bare = word.hasSuffix(",") ? word.dropLast() : word
      guard loanWords[String(bare)] != nil || Syllable(bare) != nil && bare.lowercased() == bare else {
        throw .unspeakable(place(column), word: String(word))
      }
      words.append(word)
    }
    return words.joined(separator: " ")
  }

  /// Units, roads and document parts have places of their own and may share a written form with a word.
  private static func group(_ kind: LexiconEntry.Kind) -> String {
    switch kind {
    case .unit, .road, .document: kind.rawValue
    default: "word"
    }
  }

  private static func isCapitals(_ text: String) -> Bool {
    text.count > 1 && text == text.uppercased() && text != text.lowercased()
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
