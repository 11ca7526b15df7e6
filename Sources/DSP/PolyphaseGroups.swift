/// A polyphase filter's coefficients for eight outputs at a time.
///
/// Eight neighbouring outputs look at samples that lie almost one apart, so one run over the samples with a
/// vector of coefficients for each serves them all and nothing has to be summed across a vector. Where the
/// outputs drift from the samples, rows of zeros make room.
struct PolyphaseGroups: Sendable {
  /// Groups before the phases repeat.
  let count: Int
  /// Vectors of coefficients in each group.
  let length: Int
  /// Where a group's first sample lies, relative to that of its first output; not positive.
  let lead: Int
  /// Group after group, vector after vector.
  let coefficients: [Float]

  /// - Returns: nil when the outputs lie too far apart for this to be worth it.
  init?(_ design: PolyphaseDesign, up: Int, down: Int) {
    guard design.phaseCount == up else { return nil }
    var (a, b) = (up, 8)
    while b != 0 { (a, b) = (b, a % b) }
    let count = up / a
    var low = 0
    var high = 0
    for group in 0..<count {
      let phase = group * 8 * down % up
      for lane in 0..<8 {
        let drift = (phase + lane * down) / up - lane
        (low, high) = (min(low, drift), max(high, drift))
      }
    }
    let length = design.tapCount + high - low
    guard length <= design.tapCount * 2, count * length <= 1 << 15 else { return nil }
    var coefficients = [Float](repeating: 0, count: count * length * 8)
    for group in 0..<count {
      let phase = group * 8 * down % up
      for lane in 0..<8 {
        let position = phase + lane * down
        let row = position % up * design.tapCount
        let first = position / up - lane - low
        for tap in 0..<design.tapCount {
          coefficients[((group * length) + first + tap) * 8 + lane] = design.coefficients[row + tap]
        }
      }
    }
    (self.count, self.length, lead, self.coefficients) = (count, length, low, coefficients)
  }

  /// Periods of outputs computed side by side: as many as leave every sum in a register.
  #if LOA_FMA
    static let streams = 4
  #else
    static let streams = 2
  #endif

  /// Eight outputs of each stream; a stream's samples lie `stride` after those of the one before it, its outputs
  /// `outputStride`.
  ///
  /// Every coefficient is read once for all streams. The sums run in the same order as in `outputs`.
  /// - Parameter x: the first sample of the group's first output.
  @inline(__always) static func outputs(
    _ x: UnsafePointer<Float>, stride: Int, _ h: UnsafePointer<Float>, length: Int,
    into y: UnsafeMutablePointer<Float>, outputStride: Int
  ) {
    var a0 = Float8.zero
    var b0 = Float8.zero
    var a1 = Float8.zero
    var b1 = Float8.zero
    #if LOA_FMA
      var a2 = Float8.zero
      var b2 = Float8.zero
      var a3 = Float8.zero
      var b3 = Float8.zero
    #endif
    let (x1, x2, x3) = (x + stride, x + 2 &* stride, x + 3 &* stride)
    var i = 0
    while i &+ 2 <= length {
      let even = load8(h + 8 &* i)
      a0 = multiplyAdd(load8(x + i), even, a0)
      a1 = multiplyAdd(load8(x1 + i), even, a1)
      #if LOA_FMA
        a2 = multiplyAdd(load8(x2 + i), even, a2)
        a3 = multiplyAdd(load8(x3 + i), even, a3)
      #endif
      let odd = load8(h + 8 &* i + 8)
      b0 = multiplyAdd(load8(x + i + 1), odd, b0)
      b1 = multiplyAdd(load8(x1 + i + 1), odd, b1)
      #if LOA_FMA
        b2 = multiplyAdd(load8(x2 + i + 1), odd, b2)
        b3 = multiplyAdd(load8(x3 + i + 1), odd, b3)
      #endif
      i &+= 2
    }
    if i < length {
      let even = load8(h + 8 &* i)
      a0 = multiplyAdd(load8(x + i), even, a0)
      a1 = multiplyAdd(load8(x1 + i), even, a1)
      #if LOA_FMA
        a2 = multiplyAdd(load8(x2 + i), even, a2)
        a3 = multiplyAdd(load8(x3 + i), even, a3)
      #endif
    }
    store8(y, a0 + b0)
    store8(y + outputStride, a1 + b1)
    #if LOA_FMA
      store8(y + 2 &* outputStride, a2 + b2)
      store8(y + 3 &* outputStride, a3 + b3)
    #endif
  }

  /// Eight outputs.
  /// - Parameter x: the first sample of the group's first output.
  @inline(__always) static func outputs(
    _ x: UnsafePointer<Float>, _ h: UnsafePointer<Float>, length: Int
  ) -> Float8 {
    var a = Float8.zero
    var b = Float8.zero
    var i = 0
    while i &+ 2 <= length {
      a = multiplyAdd(load8(x + i), load8(h + 8 &* i), a)
      b = multiplyAdd(load8(x + i + 1), load8(h + 8 &* i + 8), b)
      i &+= 2
    }
    if i < length { a = multiplyAdd(load8(x + i), load8(h + 8 &* i), a) }
    return a + b
  }
}
