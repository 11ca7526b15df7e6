extension KWeightedEnergy {
  /// Sums of squares of each part of each `hop` of mono sound, into `sums`: eight far-apart segments run side by side, each warmed up
  /// on what lies before it.
  ///
  /// - Parameters:
  ///   - x: the samples from the first hop on.
  ///   - parts: into how many nearly equal parts a hop is cut; `sums` has room for that many of each hop.
  ///   - before: how many readable samples lie before `x`; earlier ones count as silence.
  ///   - warmUp: hops run before each segment. 100 ms leave 1e-10 of the filter's memory.
  /// Cost: 1.5 ns per sample on the default x86-64 target, 0.5 with AVX2.
  static func sums(
    _ x: UnsafePointer<Float>, before: Int, hop: Int, parts: Int = 1, warmUp: Int, rateHertz: Double,
    into sums: UnsafeMutableBufferPointer<Double>
  ) {
    var lanes = Lanes(KWeighting(rateHertz: rateHertz))
    let hops = sums.count / parts
    let perLane = (hops + 7) / 8
    withUnsafeTemporaryAllocation(of: Float.self, capacity: hop) { silence in
      silence.initialize(repeating: 0)
      guard let zero = silence.baseAddress else { return }
      for step in -warmUp..<perLane {
        var pointers = Pointers(repeating: UnsafePointer(zero))
        for lane in 0..<8 {
          let index = lane * perLane + step
          if index * hop >= -before, index < hops { pointers[lane] = x + index * hop }
        }
        var start = 0
        for part in 0..<parts {
          let end = (part + 1) * hop / parts
          let energies = lanes.run(pointers, from: start, to: end)
          start = end
          guard step >= 0 else { continue }
          for lane in 0..<8 where lane * perLane + step < hops {
            sums[(lane * perLane + step) * parts + part] = energies[lane]
          }
        }
      }
    }
  }

  private typealias Pointers = InlineArray<8, UnsafePointer<Float>>

  /// The two filters in direct form 2, the scale of their numerators taken out, and the high-pass's zeros as differences.
  private struct Lanes {
    let r1, r2, a1, a2, c1, c2: Double8
    let scale: Double
    var w1 = Double8.zero
    var w2 = Double8.zero
    var v1 = Double8.zero
    var v2 = Double8.zero

    init(_ weighting: KWeighting) {
      let (s, h) = (weighting.shelf, weighting.highPass)
      (r1, r2) = (Double8(repeating: s.b1 / s.b0), Double8(repeating: s.b2 / s.b0))
      (a1, a2) = (Double8(repeating: -s.a1), Double8(repeating: -s.a2))
      (c1, c2) = (Double8(repeating: -h.a1), Double8(repeating: -h.a2))
      scale = s.b0 * s.b0 * h.b0 * h.b0
    }

    /// Runs some samples of every lane and returns their sums of squares.
    mutating func run(_ p: Pointers, from start: Int, to end: Int) -> Double8 {
      let p0 = p[0], p1 = p[1], p2 = p[2], p3 = p[3], p4 = p[4], p5 = p[5], p6 = p[6], p7 = p[7]
      var state = self
      var sum = Double8.zero
      var i = start
      while i + 4 <= end {
        let x0 = load4(p0 + i), x1 = load4(p1 + i), x2 = load4(p2 + i), x3 = load4(p3 + i)
        let x4 = load4(p4 + i), x5 = load4(p5 + i), x6 = load4(p6 + i), x7 = load4(p7 + i)
        state.take(Float8(x0.x, x1.x, x2.x, x3.x, x4.x, x5.x, x6.x, x7.x), &sum)
        state.take(Float8(x0.y, x1.y, x2.y, x3.y, x4.y, x5.y, x6.y, x7.y), &sum)
        state.take(Float8(x0.z, x1.z, x2.z, x3.z, x4.z, x5.z, x6.z, x7.z), &sum)
        state.take(Float8(x0.w, x1.w, x2.w, x3.w, x4.w, x5.w, x6.w, x7.w), &sum)
        i += 4
      }
      while i < end {
        state.take(Float8(p0[i], p1[i], p2[i], p3[i], p4[i], p5[i], p6[i], p7[i]), &sum)
        i += 1
      }
      self = state
      return sum * scale
    }

    @inline(__always) private mutating func take(_ x: Float8, _ sum: inout Double8) {
      let w = multiplyAdd(a1, w1, multiplyAdd(a2, w2, Double8(x)))
      let y = multiplyAdd(r2, w2, multiplyAdd(r1, w1, w))
      w2 = w1
      w1 = w
      let v = multiplyAdd(c1, v1, multiplyAdd(c2, v2, y))
      let z = (v - v1) - (v1 - v2)
      v2 = v1
      v1 = v
      sum = multiplyAdd(z, z, sum)
    }
  }
}
