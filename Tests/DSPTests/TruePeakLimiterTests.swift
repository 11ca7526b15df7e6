import DSP
import PCM
import Testing

@Suite struct TruePeakLimiterTests {
  static func limited(_ sound: [Float], channels: Int = 1, piece: Int) -> [Float] {
    var limiter = TruePeakLimiter(format: PCMFormat(rate: .broadcast, channelCount: channels))
    var result = sound
    var start = 0
    while start < result.count {
      let end = min(start + piece * channels, result.count)
      var span = result.mutableSpan
      var part = span.extracting(start..<end)
      limiter.process(&part)
      start = end
    }
    return result
  }

  /// Largest amplitude by 8x oversampling.
  static func truePeak(_ x: [Float]) -> Double {
    resampled(x, from: 48_000, to: 384_000).reduce(0) { max($0, Double(abs($1))) }
  }

  static func resampled(_ x: [Float], from: Int, to: Int) -> [Float] {
    var resampler = Resampler(from: SampleRate(hertz: from), to: SampleRate(hertz: to))
    var result: [Float] = []
    resampler.process(x.span, into: &result)
    resampler.finish(into: &result)
    return result
  }

  @Test(arguments: [1.0, 2, 6])
  func theCeilingHoldsOnSpeechAndNoise(drive: Double) {
    let speech = TestSound.speech(seconds: 4, rate: 48_000).map { $0 * Float(drive) }
    let noise = Self.resampled(TestSound.noise(amplitude: Float(drive), count: 44_100), from: 22_050, to: 48_000)
    let broad = Self.resampled(TestSound.noise(amplitude: Float(drive), count: 44_100), from: 44_100, to: 48_000)
    for sound in [speech, noise, broad] {
      let result = Self.limited(sound, piece: 480)
      #expect(Self.truePeak(result) <= TruePeak(dBTP: -1).amplitude)
    }
  }

  @Test func whiteNoiseUpToHalfTheRatePassesTheCeilingByLessThanADecibel() {
    let result = Self.limited(TestSound.noise(amplitude: 6, count: 96_000), piece: 480)
    #expect(Self.truePeak(result) <= TruePeak(dBTP: 0).amplitude)
    #expect(result.allSatisfy { abs(Double($0)) <= TruePeak(dBTP: -1).amplitude })
  }

  @Test(arguments: [1, 31, 32, 33, 1024])
  func theResultDoesNotDependOnTheBlocks(piece: Int) {
    let sound = TestSound.noise(amplitude: 2, count: 20_000)
    #expect(Self.limited(sound, channels: 2, piece: piece) == Self.limited(sound, channels: 2, piece: 10_000))
  }

  @Test func quietSoundComesOutUntouchedAfterTheStatedDelay() {
    let sound = TestSound.noise(amplitude: 0.3, count: 10_000)
    let delay = TruePeakLimiter(format: PCMFormat(rate: .broadcast, channelCount: 1)).latencyFrames
    let result = Self.limited(sound, piece: 100)
    #expect(delay <= 480)
    #expect(result[..<delay].allSatisfy { $0 == 0 })
    #expect(Array(result[delay...]) == Array(sound[..<(sound.count - delay)]))
  }

  @Test func channelsAreTurnedDownTogether() {
    let loud = TestSound.noise(amplitude: 3, count: 9_600)
    let result = Self.limited(loud.flatMap { [$0, $0 * 0.1] }, channels: 2, piece: 64)
    for frame in 0..<9_600 { #expect(abs(result[frame * 2] * 0.1 - result[frame * 2 + 1]) < 1e-6) }
  }

  @Test func damagedSamplesAreSilence() {
    var sound = TestSound.noise(amplitude: 0.3, count: 2_000)
    sound[500] = .nan
    sound[600] = .infinity
    #expect(Self.limited(sound, piece: 64).allSatisfy { abs($0) <= 0.3 })
  }
}
