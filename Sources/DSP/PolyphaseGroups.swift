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
