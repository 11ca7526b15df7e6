// Playout: a playlist to a loudspeaker. Level 2: may import PCM, Schedule, AudioFile, AudioOutput and DSP; never Store,
// Speech, Production or Console, so that a broken database, a hung synthesiser or a full disk cannot stop sound.
public import AudioOutput
internal import Synchronization

/// Plays playlists on loudspeakers: verifies and decodes ahead in the calling task, and hands over on a thread of its own.
///
/// What the device gets equals the files' samples, with gaps of silence between; a faulty item is passed over. Cancelling
/// the task fades out and ends.
public struct Player: Sendable {
  /// How long the fade lasts when playing is stopped, in seconds.
  public let fadeSeconds: Double
  /// SCHED_FIFO priority asked for the output thread, 1 to 99; nil runs it like any other thread.
  public let realTimePriority: Int?

  /// - Precondition: `fadeSeconds` is positive.
  public init(fadeSeconds: Double = 0.01, realTimePriority: Int? = nil) {
    precondition(fadeSeconds > 0 && fadeSeconds.isFinite)
    self.fadeSeconds = fadeSeconds
    self.realTimePriority = realTimePriority
  }

  /// Plays a playlist to its end, until the task is cancelled, or until the device fails.
  ///
  /// - Parameters:
  ///   - output: belongs to the player from here on; it is closed when playing has ended.
  ///   - onEvent: called in the calling task, 12 to 50 times a second.
  /// - Returns: one outcome per item, and why it ended. Faulty items and devices are outcomes, not errors.
  public func play<Output: LoudspeakerOutput & SendableMetatype>(
    _ playlist: Playlist, on output: sending Output, onEvent: (PlayEvent) -> Void = { _ in }
  ) async -> PlayReport {
    let rate = output.granted.rate
    var verdicts = CueCheck.stream(playlist.items, rate: rate).makeAsyncIterator()
    var items = playlist.items[...]
    var report = await play(
      on: output,
      next: { _ in
        guard let item = items.popFirst(), let verdict = await verdicts.next() else { return .end }
        switch verdict {
        case .failure(let reason): return .skip(item, reason)
        case .success(let frames): return .item(CheckedItem(item, frames: frames, rate: rate))
        }
      }, onEvent: onEvent)
    report.outcomes += Array(repeating: .notReached, count: playlist.items.count - report.outcomes.count)
    return report
  }

  /// Plays what `next` answers until it answers `end`, until the task is cancelled, or until the device fails.
  ///
  /// - Parameters:
  ///   - output: belongs to the player from here on; it is closed when playing has ended.
  ///   - next: asked as soon as all before it has been pushed, up to 2.7 s early; told in how many seconds its answer would be heard.
  ///   - meter: counts what the loudspeaker is given.
  ///   - claim: given back with the device. Emergencies on its lane go first: the programme then ends at once, and the device
  ///     stays with them.
  ///   - onEvent: called in the calling task, 12 to 50 times a second.
  /// - Returns: one outcome per item, and why it ended.
  public func play<Output: LoudspeakerOutput & SendableMetatype>(
    on output: sending Output, next: (Double) async -> Cue, meter: PlayMeter = PlayMeter(),
    claim: EmergencyLane.Claim = EmergencyLane.Claim(),
    onEvent: (PlayEvent) -> Void = { _ in }
  ) async -> PlayReport {
    let granted = output.granted
    // About 2.7 s at 48 kHz: what decoding may be late.
    let ring = FrameRing(capacity: 1 << 17)
    let state = LoopState(meter: meter)
    let loop = OutputLoop(output: output, ring: ring, state: state, claim: claim, fadeSeconds: fadeSeconds)
    var session = PlaySession(granted: granted, ring: ring, state: state)
    guard OutputThread.start(priority: realTimePriority, state: state, { loop.run() }) else {
      claim.release()
      return PlayReport.unstarted(granted)
    }
    return await withTaskCancellationHandler {
      await session.run(next, onEvent)
    } onCancel: {
      state.isStopping.store(true, ordering: .relaxed)
    }
  }

  /// Sounds the turns of a claim's lane on a device that plays nothing else; returns at once.
  ///
  /// - Parameters:
  ///   - output: belongs to the player from here on; it is closed when the last turn has ended, and the claim given back.
  /// - Returns: false if the system has no thread to give; the claim is given back then.
  public func sound<Output: LoudspeakerOutput & SendableMetatype>(
    _ claim: EmergencyLane.Claim, on output: sending Output, meter: PlayMeter
  ) -> Bool {
    let state = LoopState(meter: meter)
    state.isComplete.store(true, ordering: .relaxed)
    let loop = OutputLoop(
      output: output, ring: FrameRing(capacity: 1 << 12), state: state, claim: claim, fadeSeconds: fadeSeconds)
    let isStarted = OutputThread.start(priority: realTimePriority, state: state) { loop.run() }
    if !isStarted { claim.release() }
    return isStarted
  }
}
