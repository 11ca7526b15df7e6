extension SpokenText {
  /// The whole reading in one line, for the eye: foreign words, highland names and names inside addresses stay as they are
  /// written, since every reader knows them so; `Utterance.spoken` has the syllables they are said with.
  public var plain: String {
    var line = ""
    var pause = Utterance.Pause.none
    for utterance in utterances {
      var words: [String] = []
      for token in utterance.tokens where !token.spoken.isEmpty {
        words.append(token.isKeptAsWritten ? shown(token) : token.spoken)
      }
      guard !words.isEmpty else { continue }
      if !line.isEmpty {
        switch pause {
        case .none: line += " "
        case .phrase, .clause: line += ", "
        case .sentence, .item, .heading, .paragraph: line += ". "
        }
      }
      line += words.joined(separator: " ")
      pause = utterance.pause
    }
    return line
  }
}

extension SpokenText {
  /// The written word, unless it holds more than letters (`Covid 19`): then what is said.
  private func shown(_ token: SpokenToken) -> String {
    let written = written(token).lowercased()
    let isWord = written.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == " " || $0 == "'" || $0 == "-" }
    return isWord ? written : token.spoken
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
