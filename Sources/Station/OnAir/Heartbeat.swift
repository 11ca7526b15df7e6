internal import Synchronization

/// When each part of the service last showed that it goes on.
final class Heartbeat: Sendable {
  private let beats = Mutex<[String: ContinuousClock.Instant]>([:])

  func beat(_ part: String) { beats.withLock { $0[part] = .now } }

  /// Whether a part has beaten once and not within `limit`.
  func isHanging(_ part: String, after limit: Duration) -> Bool {
    beats.withLock { $0[part].map { .now - $0 >= limit } ?? false }
  }

  /// Whether every one of `parts` has beaten within `limit`.
  func isAlive(_ parts: [String], within limit: Duration) -> Bool {
    beats.withLock { beats in parts.allSatisfy { beats[$0].map { .now - $0 < limit } ?? false } }
  }
}
