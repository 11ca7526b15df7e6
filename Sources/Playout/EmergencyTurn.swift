public import AudioOutput
internal import Synchronization

/// One stretch of emergency sound on one loudspeaker, from its chime to the end of its repeats.
///
/// One thread pushes, one output loop pops. It is sounded by one loop at most, and once.
public final class EmergencyTurn: Sendable {
  /// How a turn ended.
  public enum Ending: Int, Sendable, Hashable {
    /// To its last frame.
    case sounded
    /// A newer turn came, or it was cancelled.
    case cut
    /// The device failed.
    case failed
  }

  /// About 1.4 s at 48 kHz: what its feeder may be late.
  let ring = FrameRing(capacity: 1 << 16)
  let isComplete = Atomic<Bool>(false)
  let isCancelled = Atomic<Bool>(false)
  private let isClaimed = Atomic<Bool>(false)
  let takenFrames = Atomic<Int>(0)
  let queuedFrames = Atomic<Int>(0)
  let lateFrameCount = Atomic<Int>(0)
  let firstWrite = Atomic<Int>(0)
  private let ended = Atomic<Int>(-1)
  private let fault = Mutex<AudioOutputError?>(nil)

  public init() {}

  /// Appends mono frames at 48 kHz; one thread only.
  /// - Returns: how many fitted.
  public func push(_ frames: Span<Int16>) -> Int { ring.push(frames) }
  /// Nothing more will be pushed: it ends with what is there.
  public func complete() { isComplete.store(true, ordering: .releasing) }
  /// Ends at once and forgets what has not sounded.
  public func cancel() { isCancelled.store(true, ordering: .releasing) }

  /// Takes it, to be sounded by nobody else.
  /// - Returns: false when somebody has.
  public func claim() -> Bool { !isClaimed.exchange(true, ordering: .acquiringAndReleasing) }

  /// Whether a loop sounds it, or did.
  public var isTaken: Bool { isClaimed.load(ordering: .acquiring) }
  /// Frames that can be pushed now.
  public var room: Int { ring.capacity - ring.count }
  /// Less than a quarter of a second is left to sound.
  public var isNearlyDry: Bool { ring.count < 12_000 }
  /// Changes as long as its loop goes on, silence put in too.
  public var progress: Int { takenFrames.load(ordering: .relaxed) &+ lateFrames }

  /// CLOCK_MONOTONIC in nanoseconds when a device had taken its first frames; nil before.
  public var firstWriteNanoseconds: Int? {
    let time = firstWrite.load(ordering: .acquiring)
    return time == 0 ? nil : time
  }
  /// Frames that have sounded.
  public var heardFrames: Int { max(0, takenFrames.load(ordering: .relaxed) - queuedFrames.load(ordering: .relaxed)) }
  /// Frames of silence put in because its feeder was late.
  public var lateFrames: Int { lateFrameCount.load(ordering: .relaxed) }
  /// nil while it sounds, or nobody has taken it.
  public var ending: Ending? { Ending(rawValue: ended.load(ordering: .acquiring)) }
  /// Why its device failed.
  public var failure: AudioOutputError? { fault.withLock { $0 } }

  func end(_ ending: Ending, _ failure: AudioOutputError? = nil) {
    if let failure { fault.withLock { $0 = failure } }
    queuedFrames.store(0, ordering: .relaxed)
    ended.store(ending.rawValue, ordering: .releasing)
  }
}
