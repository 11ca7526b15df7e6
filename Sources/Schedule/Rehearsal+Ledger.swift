extension Rehearsal {
  /// What came of it.
  public struct Ledger: Sendable, Hashable {
    public var slots = 0
    public var played = 0
    public var interrupted = 0
    public var skipped = 0
    public var missed = 0
    public var faults: [Fault: Int] = [:]
    /// Promises that were broken, each with its moment; empty when all is well.
    public var broken: [String] = []
  }
}
