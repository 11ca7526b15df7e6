/// A legal Vietnamese syllable: onset, rime and tone.
///
/// Equal syllables sound the same: `hoà` and `hòa`, `kì` and `kỳ`, `qui` and `quy` are one value each.
///
///     Syllable("Thuý")?.spelled   // "thúy"
///     Syllable("wifi")            // nil
public struct Syllable: Sendable, Hashable, CustomStringConvertible {
  public let onset: Onset
  public let rime: Rime
  public let tone: Tone

  /// The syllable of these parts, or nil when the language forbids them together (`bát` but no `bàt`).
  public init?(onset: Onset, rime: Rime, tone: Tone) {
    guard Self.allows(onset, rime), !rime.coda.isStop || tone.fitsStop else { return nil }
    self.onset = onset
    self.rime = rime
    self.tone = tone
  }

  /// The syllable `text` writes, or nil when it writes none.
  ///
  /// Takes any case, NFC or NFD, either tone placement (`hoà`, `hòa`) and i or y (`kì`, `kỳ`).
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    self.init(utf8: text.utf8.span)
  }

  /// The same for UTF-8 bytes, without allocation: the reader's hot path, under 0.1 µs. Invalid UTF-8 gives nil.
  public init?(utf8: Span<UInt8>) {
    guard utf8.count > 0, utf8.count <= 24, let written = SyllableLetters(utf8),
      let (onset, rime) = Self.parse(written),
      !rime.coda.isStop || written.tone.fitsStop
    else { return nil }
    self.onset = onset
    self.rime = rime
    self.tone = written.tone
  }

  /// Whether these UTF-8 bytes, of any case and normal form, write a legal syllable; does not allocate.
  public static func isLegal(utf8: Span<UInt8>) -> Bool { Syllable(utf8: utf8) != nil }

  /// Every legal syllable, some 20,000, in the order of onset, rime, tone.
  public static var all: some Sequence<Syllable> {
    Onset.allCases.lazy.flatMap { onset in
      Rime.all.lazy.flatMap { rime in
        Tone.allCases.lazy.compactMap { tone in Syllable(onset: onset, rime: rime, tone: tone) }
      }
    }
  }

  public var description: String { spelled }

  /// `qu` has its glide already; before another rounded sound only `quốc` exists. `c` with a glide is written `qu`.
  private static func allows(_ onset: Onset, _ rime: Rime) -> Bool {
    let row = rime.shape
    switch onset {
    case .c: return !row.glide
    case .qu:
      if row.glide { return false }
      switch row.nucleus {
      case .a, .ă, .â, .e, .ê, .i, .ơ: return true
      case .iê: return row.coda != .none
      case .ô: return row.coda == .c
      case .o, .u, .ư, .uô, .ươ, .oo, .ôô: return false
      }
    case .gi:
      // `gia` and `giu` are gi + a and gi + u; `giên` is gi + iên.
      if row.nucleus == .ê { return row.coda == .none || row.coda == .ch || row.coda == .nh }
      return !row.isOpenIê && (row.glide || row.nucleus != .i || row.coda != .u)
    default: return true
    }
  }

  private static func parse(_ written: SyllableLetters) -> (Onset, Rime)? {
    typealias L = SyllableLetters
    let (onset, length, spelling) = onset(written)
    let rest = written.letters >> UInt64(8 * length)
    guard rest <= UInt64(UInt32.max) else { return nil }
    if onset == .gi { return giRime(UInt32(rest)).map { (onset, $0) } }
    guard rest != 0, let match = RimeTable.match(UInt32(rest)) else { return nil }
    let row = match.rime.shape
    switch spelling {
    case .back: if row.nucleus.isFront && !row.glide { return nil }
    case .front: if !row.nucleus.isFront || row.glide { return nil }
    case .any: break
    }
    if match.withY {
      let isOpen = row.nucleus == .i && row.coda == .none
      guard isOpen || onset == .qu || onset == .none && row.nucleus == .iê else { return nil }
    } else if row.nucleus == .iê, row.coda != .none, !row.glide, onset == .qu || onset == .none {
      return nil
    }
    return allows(onset, match.rime) ? (onset, match.rime) : nil
  }

  /// `gì`, `gìn`: the i is the nucleus; `giếng`: it is part of iê; `giá`: it only writes the onset.
  private static func giRime(_ rest: UInt32) -> Rime? {
    typealias L = SyllableLetters
    let next = UInt8(truncatingIfNeeded: rest)
    if rest == 0 || next == L.ê || giVowels & (1 << UInt32(next)) == 0 {
      guard rest < 1 << 24 else { return nil }
      if let match = RimeTable.match(rest << 8 | UInt32(L.i)) { return match.rime }
    }
    guard let match = RimeTable.match(rest), !match.withY, next != L.i else { return nil }
    return match.rime
  }

  /// The vowels before which `gi` is only the onset, one bit per letter code.
  private static let giVowels: UInt32 = {
    typealias L = SyllableLetters
    return [L.a, L.ă, L.â, L.e, L.ê, L.o, L.ô, L.ơ, L.u, L.ư].reduce(0) { $0 | 1 << UInt32($1) }
  }()

  /// Which vowels may follow the letters of an onset.
  private enum Spelling { case any, front, back }

  /// The onset, how many letters write it, and which vowels those letters stand before.
  private static func onset(_ written: SyllableLetters) -> (Onset, Int, Spelling) {
    typealias L = SyllableLetters
    let first = UInt8(truncatingIfNeeded: written.letters)
    let second = UInt8(truncatingIfNeeded: written.letters >> 8)
    let third = UInt8(truncatingIfNeeded: written.letters >> 16)
    switch (first, second) {
    case (L.n, L.g): return third == L.h ? (.ng, 3, .front) : (.ng, 2, .back)
    case (L.n, L.h): return (.nh, 2, .any)
    case (L.g, L.h): return (.g, 2, .front)
    case (L.g, L.i): return (.gi, 2, .any)
    case (L.c, L.h): return (.ch, 2, .any)
    case (L.k, L.h): return (.kh, 2, .any)
    case (L.p, L.h): return (.ph, 2, .any)
    case (L.t, L.h): return (.th, 2, .any)
    case (L.t, L.r): return (.tr, 2, .any)
    case (L.q, L.u): return (.qu, 2, .any)
    case (L.c, _): return (.c, 1, .back)
    case (L.k, _): return (.c, 1, .front)
    case (L.g, _): return (.g, 1, .back)
    default:
      // A vowel, or q alone: no onset; q then finds no rime.
      guard let onset = single[Int(first)] else { return (.none, 0, .any) }
      return (onset, 1, .any)
    }
  }

  /// Onsets of one letter that stand before every vowel, by letter code.
  private static let single: [Onset?] = {
    var single = [Onset?](repeating: nil, count: 32)
    for onset in [Onset.b, .d, .đ, .h, .l, .m, .n, .p, .r, .s, .t, .v, .x] {
      if let code = SyllableLetters(onset.rawValue.utf8.span)?.letters { single[Int(code)] = onset }
    }
    return single
  }()
}
