#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Four-times oversampling for true peaks (BS.1770-5, annex 2): 48 taps of a Hann-windowed sinc, 12 for each quarter position.
///
/// The quarter positions mirror each other, so sums and differences of mirrored samples serve both: 18 multiplications for the
/// three positions between two samples instead of 36. Reads at most 0.2 dB low up to a quarter of the rate. About 2 ns per sample
/// on the default x86-64 target.
struct TruePeakFilter: Sendable {
  /// Samples read before and after the two that a peak lies between.
  static let reach = 5
  /// No position between samples can exceed the largest sample times this (the L1 norm of the longest phase).
  let bound: Float

  private let even: InlineArray<6, Float>
  private let odd: InlineArray<6, Float>
  private let half: InlineArray<6, Float>

  init() {
    var even = InlineArray<6, Float>(repeating: 0)
    var odd = even
    var half = even
    var norm = 1.0
    func tap(_ phase: Int, _ index: Int) -> Double {
      let j = Double(index * 4 + phase)
      let x = (j - 24) * Double.pi / 4
      let sinc = abs(x) < 1e-9 ? 1 : sin(x) / x
      return sinc * 0.5 * (1 - cos(2 * Double.pi * j / 48))
    }
    for i in 0..<6 {
      even[i] = Float(0.5 * (tap(1, i) + tap(1, 11 - i)))
      odd[i] = Float(0.5 * (tap(1, i) - tap(1, 11 - i)))
      half[i] = Float(tap(2, i))
    }
    for phase in 1...3 { norm = max(norm, (0..<12).reduce(0) { $0 + abs(tap(phase, $1)) }) }
    (self.even, self.odd, self.half) = (even, odd, half)
    bound = Float(norm * 1.00001)
  }

  /// Peaks at and between `x[0]...x[8]`, one lane for each starting sample; reads `x[-5]` to `x[13]`.
  @inline(__always) func peaks(_ x: UnsafePointer<Float>) -> Float8 {
    var a = Float8.zero
    var b = Float8.zero
    var c = Float8.zero
    @inline(__always) func add(_ t: Int) {
      let late = load8(x + 6 - t)
      let early = load8(x - 5 + t)
      let sum = late + early
      let difference = late - early
      a = multiplyAdd(sum, Float8(repeating: even[t]), a)
      b = multiplyAdd(difference, Float8(repeating: odd[t]), b)
      c = multiplyAdd(sum, Float8(repeating: half[t]), c)
    }
    add(0)
    add(1)
    add(2)
    add(3)
    add(4)
    add(5)
    return larger(larger(magnitude(a) + magnitude(b), magnitude(c)), magnitude(load8(x)))
  }

  /// The largest peak at and between the samples `x[0]...x[count]`; reads `x[-13]` to `x[count + 5]`.
  /// - Parameter floor: peaks that cannot exceed it are not computed, and it is returned when nothing does.
  func peak(_ x: UnsafePointer<Float>, count: Int, floor: Float) -> Float {
    var best = floor
    var start = 0
    while start < count {
      let end = min(start + 128, count)
      if Self.samplePeak(x + start - Self.reach, count: end - start + 11) * bound > best {
        var high = Float8.zero
        var i = start
        while i + 8 <= end {
          high = larger(high, peaks(x + i))
          i += 8
        }
        if i < end { high = larger(high, peaks(x + end - 8)) }
        best = max(best, horizontalMax(high))
      }
      start = end
    }
    return best
  }

  /// The largest magnitude among `count` samples.
  static func samplePeak(_ x: UnsafePointer<Float>, count: Int) -> Float {
    var high = Float8.zero
    var i = 0
    while i + 8 <= count {
      high = larger(high, magnitude(load8(x + i)))
      i += 8
    }
    var best = horizontalMax(high)
    while i < count {
      best = max(best, abs(x[i]))
      i += 1
    }
    return best
  }
}
