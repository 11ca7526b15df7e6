extension Passage {
  /// Capitals that no lexicon entry covers: put together from known parts, or spelled and flagged.
  func acronymWords(_ place: Int, isDocument: Bool = false) -> (words: String, rule: Rule, flag: Flag) {
    let letters = slice(place, place + 1)
    if let defined = definitions[Key(exact: letters)] { return (defined, .defined, .sure) }
    if isDocument, let entry = lexicon.documentPart(ofUTF8: letters.span) { return (entry.spoken, .documentSuffix, .sure) }
    if let words = joined(Array(letters)) { return (words, .acronymJoined, .ambiguous(.joinedAcronym)) }
    let written = text(place)
    let spelled = LetterNames.spell(written.unicodeScalars)
    if spelled.isEmpty { return ("", .otherScript, .unknown(.otherScript)) }
    if self[place].count == 1 { return (spelled, .letter, .sure) }
    return (spelled, .spelled, .unknown(.unknownAcronym(written, spelled: spelled)))
  }

  /// `SLĐTBXH` is S and LĐTBXH, `BTGDVTU` BTGDV and TU: an office before a known acronym, or long known parts.
  private func joined(_ letters: [UInt8]) -> String? {
    guard letters.count >= 4, letters.count <= 24 else { return nil }
    let starts = letters.indices.filter { letters[$0] & 0xC0 != 0x80 }
    for cut in starts where cut > 0 {
      guard let tail = part(letters[cut...], isLast: true) else { continue }
      if let head = office(letters[..<cut]) ?? part(letters[..<cut], isLast: false) { return "\(head) \(tail)" }
      for inner in starts where inner > 0 && inner < cut {
        if let head = office(letters[..<inner]) ?? part(letters[..<inner], isLast: false),
          let middle = part(letters[inner..<cut], isLast: false)
        {
          return "\(head) \(middle) \(tail)"
        }
      }
    }
    return nil
  }

  /// Short acronyms have too many meanings to be parts: three letters at least, or a committee's two at the end.
  private func part(_ letters: ArraySlice<UInt8>, isLast: Bool) -> String? {
    let scalars = letters.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    guard scalars >= 3 || isLast && Self.committees.contains(String(decoding: letters, as: UTF8.self)) else { return nil }
    return lexicon.documentPart(ofUTF8: letters.span)?.spoken
  }

  private func office(_ letters: ArraySlice<UInt8>) -> String? {
    letters.count == 1 ? letters.first.flatMap { Self.heads[$0] } : nil
  }

  private static let committees: Set<String> = ["TU", "HU", "ĐU", "TW", "TP", "TX", "TT"]

  /// Offices whose names are written with one letter before another acronym.
  private static let heads: [UInt8: String] = [
    0x53: "sở", 0x50: "phòng", 0x42: "bộ", 0x48: "huyện", 0x58: "xã", 0x54: "tỉnh",
  ]
}
