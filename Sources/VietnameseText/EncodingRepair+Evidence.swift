extension EncodingRepair {
  /// What decoding would do to the words of a text.
  struct Evidence {
    /// No syllables as they stand, syllables when decoded.
    var gained = 0
    /// Changed by decoding into something that is no syllable.
    var lost = 0

    /// Two words at least, and at most one in four against.
    var isEnough: Bool { gained >= 2 && gained >= 3 * lost }
  }

  /// Decodes text in which TCVN3, VNI or VIQR was pasted as Latin letters; nil without enough evidence.
  ///
  /// Lines with letters that only Unicode has stay as they are.
  static func decodeLegacy(text: String) -> (String, EncodingFault)? {
    // Few lines of a Unicode text say anything either way.
    func place(_ offset: Int) -> String.Index { text.utf8.index(text.utf8.startIndex, offsetBy: offset) }
    let telling = self.lines(of: text).filter { $0.isOpen && ($0.hasLatin || $0.hasVIQRMark) }
      .map { Array(Substring(text.utf8[place($0.range.lowerBound)..<place($0.range.upperBound)]).unicodeScalars) }
      .filter { !$0.contains(where: isBeyondLatin1Letter) }
    let candidates: [LegacyEncoding] = [.tcvn3, .vni, .viqr]
    let judged = candidates.map { encoding in (encoding, telling.reduce(into: Evidence()) { weigh($1, encoding, &$0) }) }
    guard let best = judged.filter(\.1.isEnough).max(by: { $0.1.gained - $0.1.lost < $1.1.gained - $1.1.lost }) else {
      return nil
    }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
    let open = lines.indices.filter { !lines[$0].contains(where: isBeyondLatin1Letter) }
    let isMixed = open.count < lines.count
    var words = 0
    var decoded = lines
    for line in open {
      var evidence = Evidence()
      weigh(lines[line], best.0, &evidence)
      // In a file of one encoding the lines without evidence (`soá 144/TB-XNÑH`) are in it too.
      guard evidence.gained > 0 || !isMixed else { continue }
      decoded[line] = decode(lines[line], best.0, &words)
    }
    let joined = decoded.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
    return (joined, .legacy(best.0, words: words))
  }

  /// Decodes the bytes of a file that is no UTF-8; nil without enough evidence for any encoding.
  static func decodeLegacy(bytes: [UInt8]) -> (String, EncodingFault)? {
    let latin = String(String.UnicodeScalarView(bytes.map(windows1252Scalar)))
    let composed = cleanScalars(decodeCP1258(bytes)).0
    var evidence = Evidence()
    for line in composed.unicodeScalars.split(separator: "\n") {
      let scalars = Array(line)
      for word in runs(scalars[...], where: isWordScalar) where scalars[word].contains(where: { !$0.isASCII }) {
        if isSyllable(scalars[word]) { evidence.gained += 1 } else { evidence.lost += 1 }
      }
    }
    let asLatin = decodeLegacy(text: latin)
    // Each candidate is judged by the words beyond ASCII that it makes legal.
    if let asLatin, case .legacy(_, let words) = asLatin.1, words >= evidence.gained { return asLatin }
    return evidence.isEnough ? (composed, .legacy(.cp1258, words: evidence.gained)) : asLatin
  }

  private static func weigh(_ line: [Unicode.Scalar], _ encoding: LegacyEncoding, _ evidence: inout Evidence) {
    if encoding == .viqr {
      for word in runs(line[...], where: { !isSpace($0) }) {
        guard line[word].contains(where: { "^`~'(+*".unicodeScalars.contains($0) }) else { continue }
        if let decoded = decodeVIQR(line[word], endsSentence: endsSentence(line, word)) {
          if decoded.isStrong { evidence.gained += 1 }
        } else if hasMarkAfterVowel(line[word]) {
          evidence.lost += 1
        }
      }
      return
    }
    for word in runs(line[...], where: isWordScalar) {
      let written = line[word]
      guard written.contains(where: { !$0.isASCII }), written.contains(where: { $0.isASCII }) else { continue }
      let decoded = encoding == .tcvn3 ? decodeTCVN3(written) : decodeVNI(written)
      guard !decoded.elementsEqual(written) else {
        if !isSyllable(written) { evidence.lost += 1 }
        continue
      }
      switch (isSyllable(written), isSyllable(decoded[...])) {
      case (false, true): evidence.gained += 1
      // An acronym (`QĐ`) says nothing either way.
      case (_, false): if !decoded.allSatisfy(\.properties.isUppercase) { evidence.lost += 1 }
      case (true, true): break
      }
    }
  }

  private static func decode(
    _ line: [Unicode.Scalar], _ encoding: LegacyEncoding, _ words: inout Int
  ) -> [Unicode.Scalar] {
    var decoded: [Unicode.Scalar] = []
    var end = 0
    let ascii = line.filter { $0.isASCII && $0.properties.isAlphabetic }
    let inCapitals = ascii.count > 2 && ascii.allSatisfy(\.properties.isUppercase)
    let spans = encoding == .viqr ? runs(line[...], where: { !isSpace($0) }) : runs(line[...], where: isWordScalar)
    for word in spans {
      decoded += line[end..<word.lowerBound]
      end = word.upperBound
      let new: [Unicode.Scalar] =
        switch encoding {
        case .viqr: decodeVIQR(line[word], endsSentence: endsSentence(line, word))?.word ?? Array(line[word])
        case .vni: decodeVNI(line[word])
        default: decodeTCVN3(line[word], inCapitals: inCapitals)
        }
      if !new.elementsEqual(line[word]) { words += 1 }
      decoded += new
    }
    return decoded + line[end...]
  }

  /// Whether a VIQR word's last `.` or `?` is punctuation: nothing follows, or a capital.
  private static func endsSentence(_ line: [Unicode.Scalar], _ word: Range<Int>) -> Bool {
    guard let next = line[word.upperBound...].first(where: { !isSpace($0) }) else { return true }
    return next.properties.isUppercase || !next.properties.isAlphabetic
  }

  private static func hasMarkAfterVowel(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    zip(word, word.dropFirst()).contains { letter, mark in
      "^`~'".unicodeScalars.contains(mark) && "aeiouyAEIOUY".unicodeScalars.contains(letter)
    }
  }

  /// The ranges of a line's runs of scalars that satisfy a condition.
  static func runs(_ line: ArraySlice<Unicode.Scalar>, where isPart: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for place in line.indices {
      if isPart(line[place]) {
        if start == nil { start = place }
      } else if let begun = start {
        runs.append(begun..<place)
        start = nil
      }
    }
    if let start { runs.append(start..<line.endIndex) }
    return runs
  }

  static func isSyllable(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    Syllable(String(String.UnicodeScalarView(word))) != nil
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\r" }

  /// ASCII letters and the Latin-1 signs and letters that old encodings use as letters.
  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar.properties.isAlphabetic
      : scalar.value > 0xA0 && scalar.properties.isWhitespace == false
        && scalar.value < 0x2000
  }

  private static func isBeyondLatin1Letter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x102 && scalar.value < 0x1B1 && !windows1252.contains(scalar)
      || scalar.value >= 0x1EA0 && scalar.value < 0x1EFA || scalar.value >= 0x300 && scalar.value < 0x370
  }
}
