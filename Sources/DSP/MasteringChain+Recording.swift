public import PCM

extension MasteringChain {
  /// Masters sound that lies in memory as a whole, mixed to mono first; a recording that is already right comes out untouched.
  ///
  /// - Parameters:
  ///   - buffer: any rate, any channels; they are averaged.
  ///   - isSpeech: speech gets the settings' clarity, anything else only its loudness and the limiter.
  public static func master(_ buffer: PCMBuffer, settings: MasteringSettings, isSpeech: Bool = false) -> Master {
    let mono = buffer.mixedToMono()
    if !isSpeech, let measurement = measurementIfRight(mono, settings: settings) {
      return Master(
        samples: Rendering.quantised(mono.samples), rate: mono.format.rate, measurement: measurement, gain: .unity,
        maximumGainReduction: .unity, damagedSamples: 0)
    }
    var chain = MasteringChain(settings: settings)
    if isSpeech {
      chain.append(speech: mono.samples.span, rate: mono.format.rate)
    } else {
      chain.append(recording: mono.samples.span, rate: mono.format.rate)
    }
    return chain.finish()
  }

  /// What a meter reads from a sound that needs nothing: at the output rate, within 0.1 LU of the target and under the ceiling, with
  /// less than a tenth of its power (a hundredth without a high-pass) where the high-pass takes it away.
  private static func measurementIfRight(_ mono: PCMBuffer, settings: MasteringSettings) -> LoudnessMeasurement? {
    guard mono.format.rate == settings.outputRate, !mono.samples.isEmpty else { return nil }
    let measurement = LoudnessMeter.measure(mono)
    guard measurement.damagedSamples == 0, abs(measurement.integrated.value - settings.target.value) <= 0.1,
      measurement.truePeak <= settings.ceiling
    else { return nil }
    var filter = SpeechFilter(
      rateHertz: Double(mono.format.rate.hertz), highPassHertz: settings.highPassHertz, clarity: .none)
    var passed = mono.samples
    passed.withUnsafeMutableBufferPointer { samples in
      if let base = samples.baseAddress { filter.process(base, count: samples.count) }
    }
    let taken = 1 - power(passed) / power(mono.samples)
    return taken < (settings.highPassHertz == nil ? 0.01 : 0.1) ? measurement : nil
  }

  private static func power(_ samples: [Float]) -> Double { samples.reduce(0) { $0 + Double($1) * Double($1) } }
}
