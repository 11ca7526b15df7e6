extension Lexicon {
  /// What a lexicon file gave: every good line, and an error for each bad one.
  public struct Parsed: Sendable {
    public var entries: [LexiconEntry]
    /// The line each entry stands on, from 1.
    public var lines: [Int]
    public var errors: [LexiconError]
    /// The cases each entry is found in beside its own: worked out here, so that files parsed side by side share the work.
    var cases: [LetterCases]
    public var lexicon: Lexicon { Lexicon([self]) }
  }

  /// Reads a lexicon file: tab-separated `written, spoken, kind, cues, note`; `#` begins a comment line.
  ///
  /// The last three columns may be missing: the kind is then `acronym` for capitals and `word` for the rest. Cues are
  /// parted by commas (`<số,>xã`); a `?` among them marks the sense as a guess the officer should see. Costs about a
  /// microsecond a line, as every start of a command pays for it.
  ///
  /// - Parameters:
  ///   - text: the file's contents, NFC (see `EncodingRepair`).
  ///   - file: its name, for the errors.
  public static func parse(_ text: String, file: String) -> Parsed {
    var parsed = Parsed(entries: [], lines: [], errors: [], cases: [])
    var parser = LexiconLineParser(bytes: Array(text.utf8), file: file)
    while let line = parser.next() {
      do throws(LexiconError) {
        guard let entry = try parser.entry() else { continue }
        parsed.entries.append(entry)
        parsed.lines.append(line)
        parsed.cases.append(LetterCases(of: entry))
      } catch {
        parsed.errors.append(error)
      }
    }
    return parsed
  }
}
