internal import Synchronization

/// What a round says, while it is still being made: mono frames at 48 kHz, added by one thread, read by a feeder per loudspeaker.
final class RoundMessage: Sendable {
  private struct State {
    var frames: [Int16] = []
    /// Frames before these that live speech has passed over.
    var gone = 0
    var isComplete = false
    /// Live speech: what is not read in time is passed over.
    var isLive = false
  }

  private let state: Mutex<State>
  /// Frames of live speech that are kept: a second.
  private static let liveFrames = 48_000

  init(isLive: Bool = false) { state = Mutex(State(isLive: isLive)) }

  /// Adds frames; none once it is complete.
  func append(_ more: [Int16]) {
    state.withLock { state in
      guard !state.isComplete else { return }
      state.frames += more
      let surplus = state.frames.count - 2 * Self.liveFrames
      guard state.isLive, surplus > 0 else { return }
      state.frames.removeFirst(surplus + Self.liveFrames)
      state.gone += surplus + Self.liveFrames
    }
  }

  func complete() { state.withLock { $0.isComplete = true } }

  var isLive: Bool { state.withLock { $0.isLive } }

  /// What comes from here on is whole, and nothing of the live speech is left.
  func endLive() {
    state.withLock { state in
      state.gone += state.frames.count
      (state.frames, state.isLive) = ([], false)
    }
  }

  /// Gives the memory back once nobody reads any more, and takes no more.
  func forget() { state.withLock { ($0.gone, $0.frames, $0.isComplete) = ($0.gone + $0.frames.count, [], true) } }

  var isEmpty: Bool { state.withLock { $0.frames.isEmpty && $0.gone == 0 } }

  /// Up to `limit` frames from a place on, and the place after them.
  func frames(from start: Int, limit: Int) -> (frames: ArraySlice<Int16>, next: Int, isLast: Bool) {
    state.withLock { state in
      let end = state.gone + state.frames.count
      // Live speech is heard as it is spoken, not from where it was opened.
      let first = min(end, max(state.isLive && start == 0 ? end - 2400 : start, state.gone))
      let last = min(first + limit, end)
      let slice = state.frames[(first - state.gone)..<(last - state.gone)]
      return (slice, last, state.isComplete && last == end)
    }
  }
}
