/// The filters of a mastering chain before its gain: the loudspeaker's high-pass and the shaping that makes
/// consonants carry.
///
/// Shaping after Zorila, Kandia and Stylianou 2012 (SSDRC), by a shelf instead of a spectrum. Up to four
/// second-order sections run as the lanes of one vector, each three samples behind the one before it, so the
/// sound comes out 9 samples late: what passes from lane to lane is then never waited for, and a sample takes
/// as long as one multiplication and addition. Direct form 1, double precision.
package struct SpeechFilter: Sendable {
  /// How much later a sound comes out.
  static let latencySamples = 9.0

  private typealias Lanes = SIMD4<Double>
  private var b0 = Lanes(repeating: 1)
  private var b1 = Lanes.zero
  private var b2 = Lanes.zero
  private var a1 = Lanes.zero
  private var a2 = Lanes.zero
  /// Inputs and outputs of the last samples, the newest first.
  private var x1 = Lanes.zero
  private var x2 = Lanes.zero
  private var y1 = Lanes.zero
  private var y2 = Lanes.zero
  private var y3 = Lanes.zero

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
    let rotation = Biquad.allPass(hertz: 800, quality: 1, rateHertz: rateHertz)
    switch clarity {
    case .none: break
    case .medium: sections += [rotation, .highShelf(hertz: 1100, gainDecibels: 4, quality: 0.9, rateHertz: rateHertz)]
    case .strong: sections += [rotation, .highShelf(hertz: 1100, gainDecibels: 4.5, quality: 0.9, rateHertz: rateHertz)]
    }
    return sections
  }

  /// Filters `count` samples in place.
  package mutating func process(_ x: UnsafeMutablePointer<Float>, count: Int) {
    let (b0, b1, b2, a1, a2) = (b0, b1, b2, -a1, -a2)
    var (x1, x2, y1, y2, y3) = (x1, x2, y1, y2, y3)
    for i in 0..<count {
      let x0 = Lanes(Double(x[i]), y3[0], y3[1], y3[2])
      let y0 = multiplyAdd(a1, y1, multiplyAdd(a2, y2, multiplyAdd(b0, x0, multiplyAdd(b1, x1, b2 * x2))))
      (x2, x1) = (x1, x0)
      (y3, y2, y1) = (y2, y1, y0)
      x[i] = Float(y0[3])
    }
    // Digital silence would otherwise crawl through subnormal numbers.
    if all(Self.isTiny(y1) .& Self.isTiny(y2)) { (y1, y2) = (.zero, .zero) }
    (self.x1, self.x2, self.y1, self.y2, self.y3) = (x1, x2, y1, y2, y3)
  }

  private static func isTiny(_ z: Lanes) -> SIMDMask<SIMD4<Int64>> { (z .< 1e-30) .& (z .> -1e-30) }

  package mutating func reset() { (x1, x2, y1, y2, y3) = (.zero, .zero, .zero, .zero, .zero) }
}
