/// How an item ended: exactly one of these.
public enum PlayOutcome: Sendable, Hashable {
  /// From its first frame to its last.
  case played
  /// Sounded for this long, then the player was stopped, the device failed or the file broke.
  case interrupted(seconds: Double)
  /// Not played for a fault of its own.
  case skipped(SkipReason)
  /// The player ended before its turn.
  case notReached
}
