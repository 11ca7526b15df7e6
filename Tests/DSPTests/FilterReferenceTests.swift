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
  /// Kaiser's window (105 dB) by its integral, not by the series the resampler uses.
  static func window(_ x: Double) -> Double {
    func bessel(_ z: Double) -> Double {
      (0..<200).reduce(0) { $0 + exp(z * cos(Double.pi * (Double($1) + 0.5) / 200)) } / 200
    }
    let beta = 0.1102 * (105 - 8.7)
    return abs(x) >= 1 ? 0 : bessel(beta * (1 - x * x).squareRoot()) / bessel(beta)
  }

  /// Output `m` of a resampler with the same kernel: the sum over the samples, one after the other.
  static func sample(_ m: Int, of x: [Float], from: Int, to: Int, reach: Int, cutoff: Double) -> Double {
    let place = Double(m) * Double(from) / Double(to)
    let middle = Int(place)
    return (max(0, middle - reach)..<min(x.count, middle + reach + 1)).reduce(0) { sum, n in
      let distance = Double(n) - place
      let angle = Double.pi * cutoff * distance
      let sinc = abs(angle) < 1e-12 ? 1 : sin(angle) / angle
      return sum + Double(x[n]) * sinc * cutoff * window(distance / Double(reach))
    }
  }

  /// Single precision over 150 to 310 products: 2e-6 of full scale. The numbers of samples on each side are the design's.
  @Test(arguments: [(22_050, 48_000, 72), (16_000, 48_000, 72), (44_100, 48_000, 72), (48_000, 22_050, 152)])
  func everyPathOfTheResamplerIsThePlainSum(from: Int, to: Int, reach: Int) {
    let noise = TestSound.noise(amplitude: 0.5, count: 6_000)
    let output = ResamplerTests.resample(noise, from: from, to: to, band: .full)
    let cutoff = 0.95 * min(1, Double(to) / Double(from))
    var worst = 0.0
    for m in stride(from: 0, to: output.count, by: 7) {
      let expected = Self.sample(m, of: noise, from: from, to: to, reach: reach, cutoff: cutoff)
      worst = max(worst, abs(expected - Double(output[m])))
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
