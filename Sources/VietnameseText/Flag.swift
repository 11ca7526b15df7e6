/// How sure the reader is of a token.
public indirect enum Flag: Sendable, Hashable {
  case sure
  /// More than one reading is possible; the safest was chosen.
  case ambiguous(Doubt)
  /// No rule, lexicon entry or legal syllable covers it.
  case unknown(Doubt)
}
