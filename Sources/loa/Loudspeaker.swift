internal import AudioOutput
internal import Foundation
internal import Playout

/// Playing for a person at a terminal: progress, what was granted, Ctrl-C.
enum Loudspeaker {
  /// Plays on an ALSA device, or into `file` as fast as it goes.
  /// - Throws: `AudioOutputError` when the device cannot be opened; one that fails later is the report's `failure`.
  static func play(_ playlist: Playlist, device: String, file: String? = nil, isVerbose: Bool = false) async throws -> PlayReport
  {
    let report: PlayReport
    if let file {
      report = try await interruptible(playlist) { try FileOutput(path: file) }
    } else {
      report = try await interruptible(playlist) {
        // A fifth of a second rides out a busy processor; it is also what is still heard after Ctrl-C.
        let output = try ALSAOutput(device: device, asking: OutputParameters(bufferFrames: 9_600))
        if isVerbose { Terminal.remark("\(output.granted)") }
        return output
      }
    }
    Terminal.clearProgress()
    return report
  }

  /// Ctrl-C and SIGTERM fade out and end the playing, not the program.
  private static func interruptible<Output: LoudspeakerOutput & SendableMetatype>(
    _ playlist: Playlist, open: @escaping @Sendable () throws -> sending Output
  ) async throws -> PlayReport {
    let playing = Task { await Player().play(playlist, on: try open(), onEvent: show) }
    let sources = Interruption.calling { playing.cancel() }
    defer { for source in sources { source.cancel() } }
    return try await playing.value
  }

  @Sendable private static func show(_ event: PlayEvent) {
    switch event {
    case .started(_, let item, let total): Terminal.progress("▶ \(item.title) (\(Format.length(total)))")
    case .progress(let index, let seconds, let total):
      Terminal.progress("▶ [\(index + 1)] \(Format.length(seconds)) / \(Format.length(total))")
    case .ended(_, let item, let outcome):
      if case .skipped(let reason) = outcome {
        Terminal.complain("\(item.title): " + text(reason.vietnamese, reason.english))
      }
    }
  }
}
