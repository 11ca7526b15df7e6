#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Polyphase coefficients of a Kaiser-windowed sinc (J. F. Kaiser 1974).
struct PolyphaseDesign: Sendable {
  /// Phases held: the interpolation factor, or 1024 between which the filter interpolates when the factor is
  /// larger.
  let phaseCount: Int
  /// Samples each output looks at, an even number.
  let tapCount: Int
  /// `phaseCount + 1` rows of `tapCount`, in the order of the samples they meet.
  let coefficients: [Float]

  /// - Parameters:
  ///   - factor: interpolation factor of the reduced ratio.
  ///   - passEdge: end of the pass band as a fraction of the input rate.
  ///   - stopEdge: where the stop band begins.
  ///   - attenuation: of the stop band, in dB.
  init(factor: Int, passEdge: Double, stopEdge: Double, attenuation: Double) {
    let needed = (attenuation - 7.95) / (2.285 * 2 * Double.pi * (stopEdge - passEdge))
    // Rates far beyond any sound's (a damaged header) get a poorer filter instead of all the memory.
    let taps = min(Int((needed / 2).rounded(.up)) * 2, 1 << 14)
    let phases = min(factor, 1024)
    let cutoff = stopEdge + passEdge
    let beta = 0.1102 * (attenuation - 8.7)
    var rows: [Float] = []
    rows.reserveCapacity((phases + 1) * taps)
    for phase in 0...phases {
      for tap in 0..<taps {
        let distance = Double(tap - taps / 2 + 1) - Double(phase) / Double(phases)
        rows.append(Float(Self.sinc(cutoff * distance) * cutoff * Self.window(2 * distance / Double(taps), beta)))
      }
    }
    phaseCount = phases
    tapCount = taps
    coefficients = rows
  }

  /// sin(pi x) / (pi x)
  static func sinc(_ x: Double) -> Double { abs(x) < 1e-12 ? 1 : sin(Double.pi * x) / (Double.pi * x) }

  /// Kaiser's window at `x` between -1 and 1.
  static func window(_ x: Double, _ beta: Double) -> Double {
    abs(x) >= 1 ? 0 : bessel(beta * (1 - x * x).squareRoot()) / bessel(beta)
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
