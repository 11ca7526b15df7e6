/// The filters of a mastering chain before its gain: the loudspeaker's high-pass and the shaping that makes
/// consonants carry.
///
/// Shaping after Zorila, Kandia and Stylianou 2012 (SSDRC), by a shelf instead of a spectrum. Up to four
/// second-order sections run as the lanes of one vector, each a sample behind the one before it, so the sound
/// comes out 3 samples late. Double precision. Cost: about 4 ns per sample on the default x86-64 target.
package struct SpeechFilter: Sendable {
  private typealias Lanes = SIMD4<Double>
  private var b0 = Lanes(repeating: 1)
  private var b1 = Lanes.zero
  private var b2 = Lanes.zero
  private var a1 = Lanes.zero
  private var a2 = Lanes.zero
  private var z1 = Lanes.zero
  private var z2 = Lanes.zero
  private var last = Lanes.zero

  package init(rateHertz: Double, highPassHertz: Double?, clarity: MasteringSettings.Clarity) {
    let sections = Self.design(rateHertz: rateHertz, highPassHertz: highPassHertz, clarity: clarity)
    for (lane, section) in sections.prefix(4).enumerated() {
      (b0[lane], b1[lane], b2[lane], a1[lane], a2[lane]) = (section.b0, section.b1, section.b2, section.a1, section.a2)
    }
  }

  private static func design(
    rateHertz: Double, highPassHertz: Double?, clarity: MasteringSettings.Clarity
  ) -> [Biquad] {
    var sections: [Biquad] = []
    if let hertz = highPassHertz {
      sections += Biquad.butterworthHighPass(hertz: hertz, rateHertz: rateHertz)
    } else {
      sections.append(.highPass(hertz: 20, quality: 0.5.squareRoot(), rateHertz: rateHertz))
    }
    // The all-pass turns the phase of the voice's fundamental against its overtones: lower peaks at the same power.
    let rotation = Biquad.allPass(hertz: 800, quality: 0.5, rateHertz: rateHertz)
    switch clarity {
    case .none: break
    case .medium: sections += [rotation, .highShelf(hertz: 1100, gainDecibels: 5, quality: 0.9, rateHertz: rateHertz)]
    case .strong: sections += [rotation, .highShelf(hertz: 1100, gainDecibels: 6.5, quality: 0.9, rateHertz: rateHertz)]
    }
    return sections
  }

  /// Filters `count` samples in place.
  mutating func process(_ x: UnsafeMutablePointer<Float>, count: Int) {
    let (b0, b1, b2, a1, a2) = (b0, b1, b2, -a1, -a2)
    var (z1, z2, last) = (z1, z2, last)
    for i in 0..<count {
      let input = Lanes(Double(x[i]), last[0], last[1], last[2])
      let output = multiplyAdd(b0, input, z1)
      z1 = multiplyAdd(a1, output, multiplyAdd(b1, input, z2))
      z2 = multiplyAdd(a2, output, b2 * input)
      last = output
      x[i] = Float(output[3])
    }
    // Digital silence would otherwise crawl through subnormal numbers.
    z1.replace(with: 0, where: Self.isTiny(z1))
    z2.replace(with: 0, where: Self.isTiny(z2))
    (self.z1, self.z2, self.last) = (z1, z2, last)
  }

  private static func isTiny(_ z: Lanes) -> SIMDMask<SIMD4<Int64>> { (z .< 1e-30) .& (z .> -1e-30) }

  package mutating func reset() { (z1, z2, last) = (.zero, .zero, .zero) }
}
