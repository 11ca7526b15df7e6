/// The filters of a mastering chain before its gain: the loudspeaker's high-pass and the shaping that makes consonants carry.
///
/// Shaping after Zorila, Kandia and Stylianou 2012 (SSDRC), by filters instead of a spectrum: -6 dB per octave below 500 Hz and a
/// steep shelf around 1.3 kHz. State in double precision. Cost: about 5 ns per sample on the default x86-64 target.
package struct SpeechFilter: Sendable {
  private let sections: [Biquad]
  private var state: [Double]

  package init(rateHertz: Double, highPassHertz: Double?, clarity: MasteringSettings.Clarity) {
    sections = Self.design(rateHertz: rateHertz, highPassHertz: highPassHertz, clarity: clarity)
    state = Array(repeating: 0, count: sections.count * 2)
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
    switch clarity {
    case .none: break
    case .medium:
      sections.append(.highShelf(hertz: 1300, gainDecibels: 6, quality: 0.9, rateHertz: rateHertz))
    case .strong:
      sections.append(.firstOrderHighPass(hertz: 500, rateHertz: rateHertz))
      sections.append(.highShelf(hertz: 1300, gainDecibels: 9, quality: 0.9, rateHertz: rateHertz))
    }
    return sections
  }

  /// Filters in place.
  package mutating func process(_ samples: inout MutableSpan<Float>) {
    samples.withUnsafeMutableBufferPointer { samples in
      for (index, s) in sections.enumerated() {
        var (z1, z2) = (state[index * 2], state[index * 2 + 1])
        for i in samples.indices {
          let x = Double(samples[i])
          let y = s.b0 * x + z1
          z1 = s.b1 * x - s.a1 * y + z2
          z2 = s.b2 * x - s.a2 * y
          samples[i] = Float(y)
        }
        if abs(z1) < 1e-200 { z1 = 0 }
        if abs(z2) < 1e-200 { z2 = 0 }
        (state[index * 2], state[index * 2 + 1]) = (z1, z2)
      }
    }
  }

  package mutating func reset() {
    for i in state.indices { state[i] = 0 }
  }
}
