// DSP: filters, meters, limiter, resampler and clarity as values, no input or output. Level 1: imports PCM and
// the C library's mathematics, nothing else; reads no clock, starts no thread, needs no Foundation.
public import PCM

/// Turns speech and recordings into one mastered programme.
///
/// What can be done while sound arrives (repair, filters, resampling, analysis) is done in `append`, so that it
/// overlaps synthesis; `finish` plans one gain curve (clarity, loudness, true-peak limiter) and applies it. A
/// pure value: the same calls give the same samples.
///
/// ```swift
/// var chain = MasteringChain(settings: .horn)
/// chain.append(speech: utterance.samples.span, rate: .espeak)
/// chain.appendSilence(seconds: 0.4)
/// let master = chain.finish()
/// ```
public struct MasteringChain: Sendable {
  public let settings: MasteringSettings
  private var sound: [Float] = []
  private(set) var parts: [Part] = []
  private var lane: SoundLane?
  private var analysis: BlockAnalysis
  private var damaged = 0

  /// A stretch of one kind; each begins on a whole block.
  struct Part {
    enum Kind { case speech, recording }
    let kind: Kind
    let firstBlock: Int
  }

  public init(settings: MasteringSettings) {
    self.settings = settings
    analysis = BlockAnalysis(rateHertz: Double(settings.outputRate.hertz))
    sound.reserveCapacity(90 * settings.outputRate.hertz)
  }

  /// Adds mono speech as it comes from the synthesiser, in pieces of any size.
  public mutating func append(speech: Span<Float>, rate: SampleRate) {
    guard !speech.isEmpty else { return }
    if lane?.rate != rate || parts.last?.kind != .speech {
      closeLane()
      if parts.last?.kind != .speech { open(.speech) }
      lane = SoundLane(
        rate: rate, to: settings.outputRate, band: .speech,
        filter: SpeechFilter(
          rateHertz: Double(rate.hertz), highPassHertz: settings.highPassHertz, clarity: settings.clarity))
    }
    feed(speech)
  }

  /// Adds a whole recording, mixed to mono: no clarity, and by itself at the target loudness, so that it
  /// matches the speech.
  public mutating func append(recording: Span<Float>, rate: SampleRate) {
    guard !recording.isEmpty else { return }
    closeLane()
    open(.recording)
    lane = SoundLane(
      rate: rate, to: settings.outputRate, band: .full,
      filter: SpeechFilter(rateHertz: Double(rate.hertz), highPassHertz: settings.highPassHertz, clarity: .none))
    feed(recording)
    closeLane()
  }

  /// Adds digital silence after the last sound has rung out; at most an hour at once.
  public mutating func appendSilence(seconds: Double) {
    guard seconds > 0 else { return }
    closeLane()
    let frames = min(seconds, 3600) * Double(settings.outputRate.hertz)
    sound.append(contentsOf: repeatElement(0, count: Int(frames.rounded())))
    analysis.advance(over: sound)
  }

  private mutating func feed(_ samples: Span<Float>) {
    damaged += lane?.process(samples, into: &sound) ?? 0
    analysis.advance(over: sound)
  }

  private mutating func closeLane() {
    lane?.finish(into: &sound)
    lane = nil
  }

  private mutating func open(_ kind: Part.Kind) {
    pad()
    parts.append(Part(kind: kind, firstBlock: sound.count / BlockAnalysis.blockFrames))
  }

  private mutating func pad() {
    let over = sound.count % BlockAnalysis.blockFrames
    if over > 0 { sound.append(contentsOf: repeatElement(0, count: BlockAnalysis.blockFrames - over)) }
  }

  /// Brings the programme to the target within 0.1 LU with its true peak at most the ceiling, and quantises it.
  ///
  /// Silence, and noise below -60 LUFS, keep their level. About 5 ns per sample on the default x86-64 target.
  public consuming func finish() -> Master {
    closeLane()
    let frames = sound.count
    pad()
    sound.append(contentsOf: repeatElement(0, count: BlockAnalysis.blockFrames))
    analysis.finish(over: sound)
    var plan = GainPlan(analysis: analysis, parts: parts, settings: settings)
    var render = Rendering(frames: sound.count)
    var target = settings.target.value
    // Below the ceiling by what four-times oversampling can miss and the moving gain can add.
    var ceiling = settings.ceiling.dBTP - 0.1
    var measurement: LoudnessMeasurement
    var round = 0
    repeat {
      plan.solve(target: target, ceiling: TruePeak(dBTP: ceiling).amplitude, sound: sound)
      render.apply(plan.gains, to: sound)
      measurement = render.measure(frames: frames, rate: settings.outputRate)
      let miss = settings.target.value - measurement.integrated.value
      let over = measurement.truePeak.dBTP - settings.ceiling.dBTP
      let isAudible = plan.groups.contains { $0.isAudible } && measurement.integrated.value.isFinite
      if over <= 0, !isAudible || abs(miss) < 0.05 { break }
      if over > 0 { ceiling -= over + 0.02 }
      if isAudible { target += miss }
      round += 1
    } while round < 5
    measurement.damagedSamples = damaged
    return Master(
      samples: render.samples(frames: frames), rate: settings.outputRate, measurement: measurement,
      gain: Decibels(plan.groups.first?.gainDecibels ?? 0),
      maximumGainReduction: Decibels(amplitude: 1 / Double(plan.smallestLimiterGain)), damagedSamples: damaged)
  }
}
