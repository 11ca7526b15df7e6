internal import AudioOutput
internal import Glibc
internal import Playout
internal import Synchronization

/// Brings one round to one loudspeaker: fills its turns, and begins anew when the device fails, hangs or is not given up.
final class LineFeeder: Sendable {
  let line: EmergencyLine
  /// Where the round's message and chime come from, and which turn sounds; the feeder's thread alone after `begin`.
  private let state: Mutex<State>
  /// Which round the line belongs to: an older feeder does not open turns any more.
  private let token: Int
  let isStopped = Atomic<Bool>(false)
  private let hasFinished = Atomic<Bool>(false)
  private let firstSound = Atomic<Int>(0)
  private let hasSounded = Atomic<Bool>(false)

  private struct State {
    var cursor: RoundCursor
    var turn = EmergencyTurn()
    var isAtEnd = false
    /// When the turn was opened, when it last went on, and how far it was then.
    var opened = 0
    var moved = 0
    var heard = 0
    var backOff = 0.25
    /// When to try again; 0 for now.
    var retry = 0
  }

  /// Frames pushed at once.
  private static let block = 4800
  /// A holder of the device that does not take the turn in this time hangs; so does a loop that does not go on.
  private static let (takeNanoseconds, moveNanoseconds) = (1_500_000_000, 3_000_000_000)

  init(line: EmergencyLine, cursor: RoundCursor) {
    self.line = line
    state = Mutex(State(cursor: cursor))
    token = line.take()
  }

  /// The chime is on its way when this returns; the rest follows from a thread.
  func begin() {
    state.withLock { state in
      fill(&state)
      open(&state)
    }
    let isStarted = DetachedThread.start { [self] in
      while step() { usleep(10_000) }
      hasFinished.store(true, ordering: .releasing)
    }
    if !isStarted { hasFinished.store(true, ordering: .releasing) }
  }

  /// Whether it sounds now.
  var isSounding: Bool { state.withLock { $0.turn.isTaken && $0.turn.ending == nil && $0.turn.firstWriteNanoseconds != nil } }
  var isOver: Bool { hasFinished.load(ordering: .acquiring) }
  /// CLOCK_MONOTONIC in nanoseconds of its first frames; nil before.
  var firstSoundNanoseconds: Int? {
    let time = firstSound.load(ordering: .acquiring)
    return time == 0 ? nil : time
  }
  /// Whether the round was heard to its end here.
  var wasHeard: Bool { hasSounded.load(ordering: .acquiring) }
  /// Why nothing sounds.
  var failure: AudioOutputError? { firstSoundNanoseconds == nil ? line.failure ?? state.withLock { $0.turn.failure } : nil }

  private func open(_ state: inout State) {
    let now = monotonicNanoseconds()
    (state.opened, state.moved, state.heard, state.retry) = (now, now, 0, 0)
    line.sound(state.turn, by: token)
  }

  private func fill(_ state: inout State) {
    while !state.isAtEnd {
      let room = state.turn.room
      guard room > 0 else { return }
      switch state.cursor.next(limit: min(room, Self.block), isDry: state.turn.isNearlyDry) {
      case .frames(let frames): _ = state.turn.push(frames.span)
      case .wait: return
      case .end:
        state.turn.complete()
        state.isAtEnd = true
      }
    }
  }

  /// - Returns: false when the round is over here.
  private func step() -> Bool {
    state.withLock { state in
      if isStopped.load(ordering: .acquiring) {
        state.turn.cancel()
        _ = state.turn.claim()
        return false
      }
      let now = monotonicNanoseconds()
      if let first = state.turn.firstWriteNanoseconds {
        _ = firstSound.compareExchange(expected: 0, desired: first, ordering: .acquiringAndReleasing)
      }
      switch state.turn.ending {
      case .sounded:
        hasSounded.store(true, ordering: .releasing)
        return false
      case .cut: return false
      case .failed:
        if state.retry == 0 {
          wait(&state, now)
        } else if now >= state.retry {
          renew(&state)
        }
      case nil: attend(&state, now)
      }
      return true
    }
  }

  private func wait(_ state: inout State, _ now: Int) {
    state.retry = now + Int(state.backOff * 1e9)
    state.backOff = min(2, state.backOff * 2)
  }

  private func renew(_ state: inout State) {
    state.cursor.rewind()
    (state.turn, state.isAtEnd) = (EmergencyTurn(), false)
    fill(&state)
    open(&state)
  }

  private func attend(_ state: inout State, _ now: Int) {
    fill(&state)
    if state.turn.isTaken {
      let heard = state.turn.progress
      if heard != state.heard { (state.heard, state.moved, state.backOff) = (heard, now, 0.25) }
      if now - state.moved > Self.moveNanoseconds { replace(&state) }
    } else if state.retry > 0 {
      guard now >= state.retry else { return }
      state.retry = 0
      line.openIfFree()
    } else if !line.lane.isHeld {
      // It failed to open; or whoever had it went as this turn came.
      if line.failure == nil { line.openIfFree() } else { wait(&state, now) }
    } else if !line.isOpening, now - state.opened > Self.takeNanoseconds {
      replace(&state)
    }
  }

  /// Whoever has the device hangs: it is opened anew beside them.
  private func replace(_ state: inout State) {
    // A holder that wakes up finds the turn taken.
    _ = state.turn.claim()
    state.turn.cancel()
    state.cursor.rewind()
    (state.turn, state.isAtEnd) = (EmergencyTurn(), false)
    line.lane.evict()
    fill(&state)
    open(&state)
  }
}
