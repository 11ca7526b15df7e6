#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Coefficients of a second-order section, a0 = 1: y[n] = b0 x[n] + b1 x[n-1] + b2 x[n-2] - a1 y[n-1] - a2 y[n-2].
package struct Biquad: Sendable, Hashable {
  package var b0, b1, b2, a1, a2: Double

  package init(b0: Double, b1: Double, b2: Double, a1: Double, a2: Double) {
    (self.b0, self.b1, self.b2, self.a1, self.a2) = (b0, b1, b2, a1, a2)
  }

  package static let identity = Biquad(b0: 1, b1: 0, b2: 0, a1: 0, a2: 0)

  /// Magnitude of the response at `hertz`.
  package func magnitude(atHertz hertz: Double, rateHertz: Double) -> Double {
    let w = 2 * Double.pi * hertz / rateHertz
    func part(_ c0: Double, _ c1: Double, _ c2: Double) -> Double {
      let re = c0 + c1 * cos(w) + c2 * cos(2 * w)
      let im = c1 * sin(w) + c2 * sin(2 * w)
      return re * re + im * im
    }
    return (part(b0, b1, b2) / part(1, a1, a2)).squareRoot()
  }
}
