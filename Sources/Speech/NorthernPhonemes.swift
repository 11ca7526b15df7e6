package import VietnameseText

/// Northern syllables in espeak-ng's phoneme names (its table `vi`), each syllable under full stress.
///
/// Source: espeak-ng's phsource/ph_vietnam for the names; Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977) for the sounds.
/// Accepted mergers: d gi r, ch tr, s x.
package enum NorthernPhonemes {
  /// The phonemes of a syllable, such as `t'iE3N` for «tiếng»; the same for every spelling of it.
  package static func phonemes(of syllable: Syllable) -> String {
    // «quốc» is the one syllable of its kind, and sounds like «cuốc».
    if syllable.onset == .qu, syllable.rime.nucleus == .ô {
      return onset(.c) + toned(Sounds(vowel: "u@", coda: "c"), syllable)
    }
    let rime = rime(of: syllable)
    return onset(syllable.onset) + (syllable.rime.glide ? "w" : "") + toned(rime, syllable)
  }

  static func onset(_ onset: Onset) -> String {
    switch onset {
    case .none: ""
    case .b: "_b"
    case .c: "k"
    case .ch, .tr: "tS"
    case .d, .gi, .r: "z"
    case .đ: "d_"
    case .g: "Q"
    case .h: "h"
    case .kh: "x"
    case .l: "l"
    case .m: "m"
    case .n: "n"
    case .ng: "N"
    case .nh: "n^"
    case .p: "p"
    case .ph: "f"
    case .qu: "kw"
    case .s, .x: "s"
    case .t: "t["
    case .th: "t"
    case .v: "v"
    }
  }

  /// The sounded part of a rime: what bears the tone, and what closes it.
  struct Sounds {
    var vowel: String
    var coda: String
  }

  private static func rime(of syllable: Syllable) -> Sounds {
    let rime = syllable.rime
    // â with the off-glide i is one phoneme of the table.
    if rime.nucleus == .â, rime.coda == .i { return Sounds(vowel: "@I", coda: "") }
    return Sounds(vowel: vowel(rime), coda: coda(rime))
  }

  private static func vowel(_ rime: Rime) -> String {
    switch rime.nucleus {
    case .a: rime.coda == .ch || rime.coda == .nh ? "e-" : "a:"
    case .ă: "a"
    case .â: "@"
    case .e: "E"
    case .ê: "e"
    case .i: "i"
    case .o: isRounded(rime) ? "O#" : "O"
    case .oo: "O"
    case .ô: isRounded(rime) ? "o#" : "o"
    case .ôô: "o"
    case .ơ: "@:"
    case .u: "u"
    case .ư: "y"
    case .iê: rime.coda == .none ? "i@" : "iE"
    case .uô: "u@"
    case .ươ: "y@"
    }
  }

  private static func coda(_ rime: Rime) -> String {
    switch rime.coda {
    case .none: ""
    case .p: "p"
    case .t: "t["
    case .c: isRounded(rime) ? "k" : "c"
    case .ch: "c"
    case .m: "m"
    case .n: "n"
    case .ng: "N"
    case .nh: "n^"
    case .i: "j"
    case .u: "w"
    }
  }

  /// «ong ông oc ôc» end with the lips closed and have their own short vowels.
  private static func isRounded(_ rime: Rime) -> Bool {
    (rime.nucleus == .o || rime.nucleus == .ô) && (rime.coda == .ng || rime.coda == .c)
  }
}
