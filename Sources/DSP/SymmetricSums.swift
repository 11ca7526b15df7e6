/// Sums of samples that mirror each other around a place, weighted by a symmetric filter: the kernel of `RateDoubler` and `RateHalver`.
///
/// Taps eight apart are taken one after the other: the samples that one vector meets at a tap are those that its neighbour meets at the
/// next, and need not be read again. Reading is what limits this.
enum SymmetricSums {
  /// For each of `count` places, the sum over t of `taps[t]` times the samples t before the place and t after it; the place is sample i,
  /// or halfway to the next one.
  /// - Parameters:
  ///   - x: the first place's sample; read from `reach` before it to `reach + 32` after the last.
  ///   - isBetween: the places lie halfway.
  static func write(
    _ x: UnsafePointer<Float>, count: Int, taps: UnsafePointer<Float>, reach: Int, isBetween: Bool,
    into sums: UnsafeMutablePointer<Float>
  ) {
    let offset = isBetween ? 1 : 0
    var i = 0
    while i &+ width <= count {
      vector(x + i, taps, reach, offset, sums + i)
      i &+= width
    }
    while i < count {
      let here = x + i
      // In the same order as above: where the sound is cut into pieces must not be heard.
      var sum = Float8.zero
      for first in 0..<8 {
        for t in stride(from: first, to: reach, by: 8) {
          sum = multiplyAdd(load8(here - t) + load8(here + offset + t), Float8(repeating: taps[t]), sum)
        }
      }
      for lane in 0..<min(8, count - i) { sums[i + lane] = sum[lane] }
      i += 8
    }
  }

  // As many sums at a time as the registers hold together with what they meet.
  #if LOA_FMA
    private static let width = 32

    @inline(__always) private static func vector(
      _ here: UnsafePointer<Float>, _ taps: UnsafePointer<Float>, _ reach: Int, _ offset: Int, _ sums: UnsafeMutablePointer<Float>
    ) {
      var (a, b, c, d) = (Float8.zero, Float8.zero, Float8.zero, Float8.zero)
      for first in 0..<8 {
        var (early, late) = (here - first, here + offset + first)
        var (e0, e1, e2, e3) = (load8(early), load8(early + 8), load8(early + 16), load8(early + 24))
        var (l0, l1, l2, l3) = (load8(late), load8(late + 8), load8(late + 16), load8(late + 24))
        var t = first
        while true {
          let tap = Float8(repeating: taps[t])
          a = multiplyAdd(e0 + l0, tap, a)
          b = multiplyAdd(e1 + l1, tap, b)
          c = multiplyAdd(e2 + l2, tap, c)
          d = multiplyAdd(e3 + l3, tap, d)
          t &+= 8
          if t >= reach { break }
          (early, late) = (early - 8, late + 8)
          (e3, e2, e1, e0) = (e2, e1, e0, load8(early))
          (l0, l1, l2, l3) = (l1, l2, l3, load8(late + 24))
        }
      }
      store8(sums, a)
      store8(sums + 8, b)
      store8(sums + 16, c)
      store8(sums + 24, d)
    }
  #else
    private static let width = 16

    @inline(__always) private static func vector(
      _ here: UnsafePointer<Float>, _ taps: UnsafePointer<Float>, _ reach: Int, _ offset: Int, _ sums: UnsafeMutablePointer<Float>
    ) {
      var (a, b) = (Float8.zero, Float8.zero)
      for first in 0..<8 {
        var (early, late) = (here - first, here + offset + first)
        var (e0, e1) = (load8(early), load8(early + 8))
        var (l0, l1) = (load8(late), load8(late + 8))
        var t = first
        while true {
          let tap = Float8(repeating: taps[t])
          a = multiplyAdd(e0 + l0, tap, a)
          b = multiplyAdd(e1 + l1, tap, b)
          t &+= 8
          if t >= reach { break }
          (early, late) = (early - 8, late + 8)
          (e1, e0) = (e0, load8(early))
          (l0, l1) = (l1, load8(late + 8))
        }
      }
      store8(sums, a)
      store8(sums + 8, b)
    }
  #endif
}
