import VietnameseText

/// A word of an utterance on its way to espeak-ng.
struct SpokenWord: Sendable, Hashable {
  /// Place of the word's token in `Utterance.tokens`.
  let token: Int
  let sound: Sound

  enum Sound: Sendable, Hashable {
    case syllable(Syllable)
    /// Letters a to z only, for espeak-ng's own Vietnamese rules to make the best of.
    case foreign(String)
  }

  /// How many syllables it takes, for rates and deadlines; a foreign word is counted at two and a half letters each.
  var syllableCount: Int {
    switch sound {
    case .syllable: 1
    case .foreign(let letters): (letters.utf8.count * 2 + 4) / 5
    }
  }

  /// espeak-ng's input when everything else failed: whitelisted letters.
  var plain: String {
    switch sound {
    case .syllable(let syllable): syllable.spelled
    case .foreign(let letters): letters
    }
  }
}
