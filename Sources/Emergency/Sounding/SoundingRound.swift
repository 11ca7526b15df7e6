internal import AudioOutput
internal import Playout
internal import Synchronization

/// A round that sounds: its message and a feeder for each of its loudspeakers.
final class SoundingRound: Sendable {
  let round: EmergencyBook.Round
  let message: RoundMessage
  let feeders: [LineFeeder]
  /// CLOCK_MONOTONIC in nanoseconds when it was decided.
  let began: Int
  private let isStoppedFlag = Atomic<Bool>(false)
  /// When a loudspeaker was last seen to take it; at first when it was decided.
  private let seen: Atomic<Int>
  private let faults = Mutex<[Degradation]>([])

  init(_ round: EmergencyBook.Round, on lines: [EmergencyLine], chimes: (alarm: [Int16], drill: [Int16]), now: Int) {
    let order = round.order
    let message = RoundMessage(isLive: order.microphone != nil)
    let chime = order.isSelfTest ? [] : order.isDrill ? chimes.drill : chimes.alarm
    let repeats = order.isSelfTest || order.microphone != nil ? 1 : max(1, min(order.repeats, EmergencyOrder.repeatLimit))
    (self.round, self.message, began) = (round, message, now)
    seen = Atomic(now)
    feeders = lines.map { LineFeeder(line: $0, cursor: RoundCursor(chime: chime, message: message, repeats: repeats)) }
  }

  var isStopped: Bool { isStoppedFlag.load(ordering: .acquiring) }

  /// Ends it at once.
  func stop() {
    isStoppedFlag.store(true, ordering: .releasing)
    for feeder in feeders { feeder.isStopped.store(true, ordering: .releasing) }
  }

  func degrade(_ fault: Degradation) { faults.withLock { if !$0.contains(fault) { $0.append(fault) } } }
  var degradations: [Degradation] { faults.withLock { $0 } }
  var hasSounded: Bool { feeders.contains { $0.firstSoundNanoseconds != nil } }
  /// When it first sounded; milliseconds after 1970.
  func firstSound(now: Int) -> Int {
    let first = feeders.compactMap(\.firstSoundNanoseconds).min() ?? monotonicNanoseconds()
    return now - max(0, monotonicNanoseconds() - first) / 1_000_000
  }

  /// Looks whether a loudspeaker takes it.
  /// - Returns: whether one does; or whether none has, though all have had the time to.
  func look() -> (isTaken: Bool, isOverdue: Bool) {
    let now = monotonicNanoseconds()
    if isSounding {
      seen.store(now, ordering: .relaxed)
      return (true, false)
    }
    let warmUp = feeders.map { $0.line.output.before.isEmpty ? 0 : max(0, min(30, $0.line.output.warmUpSeconds)) }.max() ?? 0
    return (false, now - seen.load(ordering: .relaxed) > 10_000_000_000 + Int(warmUp * 1e9))
  }

  /// Whether it was heard to its end somewhere.
  var wasHeard: Bool { feeders.contains { $0.wasHeard } }
  var isOver: Bool { feeders.allSatisfy(\.isOver) }

  /// Whether it was heard to its end wherever it sounds at all.
  var isDone: Bool { isOver || wasHeard && !isSounding }
  /// Whether it sounds anywhere at this moment.
  var isSounding: Bool { feeders.contains { $0.isSounding } }
}
