/// One polyphase stage between two rates; the filter's edges are fractions of the input rate.
struct PolyphaseFilter: Sendable {
  private let up: Int
  private let down: Int
  private let design: PolyphaseDesign
  /// The samples still needed, then those that came.
  private var line: [Float]
  private var filled: Int
  private var phase = 0

  private static let chunk = 4096

  init(fromHertz: Int, toHertz: Int, passEdge: Double, stopEdge: Double) {
    var (a, b) = (fromHertz, toHertz)
    while b != 0 { (a, b) = (b, a % b) }
    (up, down) = (toHertz / a, fromHertz / a)
    design = PolyphaseDesign(factor: up, passEdge: passEdge, stopEdge: stopEdge)
    line = Array(repeating: 0, count: design.tapCount + Self.chunk)
    filled = design.tapCount / 2 - 1
  }

  /// Appends what the next `input` makes known.
  mutating func process(_ input: UnsafeBufferPointer<Float>, into output: inout [Float]) {
    guard let source = input.baseAddress else { return }
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

  /// Appends the rest and forgets everything.
  mutating func finish(into output: inout [Float]) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: design.tapCount / 2) { silence in
      silence.initialize(repeating: 0)
      process(UnsafeBufferPointer(silence), into: &output)
    }
    for i in line.indices { line[i] = 0 }
    (filled, phase) = (design.tapCount / 2 - 1, 0)
  }

  /// Computes every output whose samples are all there, then moves what is still needed to the front.
  private mutating func drain(into output: inout [Float]) {
    let taps = design.tapCount
    let reachable = (filled - taps + 1) * up - 1 - phase
    guard reachable >= 0 else { return }
    let count = reachable / down + 1
    let old = output.count
    output.append(contentsOf: repeatElement(0, count: count))
    var place = Place(at: 0, phase: phase, up: up, step: down / up, phaseStep: down % up)
    let filled = self.filled
    let design = self.design
    line.withUnsafeMutableBufferPointer { line in
      design.coefficients.withUnsafeBufferPointer { rows in
        output.withUnsafeMutableBufferPointer { output in
          guard let x = line.baseAddress, let rows = rows.baseAddress, let y = output.baseAddress else { return }
          if design.phaseCount == up {
            place = Self.run(x, rows, taps, place, count: count, into: y + old)
          } else {
            place = Self.runBetween(x, rows, taps, place, phases: design.phaseCount, count: count, into: y + old)
          }
          x.update(from: x + place.at, count: filled - place.at)
        }
      }
    }
    phase = place.phase
    self.filled = filled - place.at
  }

  /// Where the next output lies: at sample `at` and `phase / up` of the way to the next.
  private struct Place {
    var at: Int
    var phase: Int
    let up: Int
    let step: Int
    let phaseStep: Int

    @inline(__always) mutating func advance() {
      at &+= step
      phase &+= phaseStep
      if phase >= up {
        phase &-= up
        at &+= 1
      }
    }
  }

  private static func run(
    _ x: UnsafePointer<Float>, _ rows: UnsafePointer<Float>, _ taps: Int, _ start: Place, count: Int,
    into y: UnsafeMutablePointer<Float>
  ) -> Place {
    var place = start
    if taps == 16 {
      for i in 0..<count {
        let a = load8(x + place.at) * load8(rows + place.phase &* 16)
        y[i] = horizontalSum(multiplyAdd(load8(x + place.at + 8), load8(rows + place.phase &* 16 + 8), a))
        place.advance()
      }
      return place
    }
    for i in 0..<count {
      y[i] = dot(x + place.at, rows + place.phase &* taps, taps)
      place.advance()
    }
    return place
  }

  /// As `run`, straight between the two nearest of fewer phases than the ratio has; at least 110 dB from exact.
  private static func runBetween(
    _ x: UnsafePointer<Float>, _ rows: UnsafePointer<Float>, _ taps: Int, _ start: Place, phases: Int, count: Int,
    into y: UnsafeMutablePointer<Float>
  ) -> Place {
    var place = start
    for i in 0..<count {
      let position = Double(place.phase) / Double(place.up) * Double(phases)
      let row = Int(position)
      let low = dot(x + place.at, rows + row * taps, taps)
      let high = dot(x + place.at, rows + (row + 1) * taps, taps)
      y[i] = low + (high - low) * Float(position - Double(row))
      place.advance()
    }
    return place
  }

  /// Sum of products; `count` is a multiple of 16.
  @inline(__always) private static func dot(_ x: UnsafePointer<Float>, _ h: UnsafePointer<Float>, _ count: Int) -> Float {
    var a = Float8.zero
    var b = Float8.zero
    var i = 0
    while i < count {
      a = multiplyAdd(load8(x + i), load8(h + i), a)
      b = multiplyAdd(load8(x + i + 8), load8(h + i + 8), b)
      i &+= 16
    }
    return horizontalSum(a + b)
  }
}
