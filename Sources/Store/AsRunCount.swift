/// So many slots that ended alike.
public struct AsRunCount: Sendable, Hashable {
  public let outcome: AsRunRow.Outcome
  public let count: Int
}
