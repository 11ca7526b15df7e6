extension Passage {
  /// Plates, codes and mixtures that begin with digits: `98A-123.45`, `000.12.34.H02-250301-0005`, `5A1`, `29T2`.
  func identifier(_ place: Int) -> Match? { code(place) ?? mixedCode(place) ?? dottedNumbers(place) }

  /// `2.1.3`, `192.168.1.1`: versions and addresses.
  private func dottedNumbers(_ place: Int) -> Match? {
    var end = place + 1
    guard isMark(end, "."), isDigits(end + 1) else { return nil }
    var words = [NumberWords.cardinal(self[place].key)]
    while words.count < 8, isMark(end, "."), let number = value(end + 1, digits: 1...4) {
      words.append(NumberWords.cardinal(UInt64(number)))
      end += 2
    }
    guard words.count > 2, !isDigits(end), !isWord(end), let numeral = numeral(place), numeral.end < end else { return nil }
    return Match(end: end, spoken: words.joined(separator: " chấm "), semioticClass: .identifier, rule: .version)
  }

  /// A vehicle's plate: province, series, four or five digits.
  func plate(_ place: Int) -> Match? {
    guard value(place, digits: 2...2) != nil else { return nil }
    var next = place + 1
    if isDash(next) { next += 1 }
    guard isWord(next), self[next].letterCase == .upper, self[next].count <= 2 else { return nil }
    let series = LetterNames.spell(text(next).unicodeScalars)
    guard !series.isEmpty else { return nil }
    var groups = ["\(NumberWords.digits(slice(place, place + 1))) \(series)"]
    next += 1
    if let series = value(next, digits: 1...1) {
      groups[0] += " \(NumberWords.cardinal(UInt64(series)))"
      next += 1
    }
    let isTight = isDash(next) || isMark(next, ".")
    guard isTight || isBlank(next), isDigits(next + 1) else { return nil }
    next += 1
    let first = slice(next, next + 1)
    if first.count == 3, isMark(next + 1, "."), value(next + 2, digits: 2...2) != nil {
      groups.append(NumberWords.digits(first))
      groups.append(NumberWords.digits(slice(next + 2, next + 3)))
      next += 3
    } else if first.count == 4 || first.count == 5, isTight || cue(Self.plateCue, before: place, within: 3) {
      groups.append(NumberWords.digits(first))
      next += 1
    } else {
      return nil
    }
    guard !isDigits(next), !isWord(next) else { return nil }
    return Match(end: next, spoken: groups.joined(separator: ", "), semioticClass: .identifier, rule: .plate)
  }

  /// `BS 29-H1 456.78`, `BKS: 98A-123.45`: no physician and no board of control before a plate.
  func plateName(_ place: Int) -> Match? {
    let words: String
    switch text(place) {
    case "BS": words = "biển số"
    case "BKS": words = "biển kiểm soát"
    default: return nil
    }
    let number = isMark(place + 1, ":") ? skipBlank(place + 2) : skipBlank(place + 1)
    guard isDigits(number), plate(number) != nil else { return nil }
    return Match(end: place + 1, spoken: words, semioticClass: .abbreviation, rule: .abbreviation)
  }

  /// Three groups and more of digits and letters parted by points, dashes or slashes: said one by one.
  func code(_ place: Int) -> Match? {
    guard
      isMark(place + 1, anyOf: ".-_/") || isDash(place + 1) || isWord(place + 1) || isWord(place)
        || isBlank(place + 1) && isDigits(place + 2)
    else { return nil }
    let hasCue = cue(Cues.digitwise, before: place, within: 3)
    var end = place
    /// Where each group begins.
    var groups: [Int] = []
    var digits = 0
    var letters = 0
    var isInGroup = false
    while end - place < 40 {
      let atom = self[end]
      if atom.kind == .digits || atom.kind == .word && atom.letterCase == .upper && atom.count <= 4 {
        digits += atom.kind == .digits ? Int(atom.count) : 0
        letters += atom.kind == .word ? 1 : 0
        if !isInGroup { groups.append(end) }
        isInGroup = true
      } else if isInGroup, hasCue, isBlank(end), isDigits(end + 1), self[end + 1].count >= 3, isDigits(end - 1) {
        isInGroup = false
      } else if isInGroup, isMark(end, anyOf: ".-_/") || isDash(end), isDigits(end + 1) || isWord(end + 1) {
        isInGroup = false
      } else {
        break
      }
      end += 1
    }
    guard isInGroup, !isWord(end), groups.count > 1, digits <= 40 else { return nil }
    guard
      groups.count >= 3 && digits >= 8 && isWord(place)
        || groups.count >= 4 && digits >= 8 && (letters > 0 || self[place].count > 3 || bytes[Int(self[place].start)] == 0x30)
        || hasCue && digits >= 4
    else { return nil }
    // Letters of other alphabets have no names.
    let names = groups.compactMap { codeGroup($0, before: end) }
    guard names.count == groups.count else { return nil }
    return Match(
      end: end, spoken: names.joined(separator: ", "), semioticClass: .identifier, rule: .code
    )
  }

  /// The digits and letters from `place` on, one by one, up to the next mark or blank.
  private func codeGroup(_ place: Int, before end: Int) -> String? {
    var words: [String] = []
    var next = place
    while next < end, isDigits(next) || isWord(next) {
      words.append(isDigits(next) ? NumberWords.digits(slice(next, next + 1)) : LetterNames.spell(text(next).unicodeScalars))
      next += 1
    }
    return words.contains("") ? nil : words.joined(separator: " ")
  }

  /// `5A1`, `29T2`, `B3C`, `H5N1`: letters by name, short numbers as numbers.
  func mixedCode(_ place: Int) -> Match? {
    var end = place
    var words: [String] = []
    while end - place < 8 {
      let atom = self[end]
      if atom.kind == .digits {
        words.append(codeNumber(end))
        // `PM2.5`
        if end > place, isMark(end + 1, anyOf: ".,"), isDigits(end + 2), !isMark(end + 3, ".") {
          words += [isMark(end + 1, ".") ? "chấm" : "phẩy", NumberWords.digits(slice(end + 2, end + 3))]
          end += 2
        }
      } else if atom.kind == .word, atom.count <= 6, atom.letterCase != .lower || atom.count == 1 {
        words.append(LetterNames.spell(text(end).unicodeScalars))
      } else {
        break
      }
      end += 1
    }
    guard end - place > 1, !isWord(end), !isDigits(end), !words.contains("") else { return nil }
    return Match(end: end, spoken: words.joined(separator: " "), semioticClass: .identifier, rule: .mixedCode)
  }

  /// A number inside a code: up to three digits without a leading zero are a number, more are digits.
  func codeNumber(_ place: Int) -> String {
    let digits = slice(place, place + 1)
    if digits.count <= 3, digits.first != 0x30 || digits.count == 1 { return NumberWords.cardinal(self[place].key) }
    return NumberWords.digits(digits)
  }

  /// `km12+300`, `Km 5 + 200`.
  func kilometre(_ place: Int) -> Match? {
    guard isWord(place, Self.km) else { return nil }
    let first = skipBlank(place + 1)
    guard let kilometres = value(first, digits: 1...4) else { return nil }
    let plus = skipBlank(first + 1)
    let metres = skipBlank(plus + 1)
    guard isMark(plus, "+"), let rest = value(metres, digits: 1...4) else {
      guard !isMark(first + 1, anyOf: "/,."), !isDigits(place - 1), !isDigits(place - 2) else { return nil }
      return Match(
        end: first + 1, spoken: "ki lô mét \(NumberWords.cardinal(UInt64(kilometres)))", semioticClass: .identifier,
        rule: .station)
    }
    return Match(
      end: metres + 1,
      spoken: "ki lô mét \(NumberWords.cardinal(UInt64(kilometres))) cộng \(NumberWords.cardinal(UInt64(rest)))",
      semioticClass: .identifier, rule: .station)
  }

  private static let km = Key(word: "km")
  private static let plateCue = CueSet("biển số,biển kiểm soát,bks,xe,biển,mang biển,ô tô,xe máy,xe tải,bsx,số")
}
