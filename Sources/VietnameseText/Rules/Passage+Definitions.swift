extension Passage {
  /// `chuyển đổi số (CĐS)`: the bracket is silent, since the words were just said.
  func definition(_ place: Int) -> Match? {
    guard let bracket = bracketedAcronym(place), explained(bracket.letters, endingAt: place) != nil else { return nil }
    return .silent(bracket.end, .definition)
  }

  /// What a bracket at `place` defines for the rest of the notice.
  func defining(_ place: Int) -> (key: Key, spoken: String)? {
    guard isMark(place, "("), let bracket = bracketedAcronym(place),
      let start = explained(bracket.letters, endingAt: place)
    else { return nil }
    let words = (start..<place).filter { isWord($0) }.map { text($0).lowercased() }
    guard words.allSatisfy({ Syllable.isLegal(utf8: Array($0.utf8).span) }) else { return nil }
    return (Key(exact: slice(bracket.first, bracket.last + 1)), words.joined(separator: " "))
  }

  /// The reading of an acronym the notice has explained.
  func defined(_ place: Int) -> Match? {
    guard self[place].letterCase == .upper, self[place].count > 1 else { return nil }
    var end = place + 1
    while end - place < 6, isMark(end, anyOf: "-&"), isWord(end + 1) { end += 2 }
    while end > place {
      if let spoken = definitions[Key(exact: slice(place, end))] {
        return Match(end: end, spoken: spoken, semioticClass: .acronym, rule: .defined)
      }
      end -= 2
    }
    return nil
  }

  /// `05 (năm) ngày`, `1.000.000 (một triệu) đồng`: the bracket repeats the number and is silent.
  func spelledNumber(_ place: Int) -> Match? {
    guard isWord(skipBlank(place + 1)) else { return nil }
    var last = isBlank(place - 1) ? place - 2 : place - 1
    let closing: Key? = isWord(last) ? self[last].key : nil
    if closing != nil { last = isBlank(last - 1) ? last - 2 : last - 1 }
    guard isDigits(last) else { return nil }
    var first = last
    while last - first < 12, isMark(first - 1, anyOf: ".,"), isDigits(first - 2) { first -= 2 }
    guard let numeral = numeral(first), numeral.end == last + 1, !numeral.isLong else { return nil }
    var next = skipBlank(place + 1)
    for word in spoken(numeral).split(separator: " ") {
      guard isWord(next) else { return nil }
      let key = self[next].key
      let isFree = Self.freeForms[Key(word: word)].map { $0 == key } ?? false
      guard key == Key(word: word) || isFree else { return nil }
      next = skipBlank(next + 1)
    }
    if let closing, isWord(next, closing) { next = skipBlank(next + 1) }
    if isWord(next, Key(word: "chẵn")) { next = skipBlank(next + 1) }
    if isMark(next, ".") { next += 1 }
    return isMark(next, ")") ? .silent(next + 1, .definition) : nil
  }

  private static let freeForms: [Key: Key] = [
    Key(word: "nghìn"): Key(word: "ngàn"), Key(word: "linh"): Key(word: "lẻ"), Key(word: "tỷ"): Key(word: "tỉ"),
    Key(word: "tư"): Key(word: "bốn"), Key(word: "bảy"): Key(word: "bẩy"), Key(word: "lăm"): Key(word: "nhăm"),
  ]

  private struct Bracket {
    var letters: [UInt32]
    var first: Int
    var last: Int
    var end: Int
  }

  /// `(CĐS)`, `(gọi tắt là CĐS)`, `(viết tắt: KT-XH)`.
  private func bracketedAcronym(_ place: Int) -> Bracket? {
    guard isMark(place, "(") else { return nil }
    var first = skipBlank(place + 1)
    if isWord(first), self[first].letterCase != .upper {
      var steps = 0
      while steps < 12, isBlank(first) || isMark(first, ":") || isMark(first, "\"") || self[first].letterCase != .upper {
        guard isBlank(first) || isMark(first, anyOf: ":\"") || isWord(first),
          Self.preface.contains(self[first].key) || !isWord(first)
        else { return nil }
        first += 1
        steps += 1
      }
    }
    if isMark(first, "\"") { first += 1 }
    var last = first
    var letters: [UInt32] = []
    while last - first < 8 {
      guard isWord(last), self[last].letterCase == .upper else { return nil }
      letters += text(last).unicodeScalars.map { Letters.lower($0.value) }
      guard isMark(last + 1, anyOf: "-&"), isWord(last + 2) else { break }
      last += 2
    }
    var end = last + 1
    if isMark(end, "\"") { end += 1 }
    end = skipBlank(end)
    guard isMark(end, ")"), (2...12).contains(letters.count) else { return nil }
    return Bracket(letters: letters, first: first, last: last, end: end + 1)
  }

  /// Where the words begin whose initials these letters are; "và" and the like may have no letter.
  private func explained(_ letters: [UInt32], endingAt place: Int) -> Int? {
    var index = letters.count - 1
    var word = place - 1
    var skipped = 0
    var start = place
    while index >= 0 {
      while isBlank(word) || isMark(word, anyOf: ",-&\"") { word -= 1 }
      guard isWord(word), let initial = text(word).unicodeScalars.first else { return nil }
      if Letters.lower(initial.value) == letters[index] {
        index -= 1
        start = word
      } else {
        guard Self.joiners.contains(self[word].key), skipped < 3 else { return nil }
        skipped += 1
      }
      word -= 1
    }
    return start
  }

  private static let preface = Set(
    ["gọi", "tắt", "là", "viết", "sau", "đây", "được", "dưới", "chung"].map { Key(word: $0) })
  private static let joiners = Set(["và", "của", "cho", "về", "các"].map { Key(word: $0) })
}
