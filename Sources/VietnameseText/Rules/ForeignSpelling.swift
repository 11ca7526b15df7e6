/// Rules of thumb from Latin letters of other languages to Vietnamese syllables, the way newspapers respell them.
enum ForeignSpelling {
  /// Syllables for `word`, every one legal; nil when a part cannot be said.
  static func respell(_ word: String) -> String? {
    var letters = Array(word.lowercased().utf8)
    guard letters.allSatisfy({ $0 &- 0x61 < 26 }), letters.contains(where: isVowel) else { return nil }
    if letters.count > 3, letters.last == 0x65, !isVowel(letters[letters.count - 2]) { letters.removeLast() }
    var syllables: [String] = []
    var place = 0
    while place < letters.count {
      let consonants = run(letters, &place, vowels: false)
      let vowels = run(letters, &place, vowels: true)
      if vowels.isEmpty {
        guard appendTail(consonants, to: &syllables) else { return nil }
        break
      }
      var onset = consonants
      // Between vowels, all consonants but the last close the syllable before.
      if !syllables.isEmpty, consonants.count > 1 {
        let kept = keptOnset(consonants)
        if !close(&syllables, with: Array(consonants.dropLast(kept))) { return nil }
        onset = Array(consonants.suffix(kept))
      }
      guard append(onset, vowels, to: &syllables) else { return nil }
    }
    return syllables.isEmpty ? nil : syllables.joined(separator: " ")
  }

  private static func isVowel(_ letter: UInt8) -> Bool { [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(letter) }

  private static func run(_ letters: [UInt8], _ place: inout Int, vowels: Bool) -> [UInt8] {
    let start = place
    while place < letters.count, isVowel(letters[place]) == vowels { place += 1 }
    return Array(letters[start..<place])
  }

  /// How many final consonants begin the next syllable.
  private static func keptOnset(_ consonants: [UInt8]) -> Int {
    let tail = String(decoding: consonants.suffix(2), as: UTF8.self)
    return ["th", "ph", "ch", "tr", "sh", "kh", "bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "pl", "pr"]
      .contains(tail) ? 2 : 1
  }

  private static func append(_ consonants: [UInt8], _ vowels: [UInt8], to syllables: inout [String]) -> Bool {
    var parts = split(String(decoding: consonants, as: UTF8.self))
    let last = parts.popLast() ?? ""
    for part in parts {
      guard let said = legal(onset(part) + "ờ") else { return false }
      syllables.append(said)
    }
    let written = String(decoding: vowels, as: UTF8.self)
    for (index, vowel) in (Self.vowels[written].map { [$0] } ?? written.map { Self.vowels[String($0)] ?? String($0) })
      .enumerated()
    {
      let spoken = index == 0 ? onset(last, before: vowel) + vowel : vowel
      guard let said = legal(spoken) else { return false }
      syllables.append(said)
    }
    return true
  }

  /// Consonants of an onset, digraphs kept.
  private static func split(_ consonants: String) -> [String] {
    var parts: [String] = []
    for letter in consonants {
      let pair = (parts.last ?? "") + String(letter)
      if ["th", "ph", "ch", "tr", "sh", "kh", "nh", "ng", "qu", "ck"].contains(pair) {
        parts[parts.count - 1] = pair
      } else if parts.last != String(letter) {
        parts.append(String(letter))
      }
    }
    return parts
  }

  private static func onset(_ consonant: String, before vowel: String = "ờ") -> String {
    let isFront = vowel.first.map { "eêiy".contains($0) } ?? false
    switch consonant {
    case "c", "k", "q", "ck": return consonant == "c" && isFront ? "x" : isFront ? "k" : "c"
    case "g": return isFront ? "gh" : "g"
    case "d": return "đ"
    case "f": return "ph"
    case "j": return "gi"
    case "w": return vowel.hasPrefix("u") ? "" : "qu"
    case "z": return "d"
    case "sh": return "s"
    default: return consonant
    }
  }

  /// Final consonants: one closes the last syllable, the others are left out as Vietnamese ears do.
  private static func appendTail(_ consonants: [UInt8], to syllables: inout [String]) -> Bool {
    consonants.isEmpty || !syllables.isEmpty && close(&syllables, with: consonants)
  }

  private static func close(_ syllables: inout [String], with consonants: [UInt8]) -> Bool {
    guard let open = syllables.popLast() else { return false }
    let codas: [UInt8: [String]] = [
      0x6E: ["n"], 0x6D: ["m"], 0x70: ["p"], 0x62: ["p"], 0x66: ["p"], 0x74: ["t"], 0x64: ["t"], 0x73: ["t"], 0x78: ["t"],
      0x7A: ["t"], 0x63: ["c", "ch"], 0x6B: ["c", "ch"], 0x67: ["c", "ng"], 0x6C: ["n"],
    ]
    for consonant in consonants {
      let isNasal = consonant == 0x6E && consonants.contains(0x67)
      for coda in isNasal ? ["ng", "nh"] : codas[consonant] ?? [] {
        // A stop needs the rising tone; the unmarked vowel takes it.
        if let said = legal(coda == "n" || coda == "m" || coda.hasPrefix("n") ? open + coda : rising(open) + coda) {
          syllables.append(said)
          return true
        }
      }
    }
    syllables.append(open)
    return true
  }

  private static func rising(_ open: String) -> String {
    let pairs: [Character: Character] = [
      "a": "á", "ă": "ắ", "â": "ấ", "e": "é", "ê": "ế", "i": "í", "o": "ó", "ô": "ố", "ơ": "ớ", "u": "ú", "ư": "ứ", "y": "ý",
    ]
    guard let last = open.last, let toned = pairs[last] else { return open }
    return open.dropLast() + String(toned)
  }

  private static func legal(_ syllable: String) -> String? { Syllable(syllable)?.spelled }

  private static let vowels: [String: String] = [
    "a": "a", "e": "e", "i": "i", "o": "ô", "u": "u", "y": "i", "ee": "i", "ea": "i", "oo": "u", "ou": "ao", "ai": "ai",
    "ay": "ây", "au": "o", "oa": "ô", "ie": "i", "ei": "ây", "ey": "i", "eu": "iu", "oi": "oi", "oy": "oi", "ui": "ui", "ue": "u",
  ]
}
