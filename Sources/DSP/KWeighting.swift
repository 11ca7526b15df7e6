#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The K-weighting of ITU-R BS.1770-5, annex 1: a high shelf of +4 dB and the RLB high-pass at 38 Hz, derived for any rate.
///
/// At 48 kHz the coefficients are the standard's tables. There the high-pass has an unnormalised numerator (1, -2, 1), which is
/// worth +0.04 dB at high frequencies; other rates keep that gain, or they would read up to 0.09 dB off.
package struct KWeighting: Sendable, Hashable {
  package let shelf: Biquad
  package let highPass: Biquad

  package init(rateHertz: Double) {
    let f = 1681.974450955533
    let q = 0.7071752369554196
    let top = pow(10, 3.999843853973347 / 20)
    let middle = pow(top, 0.4996667741545416)
    let k = tan(Double.pi * min(f / rateHertz, 0.45))
    let a0 = 1 + k / q + k * k
    shelf = Biquad(
      b0: (top + middle * k / q + k * k) / a0, b1: 2 * (k * k - top) / a0, b2: (top - middle * k / q + k * k) / a0,
      a1: 2 * (k * k - 1) / a0, a2: (1 - k / q + k * k) / a0)
    let (c1, c2, scale) = Self.rlb(rateHertz)
    let gain = Self.rlb(48_000).a0 / scale
    highPass = Biquad(b0: gain, b1: -2 * gain, b2: gain, a1: c1, a2: c2)
  }

  private static func rlb(_ rateHertz: Double) -> (a1: Double, a2: Double, a0: Double) {
    let q = 0.5003270373238773
    let k = tan(Double.pi * 38.13547087602444 / rateHertz)
    let a0 = 1 + k / q + k * k
    return (2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0, a0)
  }

  package func magnitude(atHertz hertz: Double, rateHertz: Double) -> Double {
    shelf.magnitude(atHertz: hertz, rateHertz: rateHertz) * highPass.magnitude(atHertz: hertz, rateHertz: rateHertz)
  }
}
