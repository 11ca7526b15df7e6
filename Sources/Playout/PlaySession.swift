internal import AudioFile
internal import AudioOutput
internal import PCM
internal import Synchronization

/// One playing of one playlist, seen from the player's task: feeds the ring, follows what is heard, and watches that the
/// output thread goes on.
struct PlaySession {
  private let granted: GrantedParameters
  private let ring: FrameRing
  private let state: LoopState
  private var ledger: PlayLedger
  private var watchdog: ProgressWatchdog
  private var block = [Int16](repeating: 0, count: CueReader.blockFrames)
  private var pushed = 0
  private var tail = MusicTail()
  /// Set when the output thread hangs in a driver and was given up.
  private var abandoned: AudioOutputError?

  init(granted: GrantedParameters, ring: FrameRing, state: LoopState) {
    self.granted = granted
    self.ring = ring
    self.state = state
    ledger = PlayLedger(hertz: granted.rate.hertz)
    // The output's own patience comes first: waking up, writing, and draining a full buffer.
    let asked = granted.asked
    watchdog = ProgressWatchdog(
      seconds: asked.openingSeconds + 2 * asked.patienceSeconds + granted.latencySeconds + 1)
  }

  /// - Parameter next: asked for what comes after all that was pushed; told in how many seconds it would be heard.
  mutating func run(
    _ next: (Double) async -> Cue, _ onEvent: (PlayEvent) -> Void
  ) async -> PlayReport {
    await feed(next, onEvent)
    state.isComplete.store(true, ordering: .releasing)
    while !isOver { await wait(onEvent) }
    return report(onEvent)
  }

  private mutating func feed(_ next: (Double) async -> Cue, _ onEvent: (PlayEvent) -> Void) async {
    while !isEnding {
      switch await next(secondsAhead) {
      case .end:
        await push(tail.take(.max), onEvent)
        return
      case .silence(let seconds):
        let frames = granted.rate.frames(inSeconds: seconds)
        let ending = tail.take(frames)
        await push(ending, onEvent)
        await pushSilence(frames - ending.count, onEvent)
        // What comes after the silence may change until shortly before it is heard.
        while isPaced, secondsAhead > Self.silenceAhead, !isEnding { await wait(onEvent) }
      case .skip(let item, let reason): ledger.skip(ledger.add(item), at: pushed, reason: reason)
      case .item(let checked):
        if checked.item.kind != .music { await push(tail.take(.max), onEvent) }
        let index = ledger.add(checked.item)
        do throws(AudioFileError) {
          try await push(checked, index, onEvent)
          await pushSilence(granted.rate.frames(inSeconds: checked.item.gapSeconds), onEvent)
        } catch {
          // The file was taken away between its check and its turn.
          ledger.skip(index, at: pushed, reason: .file(error))
        }
      }
    }
  }

  /// How much silence is in the ring when the next item is asked for, in seconds.
  private static let silenceAhead = 0.25

  private var isPaced: Bool { state.isPaced.load(ordering: .relaxed) }
  private var secondsAhead: Double { Double(pushed - heard) / Double(granted.rate.hertz) }

  /// Throws only while nothing of the item was pushed.
  private mutating func push(
    _ checked: CheckedItem, _ index: Int, _ onEvent: (PlayEvent) -> Void
  ) async throws(AudioFileError) {
    var reader = try CueReader(checked.item, rate: granted.rate)
    var count = try reader.read(into: &block)
    let held = min(granted.rate.frames(inSeconds: checked.item.crossfadeSeconds), checked.frames / 2)
    let end = pushed + checked.frames - held
    ledger.begin(index, at: pushed, total: checked.frames - held)
    while count > 0, pushed < end, !isEnding {
      tail.mix(into: &block, count)
      let sounding = min(count, end - pushed)
      if sounding < count { tail.hold(block[sounding..<count]) }
      await push(sounding, onEvent)
      ledger.extend(to: pushed)
      count = (try? reader.read(into: &block)) ?? 0
    }
    if pushed < end, !isEnding { ledger.cut() }
    while held > 0, count > 0, !isEnding {
      tail.hold(block[..<count])
      count = (try? reader.read(into: &block)) ?? 0
    }
  }

  /// Pushes frames that are no item's own.
  private mutating func push(_ frames: [Int16], _ onEvent: (PlayEvent) -> Void) async {
    var rest = frames[...]
    while !rest.isEmpty, !isEnding {
      let count = min(rest.count, block.count)
      block.replaceSubrange(..<count, with: rest.prefix(count))
      await push(count, onEvent)
      rest = rest.dropFirst(count)
    }
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
    let isPaced = isPaced
    // With a second in hand there is no hurry.
    let pace = secondsAhead > 1 ? 80 : 20
    // A task of its own: this one may be cancelled, and the fade still has to be awaited.
    await Task.detached { try? await Task.sleep(for: .milliseconds(isPaced ? pace : 1)) }.value
    ledger.advance(to: heard).forEach(onEvent)
    // A disk may be slow to finish a file; only what plays in real time can stand still.
    if isPaced, watchdog.hasStalled(state.passes.load(ordering: .relaxed), now: monotonicNanoseconds()) {
      state.isAbandoned.store(true, ordering: .relaxed)
      abandoned = .stalled(device: granted.device, operation: .write, seconds: granted.asked.patienceSeconds)
    }
  }

  private var hasFinished: Bool { state.hasFinished.load(ordering: .acquiring) }
  private var isPreempted: Bool { state.isPreempted.load(ordering: .acquiring) }
  private var isOver: Bool { hasFinished || isPreempted || abandoned != nil }
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
      wasStopped: state.isStopping.load(ordering: .relaxed), wasPreempted: isPreempted,
      failure: abandoned ?? state.failure.withLock { $0 })
  }
}
