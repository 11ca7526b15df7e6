internal import Glibc
internal import Synchronization

/// What one loudspeaker has been given since it was made, over all its openings: counted by the output thread, read by anyone.
public final class PlayMeter: Sendable {
  let framesCount = Atomic<Int>(0)
  let lateCount = Atomic<Int>(0)
  let xrunCount = Atomic<Int>(0)
  /// The largest sample and the mean square of the last whole window; 0 in silence.
  let peak = Atomic<Int>(0)
  let meanSquare = Atomic<Int>(0)

  public init() {}

  /// Frames handed to the device.
  public var frames: Int { framesCount.load(ordering: .relaxed) }
  /// Frames of silence put in because decoding was late.
  public var lateFrames: Int { lateCount.load(ordering: .relaxed) }
  /// Times the device ran dry.
  public var xruns: Int { xrunCount.load(ordering: .relaxed) }

  /// The level of the last tenth of a second, in dB of full scale; nil in silence.
  public var level: (peakDecibels: Double, rmsDecibels: Double)? {
    let (peak, square) = (peak.load(ordering: .relaxed), meanSquare.load(ordering: .relaxed))
    guard peak > 0 else { return nil }
    return (20 * log10(Double(peak) / 32768), 10 * log10(max(1, Double(square)) / (32768 * 32768)))
  }

  /// The device is closed: nothing sounds.
  func rest() {
    peak.store(0, ordering: .relaxed)
    meanSquare.store(0, ordering: .relaxed)
  }
}
