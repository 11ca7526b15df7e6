extension SpokenText {
  /// The whole reading in one line, for the eye: foreign words, highland names and names inside addresses stay as they are
  /// written, since every reader knows them so; `Utterance.spoken` has the syllables they are said with.
  public var plain: String {
    var line = PlainLine()
    for utterance in utterances {
      for token in utterance.tokens where !token.spoken.isEmpty { line.add(plain(token)) }
      line.pause = utterance.pause
    }
    return line.text
  }

  /// The reading by lines of `source`: what is said of each, empty for a line that is not read.
  public var plainLines: [String] {
    let starts = [0] + source.utf8.enumerated().filter { $0.element == UInt8(ascii: "\n") }.map { $0.offset + 1 }
    var lines = [PlainLine](repeating: PlainLine(), count: starts.count)
    var current = 0
    for utterance in utterances {
      for token in utterance.tokens where !token.spoken.isEmpty {
        while current + 1 < starts.count, starts[current + 1] <= token.range.lowerBound { current += 1 }
        while starts[current] > token.range.lowerBound { current -= 1 }
        lines[current].add(plain(token))
      }
      lines[current].pause = utterance.pause
    }
    return lines.map(\.text)
  }

  private func plain(_ token: SpokenToken) -> String { token.isKeptAsWritten ? shown(token) : token.spoken }

  /// The written word, unless it holds more than letters (`Covid 19`): then what is said.
  private func shown(_ token: SpokenToken) -> String {
    let written = written(token).lowercased()
    let isWord = written.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "'" || $0 == "-" }
    return isWord ? written : token.spoken
  }
}

/// Words joined by the marks that stand for the pauses between utterances.
private struct PlainLine {
  private(set) var text = ""
  /// The pause before the next word.
  var pause = Utterance.Pause.none

  mutating func add(_ words: String) {
    if !text.isEmpty {
      switch pause {
      case .none: text += " "
      case .phrase, .clause: text += ", "
      case .sentence, .item, .heading, .paragraph: text += ". "
      }
    }
    text += words
    pause = .none
  }
}

extension SpokenToken {
  /// Whether `plain` shows the written word: only its sounds were spelled anew.
  var isKeptAsWritten: Bool {
    switch semioticClass {
    case .foreign: rule == .lexicon || rule == .foreign
    case .name: rule == .lexicon || rule == .minorityName
    case .electronic: rule == .electronicName
    default: false
    }
  }
}
