/// One line of a lexicon: what is written, what is said, and when.
public struct LexiconEntry: Sendable, Hashable {
  /// What an entry is; decides how its case is matched (see `Lexicon`).
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `UBND`, `HĐND`: capitals that stand for words.
    case acronym
    /// `TP.`, `ThS.`, `v.v`: shortened words.
    case abbreviation
    /// `TM.`, `KT.`: what stands over a signature.
    case signature
    /// `kg`, `m2`, `kWh`: after a number; case matters.
    case unit
    /// `QL`, `ĐT`: before a road number.
    case road
    /// A word or brand of another language, respelled in syllables.
    case foreign
    /// A place or person whose name is not read as written.
    case name
    /// Any other word.
    case word
    /// Capitals that are said letter by letter: `SMS`.
    case letters
    /// A part of a document number's suffix (`5755/KH-UBND`); never matched in running text.
    case document
  }

  /// As in the notice: `UBND`, `BS CKII`, `TP.HCM`, `KT-XH`, `M'Nông`.
  public var written: String
  /// Lower-case legal syllables parted by single spaces; a comma is a short pause.
  public var spoken: String
  public var kind: Kind
  /// Words around that select this sense; empty for the default sense.
  public var cues: [LexiconCue]
  /// Whether the reading is a guess the officer should see, even when it is chosen.
  public var isAmbiguous: Bool
  public var note: String

  /// Whether it is chosen when no cue speaks for another sense. Units want a number before, roads one after.
  public var isDefault: Bool { cues.isEmpty && kind != .unit && kind != .road }

  public init(
    written: String, spoken: String, kind: Kind, cues: [LexiconCue] = [], isAmbiguous: Bool = false, note: String = ""
  ) {
    self.written = written
    self.spoken = spoken
    self.kind = kind
    self.cues = cues
    self.isAmbiguous = isAmbiguous
    self.note = note
  }

  /// Whether it is an acronym that a word in capitals may be too: `CA`, `AI`.
  var isSyllableInCapitals: Bool { (kind == .acronym || kind == .letters) && Syllable(written) != nil }

  /// Whether a cue is met in the neighbourhood; see `Lexicon.choose`.
  func isCued(before: [Substring], after: [Substring]) -> Bool {
    if cues.isEmpty {
      switch kind {
      case .unit: return LexiconCue(side: .before, sign: .number).isMet(before: before, after: after)
      case .road: return LexiconCue(side: .after, sign: .number).isMet(before: before, after: after)
      default: return false
      }
    }
    return cues.contains { $0.isMet(before: before, after: after) }
  }
}
