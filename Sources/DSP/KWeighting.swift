#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The K-weighting of ITU-R BS.1770-5, annex 1: a high shelf of +4 dB and the RLB high-pass at 38 Hz, derived
/// for any rate.
///
/// At 48 kHz the coefficients are the standard's tables; other rates follow the response those have, within
/// 0.01 dB to 0.4 of the rate (a bilinear shelf would be 0.28 dB off at 8 kHz).
package struct KWeighting: Sendable, Hashable {
  package let shelf: Biquad
  package let highPass: Biquad

  package init(rateHertz: Double) {
    let standard = Self.bilinearShelf(rateHertz: 48_000)
    shelf = rateHertz == 48_000 ? standard : Self.matchedShelf(standard, rateHertz: rateHertz)
    let (a1, a2, scale) = Self.rlb(rateHertz)
    // The standard's high-pass has an unnormalised numerator (1, -2, 1), worth +0.04 dB at high frequencies:
    // other rates keep it.
    let gain = Self.rlb(48_000).a0 / scale
    highPass = Biquad(b0: gain, b1: -2 * gain, b2: gain, a1: a1, a2: a2)
  }

  package func magnitude(atHertz hertz: Double, rateHertz: Double) -> Double {
    shelf.magnitude(atHertz: hertz, rateHertz: rateHertz) * highPass.magnitude(atHertz: hertz, rateHertz: rateHertz)
  }

  private static func bilinearShelf(rateHertz: Double) -> Biquad {
    let q = 0.7071752369554196
    let top = pow(10, 3.999843853973347 / 20)
    let middle = pow(top, 0.4996667741545416)
    let k = tan(Double.pi * 1681.974450955533 / rateHertz)
    let a0 = 1 + k / q + k * k
    return Biquad(
      b0: (top + middle * k / q + k * k) / a0, b1: 2 * (k * k - top) / a0, b2: (top - middle * k / q + k * k) / a0,
      a1: 2 * (k * k - 1) / a0, a2: (1 - k / q + k * k) / a0)
  }

  /// The poles of `standard` moved to `rateHertz` (matched z-transform), with the numerator whose squared magnitude
  /// r0 + r1 cos w + r2 cos 2w comes nearest to the standard's (after M. Vicanek, Matched Second Order Digital
  /// Filters, 2016).
  private static func matchedShelf(_ standard: Biquad, rateHertz: Double) -> Biquad {
    let radius = standard.a2.squareRoot()
    let turn = acos(-standard.a1 / (2 * radius))
    let ratio = 48_000 / rateHertz
    let a2 = pow(radius, 2 * ratio)
    let a1 = -2 * pow(radius, ratio) * cos(turn * ratio)
    let poles = Biquad(b0: 1, b1: 0, b2: 0, a1: a1, a2: a2)
    let edge = min(0.42 * rateHertz, 22_000)
    var matrix = [[Double]](repeating: [0, 0, 0, 0], count: 3)
    let points = 128
    for i in 0...points {
      let part = Double(i) / Double(points)
      let hertz = edge * part * part.squareRoot()
      let w = 2 * Double.pi * hertz / rateHertz
      let scale = poles.magnitude(atHertz: hertz, rateHertz: rateHertz) / standard.magnitude(atHertz: hertz, rateHertz: 48_000)
      let weight = scale * scale
      let row = [weight, weight * cos(w), weight * cos(2 * w)]
      for j in 0..<3 {
        for k in 0..<3 { matrix[j][k] += row[j] * row[k] }
        matrix[j][3] += row[j]
      }
    }
    let r = solve(matrix)
    let sum = (r[0] + r[1] + r[2]).squareRoot()
    let difference = (r[0] - r[1] + r[2]).squareRoot()
    let outer = (sum + difference) / 2
    let b0 = (outer + max(0, outer * outer - 2 * r[2]).squareRoot()) / 2
    return Biquad(b0: b0, b1: (sum - difference) / 2, b2: outer - b0, a1: a1, a2: a2)
  }

  /// Gaussian elimination of three equations with the right side in the fourth column.
  private static func solve(_ matrix: [[Double]]) -> [Double] {
    var m = matrix
    for j in 0..<3 {
      for i in 0..<3 where i != j {
        let factor = m[i][j] / m[j][j]
        for k in j..<4 { m[i][k] -= factor * m[j][k] }
      }
    }
    return (0..<3).map { m[$0][3] / m[$0][$0] }
  }

  private static func rlb(_ rateHertz: Double) -> (a1: Double, a2: Double, a0: Double) {
    let q = 0.5003270373238773
    let k = tan(Double.pi * 38.13547087602444 / rateHertz)
    let a0 = 1 + k / q + k * k
    return (2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0, a0)
  }
}
