/// What was found of the words of one text, so that a word that comes again costs one look: most words of a notice do.
final class WordMemo {
  enum Kind: UInt64 {
    /// A legal syllable no lexicon entry begins with.
    case plain = 1
    /// A legal syllable that entries begin with: the words after it decide.
    case beginsEntry = 2
    case other = 3
  }

  /// A word's key, its lowest two bits replaced by the kind; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 1024)

  /// The kind of a word in small letters or with a capital initial, from memory or by `find`.
  func kind(of atom: Atom, else find: () -> Kind) -> Kind {
    let key = (atom.letterCase == .lower ? atom.key : atom.key ^ 0x9E37_79B9_7F4A_7C15) & ~3
    let slot = Int(truncatingIfNeeded: key >> 40) & 1023
    let known = slots[slot]
    if known & ~3 == key, let kind = Kind(rawValue: known & 3) { return kind }
    let kind = find()
    slots[slot] = key | kind.rawValue
    return kind
  }
}
