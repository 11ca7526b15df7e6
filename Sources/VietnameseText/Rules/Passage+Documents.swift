extension Passage {
  /// `5755/KH-UBND`, `15/2024/NĐ-CP`, `111-NQ/TU`, `31/2024/QH15`, `01/ĐK`.
  func documentNumber(_ place: Int) -> Match? {
    var next = place + 1
    // Most numbers are told from a document's at a glance.
    guard isMark(next, "/") || isDash(next) || isWord(next) && self[next].count == 1 || isBlank(next) && isMark(next + 1, "/"),
      let number = value(place, digits: 1...7)
    else { return nil }
    var words = NumberWords.cardinal(UInt64(number))
    if isWord(next), self[next].count == 1, isMark(next + 1, anyOf: "/-"), isWord(next + 2) {
      // `12a/QĐ-UBND`
      let letter = LetterNames.spell(text(next).unicodeScalars)
      guard !letter.isEmpty else { return nil }
      words += " \(letter)"
      next += 1
    }
    if isMark(next, "/"), let year = value(next + 1, digits: 4...4), isMark(next + 2, anyOf: "/-"), isWord(next + 3) {
      words += " năm \(NumberWords.cardinal(UInt64(year)))"
      next += 2
    }
    let hasBlank = isBlank(next)
    let mark = skipBlank(next)
    guard isMark(mark, "/") || isDash(mark) && !hasBlank, isWord(mark + 1), isSuffixStart(mark + 1) else { return nil }
    let hasCue = cue(Cues.document, before: place, within: 3)
    guard let suffix = documentSuffix(mark + 1) else { return nil }
    if isDash(mark), !hasCue, !suffix.hasSlash { return nil }
    if self[mark + 1].count == 1, !hasCue || suffix.parts < 2 { return nil }
    return Match(
      end: suffix.end, spoken: "\(words), \(suffix.words)", semioticClass: .documentNumber, rule: .documentNumber,
      flag: suffix.flag)
  }

  /// `/TB-UBND` where the number is still to be filled in.
  func blankDocumentNumber(_ place: Int) -> Match? {
    guard isMark(place, "/"), !isWord(place - 1), isSuffixStart(place + 1), self[place + 1].count > 1,
      let suffix = documentSuffix(place + 1), suffix.parts > 1
    else { return nil }
    return Match(
      end: suffix.end, spoken: suffix.words, semioticClass: .documentNumber, rule: .documentSuffix, flag: suffix.flag)
  }

  /// `TT-BTC`, `QĐ-UBND`: a kind of paper and who issued it, without a number.
  func documentKind(_ place: Int) -> Match? {
    guard Self.kinds.contains(text(place)), isMark(place + 1, "-"), isWord(place + 2), self[place + 2].letterCase == .upper,
      !isMark(place - 1, anyOf: "-/&"), !isMark(place + 3, anyOf: "-&")
    else { return nil }
    let issuer = text(place + 2)
    guard Self.issuers.contains(issuer) || issuer.hasPrefix("B") && self[place + 2].count > 2,
      let suffix = documentSuffix(place), suffix.end == place + 3
    else { return nil }
    return Match(
      end: suffix.end, spoken: suffix.words, semioticClass: .documentNumber, rule: .documentSuffix, flag: suffix.flag)
  }

  private static let kinds: Set<String> = ["TT", "QĐ", "NQ", "CT", "NĐ", "TTLT", "CĐ", "HD", "KH", "TB", "CV", "BC"]
  private static let issuers: Set<String> = ["CP", "UBND", "HĐND", "QH", "TW", "TU", "HU", "ĐU"]

  /// Two capitals, or a known mixed form such as `TTr`; not `kg` or `người`.
  private func isSuffixStart(_ place: Int) -> Bool {
    let atom = self[place]
    guard atom.kind == .word else { return false }
    switch atom.letterCase {
    case .upper: return Unit.currencies[exactKey(place)] == nil || atom.count == 1
    case .mixed: return atom.count <= 8 && lexicon.documentPart(ofUTF8: bytes.span.extracting(atom.range)) != nil
    default: return false
    }
  }

  private struct Suffix {
    var words: String
    var end: Int
    var parts: Int
    var hasSlash: Bool
    var flag: Flag
  }

  private func documentSuffix(_ place: Int) -> Suffix? {
    var words: [String] = []
    var next = place
    var hasSlash = false
    var flag = Flag.sure
    while words.count < 10 {
      guard let part = documentPart(next) else { return nil }
      words.append(part.words)
      if flag == .sure { flag = part.flag }
      next = part.end
      // `BTGDV-TU`, `TT & TT`: joints without blanks only.
      guard isMark(next, anyOf: "-/&.,") || isDash(next), isWord(next + 1), self[next + 1].letterCase != .lower,
        self[next + 1].letterCase != .capital || self[next + 1].count == 1
      else { break }
      if isMark(next, "/") { hasSlash = true }
      next += 1
    }
    return Suffix(words: words.joined(separator: ", "), end: next, parts: words.count, hasSlash: hasSlash, flag: flag)
  }

  /// One part: the longest the lexicon knows (`TT&TT` before `TT`), then a number that clings to it (`QH15`).
  private func documentPart(_ place: Int) -> (words: String, end: Int, flag: Flag)? {
    guard isWord(place) else { return nil }
    var words: String?
    var end = place + 1
    var flag = Flag.sure
    for length in [5, 3] where isWord(place + length - 1) && isMark(place + 1, anyOf: "&-,") {
      let bytes = slice(place, place + length)
      guard bytes.count <= 24, let entry = lexicon.documentPart(ofUTF8: bytes.span) else { continue }
      words = entry.spoken
      end = place + length
      break
    }
    if words == nil {
      let reading = acronymWords(place, isDocument: true)
      words = reading.words
      flag = reading.flag
    }
    guard var words, !words.isEmpty else { return nil }
    if let number = value(end, digits: 1...4), !isWord(end + 1) {
      words += " \(NumberWords.cardinal(UInt64(number)))"
      end += 1
    }
    return (words, end, flag)
  }
}
