extension Passage {
  /// Whether a cue phrase stands before `place`, its last word at most `words` words away, in the same clause.
  func cue(_ cues: CueSet, before place: Int, within words: Int = 1) -> Bool {
    var keys: (Key, Key, Key) = (0, 0, 0)
    var seen = 0
    var place = place - 1
    // Marks and blanks may stand between; their number is bounded so that a long run of them costs nothing.
    var budget = 4 * (words + CueSet.longestPhrase)
    while seen < words + CueSet.longestPhrase, budget > 0 {
      let atom = self[place]
      switch atom.kind {
      case .outside, .lineEnd: budget = 0
      case .blank: break
      case .mark: if !isSoftMark(place) { budget = 0 }
      case .word, .digits:
        keys = (atom.kind == .word ? atom.key : 0, keys.0, keys.1)
        seen += 1
        if phraseStarts(cues, with: keys, seen: seen, words: words) { return true }
      }
      place -= 1
      budget -= 1
    }
    return false
  }

  /// Whether a phrase that starts at the word just reached ends within `words` words of the place asked about.
  private func phraseStarts(_ cues: CueSet, with keys: (Key, Key, Key), seen: Int, words: Int) -> Bool {
    if seen <= words, cues.contains(keys.0) { return true }
    guard seen >= 2 else { return false }
    let two = keys.0.followed(by: keys.1)
    if seen - 1 <= words, cues.contains(two) { return true }
    return seen >= 3 && seen - 2 <= words && cues.contains(two.followed(by: keys.2))
  }

  /// Whether a cue phrase starts at `place`, after an optional blank.
  func cue(_ cues: CueSet, at place: Int) -> Bool {
    let first = skipBlank(place)
    guard isWord(first) else { return false }
    var key = self[first].key
    if cues.contains(key) { return true }
    var place = first
    for _ in 1..<CueSet.longestPhrase {
      guard isBlank(place + 1), isWord(place + 2) else { return false }
      place += 2
      key = key.followed(by: self[place].key)
      if cues.contains(key) { return true }
    }
    return false
  }

  /// The key of the word before `place`, over blanks only.
  func wordBefore(_ place: Int) -> Key? {
    let word = isBlank(place - 1) ? place - 2 : place - 1
    return isWord(word) ? self[word].key : nil
  }

  /// Marks a cue reaches over: `ĐT: (0912)`.
  private func isSoftMark(_ place: Int) -> Bool {
    isMark(place, anyOf: ":(\")./-+#*'") || isDash(place) || self[place].key > 0x2000
  }
}
