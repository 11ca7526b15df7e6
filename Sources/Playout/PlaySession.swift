internal import AudioFile
internal import AudioOutput
internal import PCM
internal import Synchronization

/// One playing of one playlist, seen from the player's task: feeds the ring, follows what is heard, and watches that the
/// output thread goes on.
struct PlaySession {
  private let items: [PlaylistItem]
  private let granted: GrantedParameters
  private let ring: FrameRing
  private let state: LoopState
  private var ledger: PlayLedger
  private var watchdog: ProgressWatchdog
  private var block = [Int16](repeating: 0, count: CueReader.blockFrames)
  private var pushed = 0
  /// Set when the output thread hangs in a driver and was given up.
  private var abandoned: AudioOutputError?

  init(playlist: Playlist, granted: GrantedParameters, ring: FrameRing, state: LoopState) {
    items = playlist.items
    self.granted = granted
    self.ring = ring
    self.state = state
    ledger = PlayLedger(items: playlist.items, hertz: granted.rate.hertz)
    // The output's own patience comes first: waking up, writing, and draining a full buffer.
    let asked = granted.asked
    watchdog = ProgressWatchdog(
      seconds: asked.openingSeconds + 2 * asked.patienceSeconds + granted.latencySeconds + 1)
  }

  mutating func run(_ onEvent: (PlayEvent) -> Void) async -> PlayReport {
    await feed(onEvent)
    state.isComplete.store(true, ordering: .releasing)
    while !isOver { await wait(onEvent) }
    return report(onEvent)
  }

  private mutating func feed(_ onEvent: (PlayEvent) -> Void) async {
    var verdicts = CueCheck.stream(items, rate: granted.rate).makeAsyncIterator()
    for index in items.indices {
      guard !isEnding, let verdict = await verdicts.next() else { return }
      switch verdict {
      case .failure(let reason):
        ledger.skip(index, at: pushed, reason: reason)
        continue
      case .success(let total):
        do throws(AudioFileError) {
          try await push(index, total, onEvent)
        } catch {
          // The file was taken away between its check and its turn.
          ledger.skip(index, at: pushed, reason: .file(error))
          continue
        }
      }
      await pushSilence(granted.rate.frames(inSeconds: items[index].gapSeconds), onEvent)
    }
  }

  /// Pushes an item's `total` frames; throws only while nothing of it was pushed.
  private mutating func push(_ index: Int, _ total: Int, _ onEvent: (PlayEvent) -> Void) async throws(AudioFileError) {
    var reader = try CueReader(items[index])
    var count = try reader.read(into: &block)
    let end = pushed + total
    ledger.begin(index, at: pushed, total: total)
    while count > 0, pushed < end, !isEnding {
      await push(min(count, end - pushed), onEvent)
      ledger.extend(to: pushed)
      count = (try? reader.read(into: &block)) ?? 0
    }
    if pushed < end, !isEnding { ledger.cut() }
  }

  private mutating func pushSilence(_ frames: Int, _ onEvent: (PlayEvent) -> Void) async {
    for index in block.indices { block[index] = 0 }
    var left = frames
    while left > 0, !isEnding {
      let count = min(left, block.count)
      await push(count, onEvent)
      left -= count
    }
  }

  /// Pushes the block's first `count` frames, waiting for room.
  private mutating func push(_ count: Int, _ onEvent: (PlayEvent) -> Void) async {
    var done = 0
    while done < count, !isEnding {
      let fitted = ring.push(block.span.extracting(done..<count))
      done += fitted
      pushed += fitted
      if done < count { await wait(onEvent) }
    }
  }

  /// Waits a little, reports what has been heard, and gives the output thread up if it stands still.
  private mutating func wait(_ onEvent: (PlayEvent) -> Void) async {
    let isPaced = state.isPaced.load(ordering: .relaxed)
    // A task of its own: this one may be cancelled, and the fade still has to be awaited.
    await Task.detached { try? await Task.sleep(for: .milliseconds(isPaced ? 20 : 1)) }.value
    ledger.advance(to: heard).forEach(onEvent)
    // A disk may be slow to finish a file; only what plays in real time can stand still.
    if isPaced, watchdog.hasStalled(state.passes.load(ordering: .relaxed), now: monotonicNanoseconds()) {
      abandoned = .stalled(device: granted.device, operation: .write, seconds: granted.asked.patienceSeconds)
    }
  }

  private var hasFinished: Bool { state.hasFinished.load(ordering: .acquiring) }
  private var isOver: Bool { hasFinished || abandoned != nil }
  /// Nothing need be pushed any more.
  private var isEnding: Bool { isOver || state.isStopping.load(ordering: .relaxed) }

  /// Frames that have sounded.
  private var heard: Int {
    max(0, state.taken.load(ordering: .relaxed) - state.queued.load(ordering: .relaxed))
  }

  private mutating func report(_ onEvent: (PlayEvent) -> Void) -> PlayReport {
    let end = ledger.finish(at: heard)
    end.events.forEach(onEvent)
    let firstWrite = state.firstWrite.load(ordering: .relaxed)
    return PlayReport(
      outcomes: end.outcomes, granted: granted, firstWriteNanoseconds: firstWrite == 0 ? nil : firstWrite,
      frames: state.taken.load(ordering: .relaxed), lateFrames: state.silence.load(ordering: .relaxed),
      xruns: state.xruns.load(ordering: .relaxed),
      hasRealTimePriority: state.hasRealTimePriority.load(ordering: .relaxed),
      wasStopped: state.isStopping.load(ordering: .relaxed),
      failure: abandoned ?? state.failure.withLock { $0 })
  }
}
