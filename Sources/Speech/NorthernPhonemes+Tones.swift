import VietnameseText

extension NorthernPhonemes {
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
