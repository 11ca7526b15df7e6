/// A microphone or a line back from an amplifier, listened to for how loud it is; nothing of what it hears is kept.
public final class LevelCapture: Sendable {
  private let history: LevelHistory
  private let loop: CaptureLoop

  /// Opens a capture device and begins to listen, on a thread of its own.
  ///
  /// - Throws: as `ALSAOutput`.
  public init(device: String, configuration: String? = nil) throws(AudioOutputError) {
    let history = LevelHistory()
    self.history = history
    let asked = OutputParameters(bufferFrames: 9600)
    loop = try CaptureLoop(device: device, asking: asked, configuration: configuration) { bytes, granted in
      history.append(granted.sampleFormat.meanSquare(of: bytes), at: monotonicNanoseconds())
    }
  }

  /// Whether it still hears.
  public var isListening: Bool { loop.isListening }

  /// Mean squares of hundredths of a second between two moments of CLOCK_MONOTONIC in nanoseconds; full scale is 1.
  public func levels(from start: Int, to end: Int) -> [Float] { history.levels(from: start, to: end) }
}
