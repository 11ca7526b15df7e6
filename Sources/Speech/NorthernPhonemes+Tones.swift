import VietnameseText

extension NorthernPhonemes {
  /// The speed of a syllable in percent of its neighbours', so that every nặng lasts about 60 % of a huyền.
  ///
  /// Before the glottal stop espeak-ng keeps m, n and off-glides at full length and cuts a rounded ng too short.
  static func tempoPercent(of syllable: Syllable) -> Int {
    guard syllable.tone == .nặng else { return 100 }
    switch syllable.rime.coda {
    case .m, .n, .i, .u: return 150
    case .ng where [.o, .ô, .u, .ư].contains(syllable.rime.nucleus): return 75
    default: return 100
    }
  }

  /// A rime with its tone: `'a:2` for «à»; a glottal stop ends nặng and breaks ngã.
  static func toned(_ rime: Sounds, _ syllable: Syllable) -> String {
    let (vowel, coda) = (rime.vowel, rime.coda)
    switch syllable.tone {
    case .ngang: return "'\(vowel)1\(coda)"
    case .huyền: return "'\(vowel)2\(coda)"
    case .sắc: return "'\(vowel)3\(coda)"
    case .hỏi: return "'\(vowel)4\(coda)"
    case .ngã: return "'\(vowel)1?'\(vowel)3\(coda)"
    case .nặng: return syllable.rime.coda.isStop ? "'\(vowel)6\(coda)" : "'\(vowel)6\(coda)?"
    }
  }
}
