extension Passage {
  /// E-mail and web addresses that begin at a word or number.
  func electronic(_ place: Int) -> Match? {
    guard isMark(place + 1, anyOf: ".@:-_/+") || isDigits(place + 1), !isMark(place - 1, "@") else { return nil }
    guard let end = addressEnd(place) else { return nil }
    return address(place, end)
  }

  /// A hashtag: the sign, then the name in syllables.
  func hashtag(_ place: Int) -> Match? {
    guard isMark(place, "#"), isWord(place + 1) else { return nil }
    var end = place + 2
    while end - place < 12, isWord(end) || isDigits(end) || isMark(end, "_") { end += 1 }
    let sign = Match(end: place + 1, spoken: "thăng", semioticClass: .electronic, rule: .hashtag)
    return Match(
      end: end, spoken: "", semioticClass: .electronic, rule: .hashtag, parts: [sign] + pieces(place + 1, end))
  }

  /// The end of an address that begins here, or nil when this is none.
  private func addressEnd(_ place: Int) -> Int? {
    var end = place
    var atSign: Int?
    var lastDot: Int?
    var hasScheme = false
    // The host begins within so many atoms: rows of numbers are left early.
    while end - place < (lastDot == nil && atSign == nil && !hasScheme ? 30 : 60) {
      let atom = self[end]
      if atom.kind == .word || atom.kind == .digits {
        end += 1
      } else if isMark(end, anyOf: ".@-_/:?=&%+~#"), isWord(end + 1) || isDigits(end + 1) || isMark(end + 1, "/") {
        if isMark(end, "@") { atSign = end }
        if isMark(end, ".") { lastDot = end }
        if isMark(end, ":") {
          guard isMark(end + 1, "/"), isMark(end + 2, "/") || isWord(end + 2) else { break }
          hasScheme = true
        }
        end += 1
      } else {
        break
      }
    }
    if isMark(end, "/"), isMark(end - 1, "/") == false, lastDot != nil, !isMark(end + 1, ".") { end += 1 }
    if let atSign, let lastDot, lastDot > atSign, isWord(end - 1) { return end }
    if hasScheme || isWord(place, Self.www) { return lastDot == nil ? nil : end }
    return lastDot != nil && hasDomain(place, end) ? end : nil
  }

  /// Whether the host part ends with a known domain, followed by nothing or a path.
  private func hasDomain(_ place: Int, _ end: Int) -> Bool {
    var dot = place
    while dot < end {
      if isMark(dot, "/") { return false }
      if isMark(dot, "."), isWord(dot + 1), Self.domains[self[dot + 1].key] != nil,
        dot + 2 >= end || isMark(dot + 2, "/") || isMark(dot + 2, "?")
      {
        // `xã.Com` is a sentence's end.
        return self[dot + 1].letterCase == self[dot - 1].letterCase
          || self[dot + 1].letterCase == .lower
            && !containsTone(in: place..<dot)
      }
      dot += 1
    }
    return false
  }

  private func containsTone(in places: Range<Int>) -> Bool {
    slice(places.lowerBound, places.upperBound).contains { $0 >= 0x80 }
  }

  private func address(_ place: Int, _ end: Int) -> Match {
    let isMail = (place..<end).contains { isMark($0, "@") }
    return Match(
      end: end, spoken: "", semioticClass: .electronic, rule: isMail ? .email : .address, parts: pieces(place, end))
  }

  /// An address in pieces: names, and signs by their names.
  private func pieces(_ place: Int, _ end: Int) -> [Match] {
    var parts: [Match] = []
    var next = place
    while next < end {
      let start = next
      next += 1
      if isWord(start) {
        parts.append(electronicName(start))
        continue
      }
      if isDigits(start) {
        parts.append(Match(end: next, spoken: codeNumber(start), semioticClass: .electronic, rule: .address))
        continue
      }
      // The scheme is not said.
      if isMark(start, ":"), isMark(next, "/") {
        while next < end, isMark(next, "/") { next += 1 }
        parts = parts.map { Match.silent($0.end, .address) }
        parts.append(.silent(next, .address))
        continue
      }
      let name = Self.signs[self[start].key]
      parts.append(
        Match(end: next, spoken: name ?? "", semioticClass: name == nil ? .silent : .electronic, rule: .address))
    }
    return parts
  }

  /// A name inside an address: a domain, a lexicon word, or a chain of toneless syllables.
  private func electronicName(_ place: Int) -> Match {
    let atom = self[place]
    var match = Match(end: place + 1, spoken: "", semioticClass: .electronic, rule: .electronicName)
    if let domain = Self.domains[atom.key] {
      match.spoken = domain
      if Self.kept.contains(atom.key) { return match }
      match.rule = .address
      return match
    }
    let lower = text(place).lowercased()
    if atom.count < Atom.longestRun, let entry = lexicon.senses(of: lower).first, entry.kind == .foreign {
      match.spoken = entry.spoken
      return match
    }
    if let joined = acronymAndSyllables(lower) {
      match.spoken = joined
    } else if let chain = Respelling.chain(Array(lower.utf8)) {
      match.spoken = chain
    } else if atom.count > 4, let respelled = ForeignSpelling.respell(lower) {
      match.spoken = respelled
    } else {
      match.spoken = LetterNames.spell(lower.unicodeScalars)
    }
    return match
  }

  /// `ubndhoaphu`: a known acronym by its letters, then syllables.
  private func acronymAndSyllables(_ name: String) -> String? {
    let letters = Array(name.utf8)
    guard (4...40).contains(letters.count) else { return nil }
    for length in stride(from: min(8, letters.count - 2), through: 2, by: -1) {
      let acronym = letters[..<length]
      guard lexicon.senses(ofUTF8: acronym.span).contains(where: { $0.kind == .acronym || $0.kind == .foreign }),
        let rest = Respelling.chain(Array(letters[length...]))
      else { continue }
      let spelled = LetterNames.spell(String(decoding: acronym, as: UTF8.self).unicodeScalars)
      return "\(spelled) \(rest)"
    }
    return nil
  }

  private static let www = Key(word: "www")

  private static let domains = KeyTable(
    [
      ("vn", "vê nờ"), ("gov", "gốp"), ("com", "com"), ("net", "nét"), ("org", "o rờ gờ"), ("edu", "e đu"), ("info", "in phô"),
      ("io", "i ô"), ("www", "vê kép vê kép vê kép"), ("html", "hát tê em lờ"), ("me", "mi"), ("asia", "a si a"), ("gl", "gờ lờ"),
      ("ly", "lờ i dài"), ("tv", "ti vi"), ("app", "áp"), ("biz", "bi"), ("name", "nêm"), ("pro", "pờ rô"),
      ("xyz", "ích i dài dét"),
      ("htm", "hát tê em"), ("php", "pê hát pê"), ("pdf", "pê đê ép"), ("us", "u ét"), ("cn", "xê en"), ("be", "bê"),
    ].map { (Key(word: $0.0), $0.1) })

  /// Domains that stay as they are written where the reading is shown.
  private static let kept = CueSet("gov,com,net,org,edu,info")

  private static let signs: [UInt64: String] = [
    0x2E: "chấm", 0x40: "a còng", 0x2D: "gạch ngang", 0x5F: "gạch dưới", 0x2F: "gạch chéo", 0x3A: "hai chấm",
    0x3F: "hỏi chấm", 0x3D: "bằng", 0x26: "và", 0x25: "phần trăm", 0x2B: "cộng", 0x7E: "ngã", 0x23: "thăng",
  ]
}
