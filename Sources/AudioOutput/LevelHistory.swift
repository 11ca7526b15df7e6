internal import Synchronization

/// How loud a captured sound was, a hundredth of a second at a time, over the last twenty minutes.
final class LevelHistory: Sendable {
  static let windowNanoseconds = 10_000_000
  private static let capacity = 120_000

  private struct Kept: Sendable {
    var levels: [Float] = []
    /// Where the next one goes once `levels` is full.
    var next = 0
    /// CLOCK_MONOTONIC in nanoseconds at the end of the last window.
    var end = 0
  }

  private let kept = Mutex(Kept())

  /// - Parameters:
  ///   - level: the mean square of a window, full scale being 1.
  ///   - now: when it was over; windows that were lost in between count as silence.
  func append(_ level: Float, at now: Int) {
    kept.withLock { kept in
      let lost = kept.end == 0 ? 0 : min(Self.capacity, (now - kept.end) / Self.windowNanoseconds - 1)
      // Capturing comes by periods: only what is more than a few of them late is a gap.
      if lost > 10 { for _ in 0..<lost { Self.put(0, into: &kept) } }
      Self.put(level, into: &kept)
      kept.end = lost > 10 || kept.end == 0 ? now : kept.end + Self.windowNanoseconds
    }
  }

  private static func put(_ level: Float, into kept: inout Kept) {
    if kept.levels.count < capacity {
      kept.levels.append(level)
    } else {
      kept.levels[kept.next] = level
    }
    kept.next = (kept.next + 1) % capacity
  }

  /// The levels between two moments of CLOCK_MONOTONIC in nanoseconds, as far as they are kept.
  func levels(from start: Int, to end: Int) -> [Float] {
    kept.withLock { kept in
      let count = kept.levels.count
      let first = max(0, count - (kept.end - start) / Self.windowNanoseconds)
      let last = min(count, count - (kept.end - end) / Self.windowNanoseconds)
      guard first < last else { return [] }
      let oldest = count < Self.capacity ? 0 : kept.next
      return (first..<last).map { kept.levels[(oldest + $0) % count] }
    }
  }
}
