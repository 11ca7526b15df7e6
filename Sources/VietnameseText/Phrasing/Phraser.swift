/// Gathers tokens into utterances: ends one at every pause, and cuts what is too long to follow over a horn.
struct Phraser {
  /// Past this many syllables an utterance is cut at a conjunction.
  static let longUtterance = 25
  /// No utterance has as many.
  static let utteranceLimit = 60
  private static let fewTokens = 8

  private(set) var utterances: [Utterance] = []
  private var tokens: [SpokenToken] = []
  private var syllables = 0
  var role = Utterance.Role.body

  mutating func add(_ token: SpokenToken) {
    if !token.spoken.isEmpty {
      let count = token.rule == .syllable ? 1 : Self.syllables(token.spoken)
      if syllables > 0, syllables + count >= Self.utteranceLimit { end(.phrase) }
      syllables += count
    }
    tokens.append(token)
  }

  /// A silent token, on the quick path.
  mutating func addSilence(_ range: Range<Int>, _ rule: Rule) {
    tokens.append(SpokenToken(range: range, semioticClass: .silent, spoken: "", rule: rule))
  }

  /// A plain syllable, on the quick path.
  mutating func addWord(_ range: Range<Int>, _ spoken: String) {
    if syllables + 1 >= Self.utteranceLimit { end(.phrase) }
    syllables += 1
    tokens.append(SpokenToken(range: range, semioticClass: .word, spoken: spoken, rule: .syllable))
  }

  /// Ends the utterance here, or lengthens the pause after the last one when nothing was said since.
  mutating func end(_ pause: Utterance.Pause) {
    guard pause != .none else { return }
    guard syllables > 0 else {
      if let last = utterances.indices.last {
        utterances[last].tokens += tokens
        tokens.removeAll(keepingCapacity: true)
        utterances[last].pause = Self.longer(utterances[last].pause, pause)
      }
      return
    }
    if syllables > Self.longUtterance {
      cut(pause)
    } else if tokens.count <= Self.fewTokens {
      // A few tokens are copied, so that endless short lines take no buffer of a sentence's size each.
      utterances.append(Utterance(role: role, tokens: tokens.map(\.self), pause: pause))
      tokens.removeAll(keepingCapacity: true)
      syllables = 0
      return
    } else {
      utterances.append(Utterance(role: role, tokens: tokens, pause: pause))
    }
    // The buffer went with the utterance: copying tokens costs more than a new one.
    tokens = []
    tokens.reserveCapacity(32)
    syllables = 0
  }

  mutating func finish() -> [Utterance] {
    if syllables > 0 {
      end(.paragraph)
    } else if !tokens.isEmpty {
      if let last = utterances.indices.last {
        utterances[last].tokens += tokens
      } else {
        utterances.append(Utterance(role: role, tokens: tokens, pause: .none))
      }
      tokens = []
    }
    return utterances
  }

  /// Cuts the gathered tokens before conjunctions, so that no part is much longer than a breath.
  private mutating func cut(_ pause: Utterance.Pause) {
    var rest = tokens[...]
    var left = syllables
    while left > Self.longUtterance, let place = bestCut(rest, total: left) {
      let head = rest[..<place]
      left -= head.reduce(0) { $0 + Self.syllables($1.spoken) }
      utterances.append(Utterance(role: role, tokens: Array(head), pause: .phrase))
      rest = rest[place...]
    }
    utterances.append(Utterance(role: role, tokens: Array(rest), pause: pause))
  }

  /// The conjunction nearest to a good length, with some words on both sides of it.
  private func bestCut(_ tokens: ArraySlice<SpokenToken>, total: Int) -> Int? {
    var count = 0
    var best: (place: Int, cost: Int)?
    let wish = total > 2 * Self.longUtterance ? Self.longUtterance - 5 : total / 2
    for place in tokens.indices {
      if count > Self.longUtterance + 5 { break }
      let token = tokens[place]
      if count >= 6, total - count >= 5, let weight = Self.conjunctions[token.spoken] {
        let cost = abs(count - wish) + weight
        if cost < best?.cost ?? .max { best = (place, cost) }
      }
      count += Self.syllables(token.spoken)
    }
    return best?.place
  }

  static func syllables(_ spoken: String) -> Int {
    guard !spoken.isEmpty else { return 0 }
    return spoken.utf8.reduce(1) { $1 == 0x20 ? $0 + 1 : $0 }
  }

  static func longer(_ first: Utterance.Pause, _ second: Utterance.Pause) -> Utterance.Pause {
    rank(first) >= rank(second) ? first : second
  }

  private static func rank(_ pause: Utterance.Pause) -> Int {
    Utterance.Pause.allCases.firstIndex(of: pause) ?? 0
  }

  /// Words a sentence may be cut before, and how bad that is: clauses first, then joined nouns, then prepositions.
  private static let conjunctions: [String: Int] = [
    "nhưng": 0, "để": 0, "nếu": 0, "khi": 0, "vì": 0, "do": 1, "nên": 1, "thì": 1, "đồng": 6, "hoặc": 1, "và": 2, "nhằm": 0,
    "cùng": 2, "theo": 2, "tại": 3, "từ": 3, "cho": 4, "với": 4, "về": 4, "trong": 3, "trên": 4, "đến": 5, "có": 5, "phải": 4,
    "sẽ": 4, "đã": 4, "là": 5, "mà": 3, "của": 6, "được": 6, "bằng": 5, "gồm": 3, "trước": 4, "sau": 4, "đối": 3, "vào": 4,
  ]
}
