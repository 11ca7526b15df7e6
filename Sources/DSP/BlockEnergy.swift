/// Estimates of the K-weighted energy of blocks of 32 samples, in single precision: what a gain is planned
/// with, not what is reported.
///
/// Within 0.01 dB on sound without a direct-current offset, which the chain's filters have taken away; with
/// one, a float cannot follow a 38 Hz high-pass. Eight far-apart segments run as the lanes of a vector, each
/// warmed up on 43 ms before it. Cost: 0.8 ns per sample on the default x86-64 target.
struct BlockEnergy: Sendable {
  private static let block = SamplePeaks.block
  private static let warmUp = 64

  private let r1, r2, a1, a2, c1, c2: Float8
  private let scale: Float8

  init(rateHertz: Double) {
    let filter = KWeightingState(KWeighting(rateHertz: rateHertz))
    (r1, r2) = (Float8(repeating: Float(filter.r1)), Float8(repeating: Float(filter.r2)))
    (a1, a2) = (Float8(repeating: Float(filter.a1)), Float8(repeating: Float(filter.a2)))
    (c1, c2) = (Float8(repeating: Float(filter.c1)), Float8(repeating: Float(filter.c2)))
    scale = Float8(repeating: Float(filter.scale))
  }

  /// Sums of squares of the blocks from `x` on.
  /// - Parameter before: how many readable samples lie before `x`; earlier ones count as silence.
  func sums(_ x: UnsafePointer<Float>, before: Int, into sums: UnsafeMutableBufferPointer<Float>) {
    let perLane = (sums.count + 7) / 8
    var state = State()
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.block) { silence in
      silence.initialize(repeating: 0)
      guard let zero = silence.baseAddress else { return }
      for step in -Self.warmUp..<perLane {
        var pointers = KWeightingLanes.Pointers(repeating: UnsafePointer(zero))
        for lane in 0..<8 {
          let index = lane * perLane + step
          if index * Self.block >= -before, index < sums.count { pointers[lane] = x + index * Self.block }
        }
        let energies = run(pointers, &state)
        guard step >= 0 else { continue }
        for lane in 0..<8 where lane * perLane + step < sums.count { sums[lane * perLane + step] = energies[lane] }
      }
    }
  }

  private struct State {
    var w1 = Float8.zero
    var w2 = Float8.zero
    var v1 = Float8.zero
    var v2 = Float8.zero
  }

  private func run(_ p: KWeightingLanes.Pointers, _ outside: inout State) -> Float8 {
    var state = outside
    var sum = Float8.zero
    var i = 0
    while i < Self.block {
      let (a, b, c, d) = KWeightingLanes.columns(p, i)
      take(a, &state, &sum)
      take(b, &state, &sum)
      take(c, &state, &sum)
      take(d, &state, &sum)
      i += 4
    }
    outside = state
    return sum * scale
  }

  @inline(__always) private func take(_ x: Float8, _ s: inout State, _ sum: inout Float8) {
    let w = multiplyAdd(a1, s.w1, multiplyAdd(a2, s.w2, x))
    let y = multiplyAdd(r2, s.w2, multiplyAdd(r1, s.w1, w))
    s.w2 = s.w1
    s.w1 = w
    let v = multiplyAdd(c1, s.v1, multiplyAdd(c2, s.v2, y))
    let z = (v - s.v1) - (s.v1 - s.v2)
    s.v2 = s.v1
    s.v1 = v
    sum = multiplyAdd(z, z, sum)
  }
}
