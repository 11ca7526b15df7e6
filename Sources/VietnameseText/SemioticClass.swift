/// What kind of thing a token is, and so how it is read.
public enum SemioticClass: String, Sendable, Hashable, CaseIterable {
  case word, foreign, name
  case cardinal, decimal, ordinal, roman
  case date, time, range, ratio, score
  case money, measure, phone, documentNumber, identifier, electronic
  case acronym, abbreviation, symbol
  /// Deliberately not said: bullets, emoji, rules of dashes, spaces.
  case silent
}
