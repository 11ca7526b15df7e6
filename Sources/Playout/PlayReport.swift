public import AudioOutput
internal import Glibc

/// What became of a playlist.
public struct PlayReport: Sendable {
  /// One outcome per item of the playlist.
  public internal(set) var outcomes: [PlayOutcome]
  public let granted: GrantedParameters
  /// CLOCK_MONOTONIC in nanoseconds when the device had taken its first frames; nil if it never did.
  public let firstWriteNanoseconds: Int?
  /// Frames of items and gaps handed to the device.
  public let frames: Int
  /// Frames of silence put in because decoding was late; 0 when all is well.
  public let lateFrames: Int
  /// Times the device ran dry.
  public let xruns: Int
  public let hasRealTimePriority: Bool
  /// Whether it was stopped before the end.
  public let wasStopped: Bool
  /// Whether an emergency took its device.
  public let wasPreempted: Bool
  /// Why the device ended the playing, if it did.
  public let failure: AudioOutputError?

  /// Whether every item was played from its first frame to its last.
  public var isComplete: Bool { failure == nil && outcomes.allSatisfy { $0 == .played } }

  /// The system had no thread to play on.
  static func unstarted(_ granted: GrantedParameters) -> PlayReport {
    PlayReport(
      outcomes: [], granted: granted, firstWriteNanoseconds: nil, frames: 0,
      lateFrames: 0, xruns: 0, hasRealTimePriority: false, wasStopped: false, wasPreempted: false,
      failure: .failed(device: granted.device, operation: .open, code: -EAGAIN, detail: "pthread_create"))
  }
}
