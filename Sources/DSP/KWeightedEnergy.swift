/// Energy of K-weighted sound as it comes, a hop at a time.
///
/// A hop is cut into eight parts that run side by side as the lanes of a vector, each from a silent state. The
/// filters are linear, so what the true state would have added is known: the energy of a part is that of the
/// silent run, plus twice its product with the ringing of the true state, plus the energy of that ringing.
/// Exact but for rounding (1e-10). Cost: 3 ns per sample on the default x86-64 target, 1 with AVX2.
struct KWeightedEnergy: Sendable {
  static let parts = 8

  /// Samples of each part; what is left of the hop joins the last.
  private let partLength: Int
  private let hop: Int
  private let filter: KWeightingState
  /// For each sample of a part, what it rings from each of the four state values.
  private let ringing: [SIMD4<Double>]
  /// Products of the ringings, summed over a part.
  private let products: InlineArray<4, SIMD4<Double>>
  /// Columns of the matrix that takes a state over a part of silence.
  private let passage: InlineArray<4, SIMD4<Double>>
  private var state = SIMD4<Double>.zero

  init(rateHertz: Double, hop: Int) {
    let filter = KWeightingState(KWeighting(rateHertz: rateHertz))
    let length = hop / Self.parts
    var columns = InlineArray<4, SIMD4<Double>>(repeating: .zero)
    for k in 0..<4 { columns[k][k] = 1 }
    var products = InlineArray<4, SIMD4<Double>>(repeating: .zero)
    var ringing: [SIMD4<Double>] = []
    ringing.reserveCapacity(length)
    for _ in 0..<length {
      var rings = SIMD4<Double>.zero
      for k in 0..<4 { rings[k] = filter.step(0, &columns[k]) }
      for k in 0..<4 { products[k] += rings * rings[k] }
      ringing.append(rings)
    }
    (self.filter, self.hop, partLength) = (filter, hop, length)
    (self.ringing, self.products, passage) = (ringing, products, columns)
  }

  /// Sums of squares of the eight parts of the next hop.
  mutating func hop(_ x: UnsafePointer<Float>) -> SIMD8<Double> {
    var lanes = KWeightingLanes(filter)
    let (silent, cross) = ringing.withUnsafeBufferPointer { ringing in
      lanes.run(x, stride: partLength, ringing: ringing)
    }
    var sums = silent
    for part in 0..<Self.parts {
      var rings = SIMD4<Double>.zero
      var next = lanes.state(part)
      for k in 0..<4 {
        rings += products[k] * state[k]
        next += passage[k] * state[k]
        sums[part] += 2 * state[k] * cross[k][part]
      }
      sums[part] += (rings * state).sum()
      state = next
    }
    sums[Self.parts - 1] += tail(x, from: Self.parts * partLength, to: hop)
    // Silence would otherwise crawl through subnormal numbers.
    state.replace(with: 0, where: (state .< 1e-200) .& (state .> -1e-200))
    var result = sums * filter.scale
    // Rounding may leave less than nothing of silence.
    result.replace(with: 0, where: result .< 0)
    return result
  }

  /// Sum of squares of what there is of an unfinished hop, as if the sound ended there.
  mutating func rest(_ x: UnsafePointer<Float>, count: Int) -> Double { tail(x, from: 0, to: count) * filter.scale }

  private mutating func tail(_ x: UnsafePointer<Float>, from start: Int, to end: Int) -> Double {
    var sum = 0.0
    for i in start..<end {
      let z = filter.step(Double(x[i]), &state)
      sum = multiplyAdd(z, z, sum)
    }
    return sum
  }
}
