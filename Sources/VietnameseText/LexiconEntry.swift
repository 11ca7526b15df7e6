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
}
