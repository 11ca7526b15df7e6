#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Bilinear designs after R. Bristow-Johnson's Audio EQ Cookbook; frequencies are held below 0.45 of the rate.
extension Biquad {
  /// Second-order high-pass.
  package static func highPass(hertz: Double, quality: Double, rateHertz: Double) -> Biquad {
    let (cosine, alpha) = angle(hertz, quality, rateHertz)
    let a0 = 1 + alpha
    let edge = (1 + cosine) / 2 / a0
    return Biquad(b0: edge, b1: -2 * edge, b2: edge, a1: -2 * cosine / a0, a2: (1 - alpha) / a0)
  }

  /// High shelf: 0 dB at the bottom, `gainDecibels` at the top, half of it at `hertz`.
  package static func highShelf(hertz: Double, gainDecibels: Double, quality: Double, rateHertz: Double) -> Biquad {
    let (cosine, alpha) = angle(hertz, quality, rateHertz)
    let gain = pow(10, gainDecibels / 40)
    let slope = 2 * gain.squareRoot() * alpha
    let a0 = (gain + 1) - (gain - 1) * cosine + slope
    return Biquad(
      b0: gain * ((gain + 1) + (gain - 1) * cosine + slope) / a0,
      b1: -2 * gain * ((gain - 1) + (gain + 1) * cosine) / a0,
      b2: gain * ((gain + 1) + (gain - 1) * cosine - slope) / a0,
      a1: 2 * ((gain - 1) - (gain + 1) * cosine) / a0,
      a2: ((gain + 1) - (gain - 1) * cosine - slope) / a0)
  }

  /// All-pass: the phase turns by 180 degrees at `hertz`, levels stay.
  package static func allPass(hertz: Double, quality: Double, rateHertz: Double) -> Biquad {
    let (cosine, alpha) = angle(hertz, quality, rateHertz)
    let a0 = 1 + alpha
    return Biquad(b0: (1 - alpha) / a0, b1: -2 * cosine / a0, b2: 1, a1: -2 * cosine / a0, a2: (1 - alpha) / a0)
  }

  /// Butterworth high-pass of fourth order (24 dB per octave) as two sections.
  package static func butterworthHighPass(hertz: Double, rateHertz: Double) -> [Biquad] {
    [0.541196100146197, 1.306562964876377].map { highPass(hertz: hertz, quality: $0, rateHertz: rateHertz) }
  }

  private static func angle(_ hertz: Double, _ quality: Double, _ rateHertz: Double) -> (cosine: Double, alpha: Double) {
    let w = 2 * Double.pi * min(hertz / rateHertz, 0.45)
    return (cos(w), sin(w) / (2 * quality))
  }
}
