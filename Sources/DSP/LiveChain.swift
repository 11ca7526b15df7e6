public import PCM

/// The mastering chain for sound that has no end to wait for: a relay, a microphone, an emergency.
///
/// Repair, high-pass and shaping, resampling, compression (`LiveDynamics`), gain riding (`LoudnessRider`), true-peak
/// limiter: `MasteringChain`'s blocks in the same order, each in its streaming form. Sound leaves `latencySeconds`
/// after it came, at most 12 ms at input rates from 16 kHz up. How the input is cut changes nothing, to the bit.
/// Nothing is allocated after `init` while `output` has room.
///
/// ```swift
/// var chain = LiveChain(settings: .horn, from: .broadcast)
/// chain.process(period.span, into: &output)
/// ```
public struct LiveChain: Sendable {
  /// What comes in: speech is made clearer, anything else only levelled.
  public enum Content: Sendable, Hashable { case speech, programme }

  public let settings: MasteringSettings
  /// From a sample's coming to its leaving.
  public let latencySeconds: Double

  /// How many frames a sound lies later in what leaves, counted from the first.
  let delayFrames: Int

  private var lane: SoundLane
  private var dynamics: LiveDynamics
  private var rider: LoudnessRider
  private var limiter: TruePeakLimiter
  private var fresh: [Float] = []
  private var damaged = 0

  /// - Parameters:
  ///   - rate: of the mono sound that comes.
  ///   - startingGain: what the sound is expected to need; riding goes on from there.
  public init(
    settings: MasteringSettings, from rate: SampleRate, content: Content = .speech, startingGain: Decibels = .unity
  ) {
    self.settings = settings
    let output = Double(settings.outputRate.hertz)
    let isSpeech = content == .speech
    // A microphone has sound up to half its rate: it is never mirrored.
    lane = SoundLane(
      rate: rate, to: settings.outputRate, band: .full,
      filter: SpeechFilter(
        rateHertz: Double(rate.hertz), highPassHertz: settings.highPassHertz, clarity: isSpeech ? settings.clarity : .none))
    dynamics = LiveDynamics(isSpeech ? settings.clarity : .none, rateHertz: output)
    rider = LoudnessRider(target: settings.target, rateHertz: output, startingGain: startingGain)
    limiter = TruePeakLimiter(
      format: PCMFormat(rate: settings.outputRate, channelCount: 1), ceiling: settings.ceiling,
      attackMilliseconds: settings.limiterAttackMilliseconds, releaseMilliseconds: settings.limiterReleaseMilliseconds)
    delayFrames =
      LiveDynamics.latencyFrames + limiter.latencyFrames
      + settings.outputRate.frames(inSeconds: SpeechFilter.latencySamples / Double(rate.hertz))
    latencySeconds =
      SpeechFilter.latencySamples / Double(rate.hertz) + lane.resamplerLatencySeconds
      + Double(LiveDynamics.latencyFrames + limiter.latencyFrames) / output
    fresh.reserveCapacity(Self.piece * max(1, settings.outputRate.hertz / max(1, rate.hertz) + 1) + 1024)
  }

  /// Samples taken at a time.
  private static let piece = 1024

  /// What riding gives now.
  public var gain: Decibels { rider.gain }
  /// Loudness of what has left lately, pauses not counted; `.silence` before the first sound.
  public var loudness: LUFS { rider.outputLoudness }
  public var maximumGainReduction: Decibels { Decibels(amplitude: 1 / Double(limiter.smallestGain)) }
  /// Samples that were no number, infinite or beyond ±1e6, and became 0.
  public var damagedSamples: Int { damaged }

  /// Appends to `output` what the next samples make ready.
  public mutating func process(_ input: Span<Float>, into output: inout [Float]) {
    var start = 0
    while start < input.count {
      let end = min(start + Self.piece, input.count)
      damaged += lane.process(input.extracting(start..<end), into: &fresh)
      pass(into: &output)
      start = end
    }
  }

  /// Appends what is still on its way; the chain then waits for other sound at the gain it has.
  public mutating func finish(into output: inout [Float]) {
    lane.finish(into: &fresh)
    pass(into: &output)
    fresh.append(contentsOf: repeatElement(0, count: LiveDynamics.latencyFrames + limiter.latencyFrames))
    pass(into: &output)
  }

  private mutating func pass(into output: inout [Float]) {
    var sound: [Float] = []
    swap(&sound, &fresh)
    for index in sound.indices {
      let levelled = rider.level(dynamics.process(sound[index]))
      let limited = limiter.process(levelled)
      rider.hear(limited)
      output.append(limited)
    }
    sound.removeAll(keepingCapacity: true)
    swap(&sound, &fresh)
  }
}
