public import PCM

/// What a loudspeaker asks of the sound that is sent to it.
public struct MasteringSettings: Sendable, Hashable {
  /// How much is done for speech to be understood through a horn, over noise and distance.
  public enum Clarity: String, Sendable, Hashable, CaseIterable {
    case none, medium, strong
  }

  /// Everything below is taken away at 24 dB per octave, from recordings too: it moves a horn's driver and is
  /// not heard. `nil` leaves only a filter at 20 Hz against a direct-current offset.
  public var highPassHertz: Double?
  public var clarity: Clarity
  /// How long before a peak the limiter begins to turn down.
  public var limiterAttackMilliseconds: Double
  /// The time constant of its return.
  public var limiterReleaseMilliseconds: Double
  public var target: LUFS
  /// Kept after quantisation to 16 bits.
  public var ceiling: TruePeak
  public var outputRate: SampleRate

  /// - Precondition: times are positive, the high-pass is below half the output rate, the ceiling is at most 0
  ///   dBTP.
  public init(
    highPassHertz: Double? = nil, clarity: Clarity = .medium, limiterAttackMilliseconds: Double = 2,
    limiterReleaseMilliseconds: Double = 32, target: LUFS = LUFS(-16), ceiling: TruePeak = TruePeak(dBTP: -1),
    outputRate: SampleRate = .broadcast
  ) {
    precondition(limiterAttackMilliseconds > 0 && limiterReleaseMilliseconds > 0, "a limiter takes time")
    precondition(ceiling.dBTP <= 0 && target.value.isFinite, "a ceiling is at most 0 dBTP and a target a number")
    self.highPassHertz = highPassHertz
    self.clarity = clarity
    self.limiterAttackMilliseconds = limiterAttackMilliseconds
    self.limiterReleaseMilliseconds = limiterReleaseMilliseconds
    self.target = target
    self.ceiling = ceiling
    self.outputRate = outputRate
  }
}
