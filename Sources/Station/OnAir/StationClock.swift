internal import AudioOutput
internal import Foundation
internal import Schedule
internal import Synchronization

/// What time it is for the station, asked from any thread.
final class StationClock: Sendable {
  private let clock = Mutex(SteadyClock())
  private let open = Atomic<Int>(0)

  /// Milliseconds after 1970.
  var now: Int {
    let wall = Int(Date().timeIntervalSince1970 * 1000)
    return clock.withLock {
      $0.now(wall: wall, monotonic: monotonicNanoseconds() / 1_000_000, isOnAir: open.load(ordering: .relaxed) > 0)
    }
  }

  /// A loudspeaker begins, or ends, to go by this clock without jumps.
  func opens() { open.add(1, ordering: .relaxed) }
  func closes() { open.subtract(1, ordering: .relaxed) }
}
