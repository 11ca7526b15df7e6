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

  /// `SLĐTBXH` is S and LĐTBXH: the fewest known parts, of which the head may be one letter with a known meaning.
  private func joined(_ letters: [UInt8]) -> String? {
    guard letters.count >= 4, letters.count <= 24 else { return nil }
    let starts = letters.indices.filter { letters[$0] & 0xC0 != 0x80 }
    for cut in starts where cut > 0 {
      guard let tail = part(letters[cut...], isHead: false) else { continue }
      if let head = part(letters[..<cut], isHead: true) { return "\(head) \(tail)" }
      for inner in starts where inner > 0 && inner < cut {
        if let head = part(letters[..<inner], isHead: true), let middle = part(letters[inner..<cut], isHead: false) {
          return "\(head) \(middle) \(tail)"
        }
      }
    }
    return nil
  }

  private func part(_ letters: ArraySlice<UInt8>, isHead: Bool) -> String? {
    let scalars = letters.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    if scalars == 1 {
      return isHead ? letters.first.flatMap { Self.heads[$0] } : nil
    }
    return lexicon.documentPart(ofUTF8: letters.span)?.spoken
  }

  /// Offices whose names are written with one letter before another acronym.
  private static let heads: [UInt8: String] = [
    0x53: "sở", 0x50: "phòng", 0x42: "bộ", 0x48: "huyện", 0x58: "xã", 0x54: "tỉnh",
  ]
}
