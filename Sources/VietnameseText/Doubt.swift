/// Why a token is flagged, and what would settle it; both languages stand together.
public struct Doubt: Sendable, Hashable {
  public var vietnamese: String
  public var english: String
  /// The lexicon line (written, spoken) that would settle it, when one can be named.
  public var suggestion: String?

  public init(vietnamese: String, english: String, suggestion: String? = nil) {
    self.vietnamese = vietnamese
    self.english = english
    self.suggestion = suggestion
  }
}
