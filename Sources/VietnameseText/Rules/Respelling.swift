/// Vietnamese syllables for words that are not written in Vietnamese.
enum Respelling {
  /// A word cut into legal toneless syllables (`betaco`: "be ta co"), else the rules of foreign letters; nil when neither works.
  static func syllables(_ word: String) -> String? {
    guard word.utf8.count <= 40 else { return nil }
    guard let parts = chain(Array(word.utf8)) else { return ForeignSpelling.respell(word) }
    return parts.split(separator: " ").map { opened(String($0)) }.joined(separator: " ")
  }

  /// Foreign e and o at a syllable's end are ê and ô.
  private static func opened(_ syllable: String) -> String {
    guard syllable.utf8.count > 1, let last = syllable.last, last == "e" || last == "o" else { return syllable }
    let closed = syllable.dropLast() + (last == "e" ? "ê" : "ô")
    return Syllable(closed) == nil ? syllable : String(closed)
  }

  /// The fewest legal syllables that make up `word`, or nil.
  static func chain(_ word: [UInt8]) -> String? {
    guard !word.isEmpty, word.count <= 40 else { return nil }
    var best = [(parts: Int, from: Int, said: String)?](repeating: nil, count: word.count + 1)
    best[0] = (0, 0, "")
    for end in 1...word.count {
      for start in stride(from: end - 1, through: max(0, end - 9), by: -1) {
        guard let reached = best[start], best[end].map({ reached.parts + 1 <= $0.parts }) ?? true else { continue }
        // A vowel alone is a syllable only at the start (`internet` is no "i n ter…").
        if end - start == 1, start > 0, end < word.count { continue }
        guard let said = said(word[start..<end]) else { continue }
        best[end] = (reached.parts + 1, start, said)
      }
    }
    var parts: [String] = []
    var end = word.count
    while end > 0 {
      guard let step = best[end] else { return nil }
      parts.append(step.said)
      end = step.from
    }
    return parts.reversed().joined(separator: " ")
  }

  /// A legal syllable as it is, with the vowel its diacritics were stripped from (`tien`: "tiên"), or with the rising tone
  /// a toneless stop needs (`hip`: "híp").
  private static func said(_ letters: ArraySlice<UInt8>) -> String? {
    if Syllable.isLegal(utf8: letters.span) { return String(decoding: letters, as: UTF8.self) }
    guard letters.count > 1, let last = letters.last else { return nil }
    for (plain, dressed) in [("ie", "iê"), ("ye", "yê"), ("uo", "ươ"), ("uo", "uô"), ("e", "ê")] {
      guard let place = find(Array(plain.utf8), in: letters) else { continue }
      let written = Array(letters[..<place]) + Array(dressed.utf8) + Array(letters[(place + plain.utf8.count)...])
      if let syllable = Syllable(utf8: written.span) { return syllable.spelled }
      let toned = written + [0xCC, 0x81]
      if let syllable = Syllable(utf8: toned.span) { return syllable.spelled }
    }
    guard [0x63, 0x68, 0x70, 0x74].contains(last) else { return nil }
    let toned = Array(letters) + [0xCC, 0x81]
    return Syllable(utf8: toned.span)?.spelled
  }

  private static func find(_ part: [UInt8], in letters: ArraySlice<UInt8>) -> Int? {
    guard letters.count >= part.count else { return nil }
    return (letters.startIndex...letters.endIndex - part.count).first { letters[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// The part of a highland name after its apostrophe.
  static func name(_ word: String) -> String? {
    if Syllable.isLegal(utf8: Array(word.utf8).span) { return word }
    return minorityName(word) ?? syllables(word)
  }

  /// A consonant before an apostrophe or another consonant: `h` is "hờ".
  static func onset(_ letters: String) -> String? {
    let written = letters == "k" ? "c" : letters
    for form in [written + "ờ", written] where Syllable.isLegal(utf8: Array(form.utf8).span) { return form }
    return nil
  }

  /// Names of the highlands: a final k is c, a cluster is parted (`Krông`: "cờ rông"); nil when that gives no syllable.
  static func minorityName(_ word: String) -> String? {
    var letters = Array(word.unicodeScalars)
    guard letters.count >= 2, letters.count <= 12 else { return nil }
    // `Bh`, `Dh`: a breath Vietnamese does not have; d is đ there.
    if letters.count > 2, letters[1] == "h", "bdđjm".unicodeScalars.contains(letters[0]) {
      letters.remove(at: 1)
      if letters[0] == "d" { letters[0] = "đ" }
    }
    if letters.last == "k" { letters[letters.count - 1] = "c" }
    var head = ""
    if "bcdđgkmpstvr".unicodeScalars.contains(letters[0]), "lrjy".unicodeScalars.contains(letters[1]), letters.count > 2,
      !(letters[0] == "t" && letters[1] == "r"), letters[1] != "y", let first = onset(String(letters[0]))
    {
      head = first + " "
      letters.removeFirst()
    }
    for (written, read) in [("ŏ", "o"), ("ĭ", "i"), ("ŭ", "u"), ("ĕ", "e"), ("č", "ch"), ("ƀ", "b")] {
      letters = letters.flatMap { String($0) == written ? Array(read.unicodeScalars) : [$0] }
    }
    if letters.first == "k", letters.count > 1, !"eêiy".unicodeScalars.contains(letters[1]) { letters[0] = "c" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    let tail = String(text)
    return Syllable.isLegal(utf8: Array(tail.utf8).span) && (head != "" || tail != word) ? head + tail : nil
  }
}
