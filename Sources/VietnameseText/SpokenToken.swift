/// A stretch of source text and what is said for it.
public struct SpokenToken: Sendable, Hashable {
  /// UTF-8 offsets into `SpokenText.source`.
  public var range: Range<Int>
  public var semioticClass: SemioticClass
  /// The words said, lower-cased where the source's case carries nothing; empty when the token is silent on purpose.
  public var spoken: String
  /// The rule that chose the reading, for `loa read --explain`.
  public var rule: Rule
  public var flag: Flag

  public init(range: Range<Int>, semioticClass: SemioticClass, spoken: String, rule: Rule, flag: Flag = .sure) {
    self.range = range
    self.semioticClass = semioticClass
    self.spoken = spoken
    self.rule = rule
    self.flag = flag
  }
}
