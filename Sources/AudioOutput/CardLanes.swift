internal import Synchronization

/// What the thread of a shared card and those who play on its channels tell each other, without a lock while all is well.
final class CardLanes: Sendable {
  /// One channel of the card.
  final class Lane: Sendable {
    let ring: FrameRing
    /// Somebody plays on it.
    let isOpen = Atomic<Bool>(false)
    /// The first channel of the line it belongs to: a line's channels move together.
    let line = Atomic<Int>(0)
    /// Something was pushed: before that nobody waits for it.
    let hasBegun = Atomic<Bool>(false)
    /// Nothing more is coming: an empty ring is the end.
    let isComplete = Atomic<Bool>(false)
    /// What is in the ring is to be forgotten.
    let isDropping = Atomic<Bool>(false)

    init(capacity: Int) { ring = FrameRing(capacity: capacity) }
  }

  let lanes: [Lane]
  let isStopping = Atomic<Bool>(false)
  /// Frames in the device that have not sounded.
  let queued = Atomic<Int>(0)
  let isPaced = Atomic<Bool>(true)
  let xruns = Atomic<Int>(0)
  let hasFailed = Atomic<Bool>(false)
  let hasFinished = Atomic<Bool>(false)
  let failure = Mutex<AudioOutputError?>(nil)

  /// - Parameter periodFrames: a lane holds two periods, rounded up to a power of two.
  init(count: Int, periodFrames: Int) {
    var capacity = 2
    while capacity < 2 * periodFrames { capacity *= 2 }
    lanes = (0..<count).map { _ in Lane(capacity: capacity) }
  }
}
