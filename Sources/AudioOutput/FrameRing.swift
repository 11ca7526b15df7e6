internal import Synchronization

/// A queue of frames between one writer and one reader, without a lock: `CueReader`'s task and the output thread.
///
/// `written` and `read` count frames since the beginning and never wrap in practice (Int is 64 bits: 6 million years at
/// 48 kHz). Each side changes only its own counter, releasing what it did to the samples; the other side acquires it.
package final class FrameRing: @unchecked Sendable {
  private let storage: UnsafeMutableBufferPointer<Int16>
  private let mask: Int
  private let written = Atomic<Int>(0)
  private let read = Atomic<Int>(0)

  /// - Precondition: `capacity` is a power of two.
  package init(capacity: Int) {
    precondition(capacity > 0 && capacity & (capacity - 1) == 0, "a FrameRing's capacity is a power of two")
    storage = .allocate(capacity: capacity)
    storage.initialize(repeating: 0)
    mask = capacity - 1
  }

  deinit { storage.deallocate() }

  package var capacity: Int { mask + 1 }

  /// Frames waiting. Exact on the reader's side as a lower bound, on the writer's as an upper bound.
  package var count: Int { written.load(ordering: .acquiring) &- read.load(ordering: .acquiring) }

  /// Appends frames; writer only.
  ///
  /// - Returns: how many fitted.
  package func push(_ frames: Span<Int16>) -> Int {
    let end = written.load(ordering: .relaxed)
    let fitting = min(frames.count, capacity &- (end &- read.load(ordering: .acquiring)))
    for index in 0..<fitting { storage[(end &+ index) & mask] = frames[index] }
    written.store(end &+ fitting, ordering: .releasing)
    return fitting
  }

  /// Takes the oldest frames; reader only, real-time safe.
  ///
  /// - Returns: how many there were; the rest of `frames` is left as it was.
  package func pop(into frames: inout MutableSpan<Int16>) -> Int {
    let start = read.load(ordering: .relaxed)
    let ready = min(frames.count, written.load(ordering: .acquiring) &- start)
    for index in 0..<ready { frames[index] = storage[(start &+ index) & mask] }
    read.store(start &+ ready, ordering: .releasing)
    return ready
  }
}
