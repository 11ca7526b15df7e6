import DSP
import PCM
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The fast filters against plain scalar versions in double precision.
@Suite struct FilterReferenceTests {
  /// Forty tones below 0.44 of the lower rate, at any time. What a resampler may differ by is its ripple: 0.01 dB.
  static func tones(_ seconds: Double, lower: Int) -> Double {
    (0..<40).reduce(0) { sum, k in
      let hertz = (0.44 * Double(k) + 0.1) / 40 * Double(lower)
      return sum + 0.02 * sin(2 * Double.pi * hertz * seconds + Double(k * k))
    }
  }

  @Test(arguments: [
    (22_050, 48_000), (16_000, 48_000), (44_100, 48_000), (48_000, 22_050), (48_000, 44_100), (24_000, 48_000), (96_000, 48_000),
    (44_099, 48_000), (48_000, 8_000), (192_000, 44_100),
  ])
  func everyPathOfTheResamplerGivesTheSoundAtItsTimes(from: Int, to: Int) {
    let lower = min(from, to)
    let sound = (0..<(from / 4)).map { Float(Self.tones(Double($0) / Double(from), lower: lower)) }
    let output = ResamplerTests.resample(sound, from: from, to: to, band: .full)
    var worst = 0.0
    for m in (output.count / 4)..<(output.count * 3 / 4) {
      worst = max(worst, abs(Self.tones(Double(m) / Double(to), lower: lower) - Double(output[m])))
    }
    #expect(worst < 4e-4, "\(worst)")
  }

  /// Doubling and halving are one sum over the samples with the filter that a click shows: single precision over 240 products.
  @Test(arguments: [(24_000, 48_000), (48_000, 24_000)])
  func doublingAndHalvingAreThePlainSum(from: Int, to: Int) {
    var click = [Float](repeating: 0, count: 400)
    click[200] = 1
    let isUp = to > from
    // Halved, a click shows every other tap; one sample later, the others.
    let first = ResamplerTests.resample(click, from: from, to: to, band: .full)
    let second = ResamplerTests.resample(click.suffix(399) + [0], from: from, to: to, band: .full)
    func tap(_ distance: Int) -> Double {
      if isUp { return Double(first[400 + distance]) }
      return distance % 2 == 0 ? Double(first[100 - distance / 2]) : Double(second[100 - (distance + 1) / 2])
    }
    let noise = TestSound.noise(amplitude: 0.5, count: 6_001)
    let output = ResamplerTests.resample(noise, from: from, to: to, band: .full)
    var worst = 0.0
    for m in stride(from: 300, to: output.count - 300, by: 7) {
      let place = isUp ? m : 2 * m
      let sum = noise.indices.reduce(0.0) { sum, n in
        let distance = (isUp ? place - 2 * n : place - n)
        return abs(distance) < 130 ? sum + Double(noise[n]) * tap(isUp ? distance : -distance) : sum
      }
      worst = max(worst, abs(sum - Double(output[m])))
    }
    #expect(worst < 2e-6, "\(worst)")
  }

  /// Sections one after the other, transposed direct form 2; the lanes hold each section back by 3 samples. What is left
  /// is the float that the sample is stored in: 6e-8 of it.
  @Test(arguments: [8_000.0, 22_050, 48_000])
  func theSpeechFilterIsItsSectionsOneAfterTheOther(rateHertz: Double) {
    let sections =
      Biquad.butterworthHighPass(hertz: 250, rateHertz: rateHertz) + [
        .allPass(hertz: 800, quality: 1, rateHertz: rateHertz),
        .highShelf(hertz: 1100, gainDecibels: 4.5, quality: 0.9, rateHertz: rateHertz),
      ]
    let noise = TestSound.noise(amplitude: 0.5, count: 5_000)
    var expected = noise.map(Double.init)
    for s in sections {
      var (z1, z2) = (0.0, 0.0)
      for i in expected.indices {
        let x = expected[i]
        let y = s.b0 * x + z1
        (z1, z2) = (s.b1 * x - s.a1 * y + z2, s.b2 * x - s.a2 * y)
        expected[i] = y
      }
    }
    var filtered = noise
    var filter = SpeechFilter(rateHertz: rateHertz, highPassHertz: 250, clarity: .strong)
    filtered.withUnsafeMutableBufferPointer { x in
      guard let base = x.baseAddress else { return }
      filter.process(base, count: 1_234)
      filter.process(base + 1_234, count: x.count - 1_234)
    }
    let delay = 3 * (sections.count - 1)
    let worst = (delay..<noise.count).map { abs(Double(filtered[$0]) - expected[$0 - delay]) }.max() ?? 1
    #expect(sections.count == 4)
    #expect(worst < 2e-7, "\(worst)")
  }
}
