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
  ///   - onEvent: called in the calling task, about 25 times a second.
  /// - Returns: one outcome per item, and why it ended. Faulty items and devices are outcomes, not errors.
  public func play<Output: LoudspeakerOutput & SendableMetatype>(
    _ playlist: Playlist, on output: sending Output, onEvent: (PlayEvent) -> Void = { _ in }
  ) async -> PlayReport {
    let granted = output.granted
    // About 2.7 s at 48 kHz: what decoding may be late.
    let ring = FrameRing(capacity: 1 << 17)
    let state = LoopState()
    let loop = OutputLoop(output: output, ring: ring, state: state, fadeSeconds: fadeSeconds)
    var session = PlaySession(playlist: playlist, granted: granted, ring: ring, state: state)
    guard OutputThread.start(priority: realTimePriority, state: state, { loop.run() }) else {
      return PlayReport.unstarted(playlist, granted)
    }
    return await withTaskCancellationHandler {
      await session.run(onEvent)
    } onCancel: {
      state.isStopping.store(true, ordering: .relaxed)
    }
  }
}
