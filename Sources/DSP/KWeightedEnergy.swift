/// Mean squares of K-weighted sound, as a stream and for sound that lies in memory as a whole.
struct KWeightedEnergy: Sendable {
  private let filter: KWeighting
  private var w1 = 0.0
  private var w2 = 0.0
  private var v1 = 0.0
  private var v2 = 0.0

  init(rateHertz: Double) { filter = KWeighting(rateHertz: rateHertz) }

  /// Sum of squares of the next `count` samples after weighting.
  mutating func sum(_ x: UnsafePointer<Float>, count: Int) -> Double {
    let (s, h) = (filter.shelf, filter.highPass)
    var (w1, w2, v1, v2) = (self.w1, self.w2, self.v1, self.v2)
    var total = 0.0
    for i in 0..<count {
      let w = Double(x[i]) - s.a1 * w1 - s.a2 * w2
      let y = s.b0 * w + s.b1 * w1 + s.b2 * w2
      (w1, w2) = (w, w1)
      let v = y - h.a1 * v1 - h.a2 * v2
      let z = (v - v1) - (v1 - v2)
      (v1, v2) = (v, v1)
      total += z * z
    }
    // Below this the recursion would crawl through subnormal numbers during silence.
    if abs(v1) < 1e-200 { v1 = 0 }
    if abs(v2) < 1e-200 { v2 = 0 }
    if abs(w1) < 1e-200 { w1 = 0 }
    if abs(w2) < 1e-200 { w2 = 0 }
    (self.w1, self.w2, self.v1, self.v2) = (w1, w2, v1, v2)
    return total * h.b0 * h.b0
  }
}
