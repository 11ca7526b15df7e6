public import PCM

extension LiveChain {
  /// What the chain makes of a whole sound, mixed to mono, from its first sample on: to hear beforehand what a relay or a microphone will
  /// sound like.
  public static func master(_ buffer: PCMBuffer, settings: MasteringSettings, content: Content = .speech) -> Master {
    let mono = buffer.mixedToMono()
    var chain = LiveChain(settings: settings, from: mono.format.rate, content: content)
    var sound: [Float] = []
    chain.process(mono.samples.span, into: &sound)
    chain.finish(into: &sound)
    // The delay is of no use in a file.
    let heard = Array(sound.dropFirst(chain.delayFrames).prefix(settings.outputRate.frames(inSeconds: mono.seconds)))
    let samples = Rendering.quantised(heard)
    let written = PCMBuffer(mono: samples.map { Float($0) / 32768 }, rate: settings.outputRate)
    return Master(
      samples: samples, rate: settings.outputRate, measurement: LoudnessMeter.measure(written), gain: chain.gain,
      maximumGainReduction: chain.maximumGainReduction, damagedSamples: chain.damagedSamples)
  }
}
