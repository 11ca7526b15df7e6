/// The two filters of K-weighting in direct form 2, the scale of their numerators taken out.
struct KWeightingState: Sendable {
  /// Shelf: numerator without its first value, denominator negated; high-pass: denominator negated, its zeros
  /// are differences.
  let r1, r2, a1, a2, c1, c2: Double
  /// What sums of squares are multiplied by in the end.
  let scale: Double

  init(_ weighting: KWeighting) {
    let (s, h) = (weighting.shelf, weighting.highPass)
    (r1, r2, a1, a2, c1, c2) = (s.b1 / s.b0, s.b2 / s.b0, -s.a1, -s.a2, -h.a1, -h.a2)
    scale = s.b0 * s.b0 * h.b0 * h.b0
  }

  /// One sample; `state` is the shelf's two values, then the high-pass's.
  @inline(__always) func step(_ x: Double, _ state: inout SIMD4<Double>) -> Double {
    let w = multiplyAdd(a1, state.x, multiplyAdd(a2, state.y, x))
    let y = multiplyAdd(r2, state.y, multiplyAdd(r1, state.x, w))
    let v = multiplyAdd(c1, state.z, multiplyAdd(c2, state.w, y))
    let z = (v - state.z) - (state.z - state.w)
    state = SIMD4(w, state.x, v, state.z)
    return z
  }
}
