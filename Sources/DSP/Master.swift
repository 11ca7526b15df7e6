public import PCM

/// Mastered sound: 16-bit mono at the settings' output rate.
public struct Master: Sendable {
  /// Dithered (triangular, fixed seed: the same input gives the same samples).
  public let samples: [Int16]
  public let rate: SampleRate
  /// What a meter reads from `samples`.
  public let measurement: LoudnessMeasurement
  /// The gain that speech (or the first recording, if there is no speech) was given before the limiter.
  public let gain: Decibels
  /// The most that the limiter took away, at least 0.
  public let maximumGainReduction: Decibels
  /// Input samples that were no number, infinite or beyond ±1e6 and became 0.
  public let damagedSamples: Int

  public var seconds: Double { Double(samples.count) / Double(rate.hertz) }
}
