extension SpokenText: CustomStringConvertible {
  /// The written form of a token.
  public func written(_ token: SpokenToken) -> String {
    let bytes = source.utf8
    guard token.range.lowerBound >= 0, token.range.upperBound <= bytes.count else { return "" }
    let start = bytes.index(bytes.startIndex, offsetBy: token.range.lowerBound)
    let end = bytes.index(start, offsetBy: token.range.count)
    return String(source[start..<end])
  }

  /// Every utterance with its role and pause, and below it what was not read as plain words.
  public var description: String {
    var lines = repairs.map { "repair: \($0.english)" }
    for utterance in utterances {
      lines.append("\(utterance)")
      for explanation in explanations(of: utterance) { lines.append("    \(explanation)") }
    }
    return lines.joined(separator: "\n")
  }

  /// How each token of an utterance came to be said, plain words and silence left out: what `loa read --explain` prints.
  public func explanations(of utterance: Utterance) -> [Explanation] {
    utterance.tokens.filter { $0.rule != .syllable && ($0.semioticClass != .silent || $0.flag != .sure) }
      .map { Explanation(written: written($0), token: $0) }
  }

  /// A token beside what was written for it.
  public struct Explanation: Sendable, Hashable, CustomStringConvertible {
    public var written: String
    public var token: SpokenToken

    public var description: String {
      let line = "\(written) -> \(token.spoken) [\(token.semioticClass.rawValue): \(token.rule)]"
      switch token.flag {
      case .sure: return line
      case .ambiguous(let doubt): return "\(line) ambiguous: \(doubt.english)"
      case .unknown(let doubt): return "\(line) unknown: \(doubt.english)"
      }
    }
  }
}

extension Utterance: CustomStringConvertible {
  public var description: String { "[\(role.rawValue)] \(spoken) <\(pause.rawValue)>" }
}
