/// Twice the rate by a half-band filter (Kaiser window, 105 dB): every other output is an input, the others a
/// symmetric sum of 72.
///
/// Flat to 0.45 of the input rate, 105 dB down from 0.55. Cost: 2 ns per input sample on the default x86-64 target.
struct HalfBandDoubler: Sendable {
  /// The most samples `process` takes at a time.
  static let chunk = 4096
  /// Samples on each side of an interpolated one.
  private static let reach = 36

  private let taps: [Float]
  /// The samples still needed, then those that came; room for reading whole vectors.
  private var line: [Float]
  private var filled = reach - 1

  init() {
    var taps = [Float](repeating: 0, count: Self.reach)
    let beta = 0.1102 * (105 - 8.7)
    for i in 0..<Self.reach {
      let distance = Double(i) + 0.5
      taps[i] = Float(PolyphaseDesign.sinc(distance) * PolyphaseDesign.window(distance / Double(Self.reach), beta))
    }
    self.taps = taps
    line = Array(repeating: 0, count: Self.chunk + 4 * Self.reach + 16)
  }

  /// Appends what the next `input`, at most `chunk` samples, makes known.
  mutating func process(_ input: UnsafeBufferPointer<Float>, into output: inout [Float]) {
    guard let source = input.baseAddress else { return }
    let at = filled
    line.withUnsafeMutableBufferPointer { line in
      guard let base = line.baseAddress else { return }
      (base + at).update(from: source, count: input.count)
    }
    filled += input.count
    drain(into: &output)
  }

  /// Appends the rest and forgets everything.
  mutating func finish(into output: inout [Float]) {
    for i in filled..<(filled + Self.reach) { line[i] = 0 }
    filled += Self.reach
    drain(into: &output)
    for i in line.indices { line[i] = 0 }
    filled = Self.reach - 1
  }

  private mutating func drain(into output: inout [Float]) {
    let count = filled - 2 * Self.reach + 1
    guard count > 0 else { return }
    let old = output.count
    output.append(contentsOf: repeatElement(0, count: count * 2))
    let filled = self.filled
    let taps = self.taps
    line.withUnsafeMutableBufferPointer { line in
      output.withUnsafeMutableBufferPointer { output in
        taps.withUnsafeBufferPointer { taps in
          guard let x = line.baseAddress, let y = output.baseAddress, let taps = taps.baseAddress else { return }
          Self.double(x + Self.reach - 1, count: count, taps: taps, into: y + old)
          x.update(from: x + count, count: filled - count)
        }
      }
    }
    self.filled = filled - count
  }

  /// Interleaves `x[0]`, what lies halfway to `x[1]`, `x[1]`, ...
  private static func double(
    _ x: UnsafePointer<Float>, count: Int, taps: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    var i = 0
    // Four vectors share each coefficient: what limits this is how fast samples are read.
    while i &+ 32 <= count {
      let here = x + i
      var a = Float8.zero
      var b = Float8.zero
      var c = Float8.zero
      var d = Float8.zero
      for t in 0..<reach {
        let tap = Float8(repeating: taps[t])
        let (early, late) = (here - t, here + 1 + t)
        a = multiplyAdd(load8(early) + load8(late), tap, a)
        b = multiplyAdd(load8(early + 8) + load8(late + 8), tap, b)
        c = multiplyAdd(load8(early + 16) + load8(late + 16), tap, c)
        d = multiplyAdd(load8(early + 24) + load8(late + 24), tap, d)
      }
      interleave(load8(here), a, into: y + 2 * i)
      interleave(load8(here + 8), b, into: y + 2 * i + 16)
      interleave(load8(here + 16), c, into: y + 2 * i + 32)
      interleave(load8(here + 24), d, into: y + 2 * i + 48)
      i &+= 32
    }
    while i < count {
      let here = x + i
      // In the same order as above: where the sound is cut into pieces must not be heard.
      var between = Float8.zero
      for t in 0..<reach {
        between = multiplyAdd(load8(here - t) + load8(here + 1 + t), Float8(repeating: taps[t]), between)
      }
      if i + 8 <= count {
        interleave(load8(here), between, into: y + 2 * i)
      } else {
        for lane in 0..<(count - i) {
          y[2 * (i + lane)] = here[lane]
          y[2 * (i + lane) + 1] = between[lane]
        }
      }
      i += 8
    }
  }

  @inline(__always) private static func interleave(_ a: Float8, _ b: Float8, into y: UnsafeMutablePointer<Float>) {
    store8(y, Float8(a[0], b[0], a[1], b[1], a[2], b[2], a[3], b[3]))
    store8(y + 8, Float8(a[4], b[4], a[5], b[5], a[6], b[6], a[7], b[7]))
  }
}
