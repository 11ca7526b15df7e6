import Glibc

/// What a resampler does to single tones: pass-band ripple, and the most that is heard where nothing should be.
struct ResamplerQuality {
  var rippleDecibels = 0.0
  var strayDecibels = -Double.infinity

  /// - Parameter resample: mono sound at `from` to `to`.
  init(from: Int, to: Int, _ resample: ([Float]) -> [Float]) {
    let lower = Double(min(from, to))
    let count = from / 2
    var least = Double.infinity
    var most = -Double.infinity
    for hertz in [0.01, 0.1, 0.21, 0.33, 0.4, 0.44, 0.45].map({ $0 * lower }) {
      let output = resample(Self.tone(hertz, rate: from, count: count))
      let (tone, rest) = Self.split(output, hertz: hertz, rate: to)
      (least, most) = (min(least, tone), max(most, tone))
      strayDecibels = max(strayDecibels, rest - tone)
    }
    if from > to {
      for part in [0.0, 0.003, 0.02, 0.1, 0.3, 0.6, 0.9] {
        let hertz = lower / 2 + part * (Double(from) / 2 - lower / 2)
        let (_, all) = Self.split(resample(Self.tone(hertz, rate: from, count: count)), hertz: 0, rate: to)
        strayDecibels = max(strayDecibels, all - 10 * log10(0.5))
      }
    }
    rippleDecibels = most - least
  }

  private static func tone(_ hertz: Double, rate: Int, count: Int) -> [Float] {
    (0..<count).map { Float(sin(2 * Double.pi * hertz * Double($0) / Double(rate) + 0.3)) }
  }

  /// Power of the tone at `hertz` (least squares) and of all the rest, in dB, without the ends.
  private static func split(_ samples: [Float], hertz: Double, rate: Int) -> (tone: Double, rest: Double) {
    let inner = samples.count / 5..<(samples.count * 4 / 5)
    var (cc, ss, cs, xc, xs) = (0.0, 0.0, 0.0, 0.0, 0.0)
    func angle(_ i: Int) -> Double { 2 * Double.pi * hertz * Double(i) / Double(rate) }
    for i in inner {
      let (c, s, x) = (cos(angle(i)), sin(angle(i)), Double(samples[i]))
      (cc, ss, cs, xc, xs) = (cc + c * c, ss + s * s, cs + c * s, xc + x * c, xs + x * s)
    }
    let determinant = cc * ss - cs * cs
    let isTone = hertz > 0 && determinant > 1e-6
    let a = isTone ? (xc * ss - xs * cs) / determinant : 0
    let b = isTone ? (xs * cc - xc * cs) / determinant : 0
    var (tone, rest) = (0.0, 0.0)
    for i in inner {
      let fit = a * cos(angle(i)) + b * sin(angle(i))
      tone += fit * fit
      rest += (Double(samples[i]) - fit) * (Double(samples[i]) - fit)
    }
    return (10 * log10(tone / Double(inner.count)), 10 * log10(rest / Double(inner.count)))
  }
}
