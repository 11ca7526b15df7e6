public import PCM

/// A polyphase resampler for mono sound between any two rates.
///
/// Output sample m lies at the time of input m * from / to: no delay, and a whole file gives `ceil(count * to / from)` samples.
/// Flat within 0.01 dB to 0.45 of the lower rate, stop band at least 100 dB down. Same rates pass through untouched.
public struct Resampler: Sendable {
  /// Where the stop band begins, as a fraction of the lower rate.
  public enum Band: Sendable, Hashable {
    /// At half the lower rate: nothing folds or mirrors. For recordings.
    case full
    /// At 0.55: half the work; what lies between 0.45 and 0.5 is mirrored just above. For synthetic speech, which has next to nothing there.
    case speech
  }

  public let from: SampleRate
  public let to: SampleRate
  private let up: Int
  private let down: Int
  private let design: ResamplerDesign
  /// The samples still needed, then those that came.
  private var line: [Float]
  private var filled: Int
  private var phase = 0

  private static let chunk = 4096

  public init(from: SampleRate, to: SampleRate, band: Band = .full) {
    self.from = from
    self.to = to
    var (a, b) = (from.hertz, to.hertz)
    while b != 0 { (a, b) = (b, a % b) }
    (up, down) = (to.hertz / a, from.hertz / a)
    design = ResamplerDesign(
      factor: up, ratio: Double(to.hertz) / Double(from.hertz), stopEdge: band == .full ? 0.5 : 0.55)
    line = Array(repeating: 0, count: design.tapCount + Self.chunk)
    filled = design.tapCount / 2 - 1
  }

  /// Appends to `output` what the next `input` makes known; the last half filter length follows with `finish`.
  public mutating func process(_ input: Span<Float>, into output: inout [Float]) {
    input.withUnsafeBufferPointer { feed($0, into: &output) }
  }

  /// Appends the rest and makes the resampler ready for other sound.
  public mutating func finish(into output: inout [Float]) {
    if up != down {
      withUnsafeTemporaryAllocation(of: Float.self, capacity: design.tapCount / 2) { silence in
        silence.initialize(repeating: 0)
        feed(UnsafeBufferPointer(silence), into: &output)
      }
    }
    for i in line.indices { line[i] = 0 }
    (filled, phase) = (design.tapCount / 2 - 1, 0)
  }

  private mutating func feed(_ input: UnsafeBufferPointer<Float>, into output: inout [Float]) {
    guard let source = input.baseAddress else { return }
    if up == down {
      output.append(contentsOf: input)
      return
    }
    var taken = 0
    while taken < input.count {
      let take = min(input.count - taken, line.count - filled)
      let at = filled
      line.withUnsafeMutableBufferPointer { line in
        guard let base = line.baseAddress else { return }
        (base + at).update(from: source + taken, count: take)
      }
      taken += take
      filled += take
      drain(into: &output)
    }
  }

  /// Computes every output whose samples are all there, then moves what is still needed to the front.
  private mutating func drain(into output: inout [Float]) {
    let taps = design.tapCount
    let reachable = (filled - taps + 1) * up - 1 - phase
    guard reachable >= 0 else { return }
    let count = reachable / down + 1
    let old = output.count
    output.append(contentsOf: repeatElement(0, count: count))
    var (at, phase) = (0, self.phase)
    let (step, phaseStep) = (down / up, down % up)
    let exact = design.phaseCount == up
    line.withUnsafeMutableBufferPointer { line in
      design.coefficients.withUnsafeBufferPointer { rows in
        output.withUnsafeMutableBufferPointer { output in
          guard let x = line.baseAddress, let rows = rows.baseAddress, let y = output.baseAddress else { return }
          for i in old..<(old + count) {
            if exact {
              y[i] = Self.dot(x + at, rows + phase * taps, taps)
            } else {
              let position = Double(phase) / Double(up) * Double(design.phaseCount)
              let row = Int(position)
              let low = Self.dot(x + at, rows + row * taps, taps)
              let high = Self.dot(x + at, rows + (row + 1) * taps, taps)
              y[i] = low + (high - low) * Float(position - Double(row))
            }
            at += step
            phase += phaseStep
            if phase >= up {
              phase -= up
              at += 1
            }
          }
          for i in 0..<(filled - at) { x[i] = x[at + i] }
        }
      }
    }
    self.phase = phase
    filled -= at
  }

  /// Sum of products; `count` is a multiple of 16.
  @inline(__always) private static func dot(_ x: UnsafePointer<Float>, _ h: UnsafePointer<Float>, _ count: Int) -> Float {
    var a = Float8.zero
    var b = Float8.zero
    var i = 0
    while i < count {
      a = multiplyAdd(load8(x + i), load8(h + i), a)
      b = multiplyAdd(load8(x + i + 8), load8(h + i + 8), b)
      i += 16
    }
    return horizontalSum(a + b)
  }
}
