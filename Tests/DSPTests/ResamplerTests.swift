import DSP
import PCM
import Testing

@Suite struct ResamplerTests {
  static func resample(_ samples: [Float], from: Int, to: Int, band: Resampler.Band) -> [Float] {
    var resampler = Resampler(from: SampleRate(hertz: from), to: SampleRate(hertz: to), band: band)
    var output: [Float] = []
    resampler.process(samples.span, into: &output)
    resampler.finish(into: &output)
    return output
  }

  static let ratios = [
    (22_050, 48_000), (44_100, 48_000), (16_000, 48_000), (8_000, 48_000), (48_000, 22_050), (96_000, 48_000),
    (11_025, 48_000), (48_000, 44_100), (44_099, 48_000), (192_000, 8_000),
  ]

  @Test(arguments: ratios, [Resampler.Band.full, .speech])
  func tonesInThePassBandKeepTheirLevelAndTheirPlace(ratio: (Int, Int), band: Resampler.Band) {
    let (from, to) = ratio
    for part in [0.01, 0.2, 0.44] {
      let hertz = part * Double(min(from, to))
      let tone = TestSound.tone(hertz: hertz, decibels: -6, seconds: 0.5, rate: from)
      let output = Self.resample(tone, from: from, to: to, band: band)
      #expect(output.count == (tone.count * to + from - 1) / from)
      let expected = TestSound.tone(hertz: hertz, decibels: -6, seconds: 0.5, rate: to)
      let middle = output.count / 4..<(output.count * 3 / 4)
      let error = TestSound.rms(middle.map { output[$0] - expected[$0] })
      #expect(error < 0.35 * 0.0012, "\(from) -> \(to) at \(hertz) Hz: \(error)")
    }
  }

  @Test(arguments: [(48_000, 22_050), (96_000, 48_000), (48_000, 44_100), (192_000, 8_000)])
  func whatTheLowerRateCannotCarryIsHundredAndTwentyDecibelsDown(ratio: (Int, Int)) {
    let (from, to) = ratio
    for part in [0.505, 0.7, 0.9] where part * Double(to) < Double(from) / 2 {
      let tone = TestSound.tone(hertz: part * Double(to), decibels: 0, seconds: 0.5, rate: from)
      let output = Self.resample(tone, from: from, to: to, band: .full)
      #expect(TestSound.rms(output[output.count / 4..<(output.count * 3 / 4)]) < 1e-6)
    }
  }

  @Test func cuttingTheInputChangesNothing() {
    let noise = TestSound.noise(amplitude: 0.5, count: 20_000)
    for (from, to, band) in [
      (22_050, 48_000, Resampler.Band.full), (22_050, 48_000, .speech), (48_000, 22_050, .full), (96_000, 48_000, .full),
    ] {
      var resampler = Resampler(from: SampleRate(hertz: from), to: SampleRate(hertz: to), band: band)
      var output: [Float] = []
      var start = 0
      var size = 1
      while start < noise.count {
        let end = min(start + size, noise.count)
        resampler.process(noise.span.extracting(start..<end), into: &output)
        start = end
        size = size * 5 % 9973 + 1
      }
      resampler.finish(into: &output)
      let same = output == Self.resample(noise, from: from, to: to, band: band)
      #expect(same)
    }
  }
}
