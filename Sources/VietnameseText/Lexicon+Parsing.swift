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
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      var line = Substring(line)
      if line.utf8.last == UInt8(ascii: "\r") { line = Substring(line.unicodeScalars.dropLast()) }
      if number == 1, line.unicodeScalars.first == "\u{FEFF}" { line = Substring(line.unicodeScalars.dropFirst()) }
      guard line.utf8.first != UInt8(ascii: "#"), !trimmed(line).isEmpty else { continue }
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
    var fields = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { trimmed(Substring($0)) }
    while let last = fields.last, last.isEmpty, fields.count > 2 { fields.removeLast() }
    // Counting characters is slow and wanted for errors only.
    func place(_ field: Substring) -> LexiconError.Place {
      .init(file: file, line: number, column: line[..<field.startIndex].count + 1)
    }

    guard fields.count > 1 else { throw .noSpokenForm(place(line), line: String(trimmed(line))) }
    guard fields.count < 6 else { throw .tooManyColumns(place(fields[5]), found: fields.count) }
    let written = String(fields[0])
    guard !written.isEmpty else { throw .emptyWritten(place(line)) }
    guard written.utf8.count <= LexiconTable.longestKey else { throw .tooLong(place(line), written: written) }
    guard !fields[1].isEmpty else { throw .emptySpoken(place(fields[1]), written: written) }
    let spoken = try spoken(fields[1], place)

    var entry = LexiconEntry(written: written, spoken: spoken, kind: isCapitals(written) ? .acronym : .word)
    if fields.count > 2, !fields[2].isEmpty {
      guard let kind = LexiconEntry.Kind(rawValue: String(fields[2])) else {
        throw .unknownKind(place(fields[2]), found: String(fields[2]))
      }
      entry.kind = kind
    }
    if fields.count > 3, !fields[3].isEmpty {
      for part in fields[3].utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        let text = trimmed(Substring(part))
        if text == "?" {
          entry.isAmbiguous = true
        } else if let cue = LexiconCue(parsing: text) {
          entry.cues.append(cue)
        } else {
          throw .badCue(place(text), found: String(text))
        }
      }
    }
    if fields.count > 4 { entry.note = String(fields[4]) }
    return entry
  }

  /// The spoken form with single spaces, once every word of it is a lower-case legal syllable.
  private static func spoken(
    _ field: Substring, _ place: (Substring) -> LexiconError.Place
  ) throws(LexiconError) -> String {
    var spoken = ""
    for part in field.utf8.split(separator: UInt8(ascii: " ")) {
      let word = Substring(part)
      let bare = word.utf8.last == UInt8(ascii: ",") ? Substring(part.dropLast()) : word
      let isSyllable = Syllable(bare) != nil && bare.unicodeScalars.allSatisfy { Letters.lower($0.value) == $0.value }
      guard isSyllable || loanWords[String(bare)] != nil else { throw .unspeakable(place(word), word: String(word)) }
      if !spoken.isEmpty { spoken += " " }
      spoken += word
    }
    return spoken
  }

  /// Units, roads and document parts have places of their own and may share a written form with a word.
  private static func group(_ kind: LexiconEntry.Kind) -> String {
    switch kind {
    case .unit, .road, .document: kind.rawValue
    default: "word"
    }
  }

  private static func isCapitals(_ text: String) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars {
      if Letters.lower(scalar.value) != scalar.value { letters += 1 } else if scalar.properties.isLowercase { return false }
    }
    return letters > 1
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var scalars = text.unicodeScalars
    while let first = scalars.first, Letters.isBlank(first.value) { scalars.removeFirst() }
    while let last = scalars.last, Letters.isBlank(last.value) { scalars.removeLast() }
    return Substring(scalars)
  }
}
