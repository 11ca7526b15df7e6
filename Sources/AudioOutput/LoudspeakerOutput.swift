// AudioOutput: samples to a sound card. Level 1: may import PCM and CALSA; alsa-lib is spoken to only here.
// No call waits without a limit: a device that takes nothing is reported as stalled.

/// Something that takes mono 16-bit frames in order and plays or keeps them: `ALSAOutput`, Playout's `FileOutput`.
///
/// One owner, one thread at a time. `write` is called from the real-time thread and allocates nothing while all is well.
public protocol LoudspeakerOutput: AnyObject {
  /// Rate, period and buffer that the device agreed to.
  var granted: GrantedParameters { get }

  /// Whether the device takes frames no faster than they sound; known after the first write.
  var isPaced: Bool { get }

  /// Frames written that have not sounded yet.
  var queuedFrames: Int { get }

  /// Whether a period can be written without waiting; true where that is not known.
  var hasRoom: Bool { get }

  /// Times the device ran dry and was started again.
  var xruns: Int { get }

  /// Hands over frames, waiting for room where needed, but not for long.
  func write(_ frames: Span<Int16>) throws(AudioOutputError)

  /// Lets what was written sound to its end.
  func drain() throws(AudioOutputError)

  /// Forgets what has not sounded yet, at once.
  func drop()

  /// Lets the device go; what is queued is lost, and nothing more is written.
  func close()
}
