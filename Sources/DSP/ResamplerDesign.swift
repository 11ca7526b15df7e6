#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Polyphase coefficients of a Kaiser-windowed sinc (J. F. Kaiser 1974): flat to 0.45 of the lower rate, 105 dB down at the stop edge.
struct ResamplerDesign: Sendable {
  /// Phases held: the interpolation factor, or 1024 between which the resampler interpolates when the factor is larger.
  let phaseCount: Int
  /// Samples each output looks at, a multiple of 16.
  let tapCount: Int
  /// `phaseCount + 1` rows of `tapCount`, in the order of the samples they meet.
  let coefficients: [Float]

  /// - Parameters:
  ///   - factor: interpolation factor of the reduced ratio.
  ///   - ratio: output rate divided by input rate.
  ///   - stopEdge: where the stop band begins, as a fraction of the lower rate.
  init(factor: Int, ratio: Double, stopEdge: Double) {
    let attenuation = 105.0
    let lower = min(1, ratio)
    let passEdge = 0.45
    let width = (stopEdge - passEdge) * lower
    let needed = (attenuation - 7.95) / (2.285 * 2 * Double.pi * width)
    let taps = Int((needed / 16).rounded(.up)) * 16
    let phases = factor <= 1024 ? factor : 1024
    let cutoff = (stopEdge + passEdge) * lower
    let beta = 0.1102 * (attenuation - 8.7)
    var rows: [Float] = []
    rows.reserveCapacity((phases + 1) * taps)
    for phase in 0...phases {
      for tap in 0..<taps {
        let distance = Double(tap - taps / 2 + 1) - Double(phase) / Double(phases)
        let x = Double.pi * cutoff * distance
        let sinc = abs(x) < 1e-12 ? 1 : sin(x) / x
        let edge = 2 * distance / Double(taps)
        let window = abs(edge) >= 1 ? 0 : Self.bessel(beta * (1 - edge * edge).squareRoot()) / Self.bessel(beta)
        rows.append(Float(cutoff * sinc * window))
      }
    }
    phaseCount = phases
    tapCount = taps
    coefficients = rows
  }

  /// The modified Bessel function of the first kind and order zero, by its power series.
  private static func bessel(_ x: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    var k = 1.0
    while term > sum * 1e-17 {
      term *= (x / (2 * k)) * (x / (2 * k))
      sum += term
      k += 1
    }
    return sum
  }
}
