/// Eight runs of K-weighting side by side, in double precision: a float loses the 38 Hz high-pass to rumble.
struct KWeightingLanes {
  typealias Pointers = InlineArray<8, UnsafePointer<Float>>

  private let r1, r2, a1, a2, c1, c2: Double8
  private var w1 = Double8.zero
  private var w2 = Double8.zero
  private var v1 = Double8.zero
  private var v2 = Double8.zero

  init(_ filter: KWeightingState) {
    (r1, r2) = (Double8(repeating: filter.r1), Double8(repeating: filter.r2))
    (a1, a2) = (Double8(repeating: filter.a1), Double8(repeating: filter.a2))
    (c1, c2) = (Double8(repeating: filter.c1), Double8(repeating: filter.c2))
  }

  func state(_ lane: Int) -> SIMD4<Double> { SIMD4(w1[lane], w2[lane], v1[lane], v2[lane]) }

  /// Runs some samples of every lane and returns their sums of squares, unscaled.
  mutating func run(_ p: Pointers, from start: Int, to end: Int) -> Double8 {
    var lanes = self
    var sum = Double8.zero
    var i = start
    while i + 4 <= end {
      let (a, b, c, d) = Self.columns(p, i)
      sum = square(lanes.take(a), sum)
      sum = square(lanes.take(b), sum)
      sum = square(lanes.take(c), sum)
      sum = square(lanes.take(d), sum)
      i += 4
    }
    while i < end {
      sum = square(lanes.take(Self.column(p, i)), sum)
      i += 1
    }
    self = lanes
    return sum
  }

  /// Runs eight neighbouring parts of `stride` samples.
  /// - Parameter ringing: a value for each state and sample of a part.
  /// - Returns: sums of squares, and for each state the sums of products with its ringing; unscaled.
  mutating func run(
    _ x: UnsafePointer<Float>, stride: Int, ringing: UnsafeBufferPointer<SIMD4<Double>>
  ) -> (squares: Double8, cross: InlineArray<4, Double8>) {
    var p = Pointers(repeating: x)
    for lane in 0..<8 { p[lane] = x + lane * stride }
    var lanes = self
    var sum = Double8.zero
    var c0 = Double8.zero
    var c1 = Double8.zero
    var c2 = Double8.zero
    var c3 = Double8.zero
    @inline(__always) func note(_ z: Double8, _ ring: SIMD4<Double>, _ sum: inout Double8) {
      sum = square(z, sum)
      c0 = multiplyAdd(z, Double8(repeating: ring.x), c0)
      c1 = multiplyAdd(z, Double8(repeating: ring.y), c1)
      c2 = multiplyAdd(z, Double8(repeating: ring.z), c2)
      c3 = multiplyAdd(z, Double8(repeating: ring.w), c3)
    }
    var i = 0
    while i + 4 <= ringing.count {
      let (a, b, c, d) = Self.columns(p, i)
      note(lanes.take(a), ringing[i], &sum)
      note(lanes.take(b), ringing[i + 1], &sum)
      note(lanes.take(c), ringing[i + 2], &sum)
      note(lanes.take(d), ringing[i + 3], &sum)
      i += 4
    }
    while i < ringing.count {
      note(lanes.take(Self.column(p, i)), ringing[i], &sum)
      i += 1
    }
    self = lanes
    return (sum, [c0, c1, c2, c3])
  }

  @inline(__always) private func square(_ z: Double8, _ sum: Double8) -> Double8 { multiplyAdd(z, z, sum) }

  @inline(__always) private mutating func take(_ x: Float8) -> Double8 {
    let w = multiplyAdd(a1, w1, multiplyAdd(a2, w2, Double8(x)))
    let y = multiplyAdd(r2, w2, multiplyAdd(r1, w1, w))
    w2 = w1
    w1 = w
    let v = multiplyAdd(c1, v1, multiplyAdd(c2, v2, y))
    let z = (v - v1) - (v1 - v2)
    v2 = v1
    v1 = v
    return z
  }

  @inline(__always) private static func column(_ p: Pointers, _ i: Int) -> Float8 {
    Float8(p[0][i], p[1][i], p[2][i], p[3][i], p[4][i], p[5][i], p[6][i], p[7][i])
  }

  /// Four samples of every lane, one vector for each sample.
  @inline(__always) static func columns(_ p: Pointers, _ i: Int) -> (Float8, Float8, Float8, Float8) {
    let x0 = load4(p[0] + i)
    let x1 = load4(p[1] + i)
    let x2 = load4(p[2] + i)
    let x3 = load4(p[3] + i)
    let x4 = load4(p[4] + i)
    let x5 = load4(p[5] + i)
    let x6 = load4(p[6] + i)
    let x7 = load4(p[7] + i)
    return (
      Float8(x0.x, x1.x, x2.x, x3.x, x4.x, x5.x, x6.x, x7.x), Float8(x0.y, x1.y, x2.y, x3.y, x4.y, x5.y, x6.y, x7.y),
      Float8(x0.z, x1.z, x2.z, x3.z, x4.z, x5.z, x6.z, x7.z), Float8(x0.w, x1.w, x2.w, x3.w, x4.w, x5.w, x6.w, x7.w)
    )
  }
}
