/// One text being read: line by line, atom by atom, into utterances.
struct Reading {
  private var passage: Passage
  private var phraser = Phraser()

  init(passage: Passage) { self.passage = passage }

  mutating func utterances() -> [Utterance] { phraser.finish() }

  mutating func run() {
    let count = passage.atoms.count
    var start = 0
    while start < count {
      let end = lineEnd(from: start)
      if end > start { line(start..<end) }
      start = lineEnds(from: end)
    }
  }

  /// Where the line that begins at `start` ends; a sentence wrapped by hand goes on over the line's end.
  private func lineEnd(from start: Int) -> Int {
    let atoms = passage.atoms
    var end = start
    while end < atoms.count {
      if atoms[end].kind == .lineEnd, !isWrapped(start: start, end: end) { return end }
      end += 1
    }
    return end
  }

  /// Whether a long line without a closing mark goes on with a small letter.
  private func isWrapped(start: Int, end: Int) -> Bool {
    let atoms = passage.atoms
    guard end + 1 < atoms.count, end > start, atoms[end - 1].kind == .word || atoms[end - 1].key == 0x2C else { return false }
    let next = atoms[end + 1]
    guard next.kind == .word, next.letterCase == .lower, next.count > 1 || passage.isTonedLetter(next) else { return false }
    return Int(atoms[end].start) - Int(atoms[start].start) >= 60
  }

  /// Line ends as silent tokens, with the pause they mean; the place after them.
  private mutating func lineEnds(from place: Int) -> Int {
    var place = place
    var ends = 0
    while place < passage.atoms.count, passage.atoms[place].kind == .lineEnd {
      phraser.add(SpokenToken(range: passage.atoms[place].range, semioticClass: .silent, spoken: "", rule: .lineEnd))
      ends += 1
      place += 1
    }
    if ends > 1 { phraser.end(.paragraph) }
    return place
  }

  private mutating func line(_ range: Range<Int>) {
    passage.stretch = range
    passage.isCapitals = false
    let shape = passage.lineShape()
    passage.isCapitals = shape.isCapitals
    phraser.role = shape.role
    var place = range.lowerBound
    while place < shape.body {
      let rule: Rule = passage.isBlank(place) ? .blank : .bullet
      phraser.add(SpokenToken(range: passage.atoms[place].range, semioticClass: .silent, spoken: "", rule: rule))
      place += 1
    }
    if let marker = shape.marker { place = emit(marker, from: place) }
    while place < range.upperBound {
      // Blanks are every second atom; only a tab means anything.
      if passage.atoms[place].kind == .blank, passage.atoms[place].key != 0x09 {
        phraser.addSilence(passage.atoms[place].range, .blank)
        place += 1
        continue
      }
      if passage.isPlainWord(place) {
        phraser.addWord(passage.atoms[place].range, passage.text(place))
        place += 1
        continue
      }
      if passage.atoms[place].kind == .mark, let definition = passage.defining(place) {
        passage.definitions[definition.key] = definition.spoken
      }
      place = emit(passage.read(place), from: place)
    }
    switch shape.role {
    case .heading: phraser.end(.heading)
    case .item: phraser.end(.item)
    case .body, .repetition: phraser.end(.sentence)
    }
  }

  /// Turns a match into tokens; returns the place after it.
  private mutating func emit(_ match: Match, from place: Int) -> Int {
    var next = place
    for part in match.parts { next = emit(part, from: next) }
    guard match.parts.isEmpty else { return next }
    let end = min(max(match.end, place + 1), passage.stretch.upperBound)
    let atoms = passage.atoms
    let range = Int(atoms[place].start)..<Int(atoms[end - 1].end)
    phraser.add(
      SpokenToken(
        range: range, semioticClass: match.semioticClass, spoken: match.spoken, rule: match.rule, flag: match.flag))
    phraser.end(match.pause)
    return end
  }
}
