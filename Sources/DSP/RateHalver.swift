/// Half the rate by `SharpFilter`: only the outputs that are kept are computed, each a sum over 120 pairs of samples.
///
/// Cost: 4 ns per input sample on the default x86-64 target.
struct RateHalver: Sendable {
  /// Samples that must follow one before it leaves.
  static let latencySamples = Double(2 * reach)
  private static let reach = SharpFilter.reach
  private static let chunk = 4096

  /// Samples at even and at odd places: those still needed, then those that came; room for reading whole vectors.
  private var even: [Float]
  private var odd: [Float]
  private var evenFilled = reach
  private var oddFilled = reach
  private var between: [Float]

  init() {
    even = Array(repeating: 0, count: Self.chunk / 2 + 4 * Self.reach + 48)
    odd = even
    between = Array(repeating: 0, count: Self.chunk / 2 + 2 * Self.reach)
  }

  /// Appends what the next `input` makes known.
  mutating func process(_ input: UnsafeBufferPointer<Float>, into output: inout [Float]) {
    var start = 0
    while start < input.count {
      let end = min(start + Self.chunk, input.count)
      take(UnsafeBufferPointer(rebasing: input[start..<end]))
      drain(min(evenFilled, oddFilled) - 2 * Self.reach + 1, into: &output)
      start = end
    }
  }

  /// Appends the rest and forgets everything.
  mutating func finish(into output: inout [Float]) {
    // An output lies at every even place that came.
    let pending = evenFilled - Self.reach
    for i in evenFilled..<even.count { even[i] = 0 }
    for i in oddFilled..<odd.count { odd[i] = 0 }
    drain(pending, into: &output)
    for i in even.indices { (even[i], odd[i]) = (0, 0) }
    (evenFilled, oddFilled) = (Self.reach, Self.reach)
  }

  private mutating func take(_ input: UnsafeBufferPointer<Float>) {
    guard var x = input.baseAddress else { return }
    var count = input.count
    if evenFilled > oddFilled {
      odd[oddFilled] = x[0]
      oddFilled += 1
      x += 1
      count -= 1
    }
    let pairs = count / 2
    even.withUnsafeMutableBufferPointer { even in
      odd.withUnsafeMutableBufferPointer { odd in
        guard let e = even.baseAddress, let o = odd.baseAddress else { return }
        let (e0, o0) = (e + evenFilled, o + oddFilled)
        for i in 0..<pairs {
          e0[i] = x[2 &* i]
          o0[i] = x[2 &* i &+ 1]
        }
        if count % 2 == 1 { e0[pairs] = x[count - 1] }
      }
    }
    evenFilled += pairs + count % 2
    oddFilled += pairs
  }

  private mutating func drain(_ count: Int, into output: inout [Float]) {
    guard count > 0 else { return }
    let old = output.count
    output.append(contentsOf: repeatElement(0, count: count))
    let reach = Self.reach
    let kept = max(evenFilled, oddFilled)
    even.withUnsafeMutableBufferPointer { even in
      odd.withUnsafeMutableBufferPointer { odd in
        between.withUnsafeMutableBufferPointer { between in
          output.withUnsafeMutableBufferPointer { output in
            SharpFilter.whole.withUnsafeBufferPointer { whole in
              SharpFilter.half.withUnsafeBufferPointer { half in
                guard let e = even.baseAddress, let o = odd.baseAddress, let b = between.baseAddress, let y = output.baseAddress,
                  let whole = whole.baseAddress, let half = half.baseAddress
                else { return }
                SymmetricSums.write(e + reach, count: count, taps: whole, reach: reach, isBetween: false, into: y + old)
                SymmetricSums.write(o + reach - 1, count: count, taps: half, reach: reach, isBetween: true, into: b)
                for i in 0..<count { y[old &+ i] = (y[old &+ i] + b[i]) * 0.5 }
                e.update(from: e + count, count: kept - count)
                o.update(from: o + count, count: kept - count)
              }
            }
          }
        }
      }
    }
    evenFilled -= count
    oddFilled -= count
  }
}
