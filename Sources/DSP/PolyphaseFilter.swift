/// One polyphase stage between two rates; the filter's edges are fractions of the input rate.
struct PolyphaseFilter: Sendable {
  private let up: Int
  private let down: Int
  private let design: PolyphaseDesign
  private let groups: PolyphaseGroups?
  /// Room for what groups read around their samples, the samples still needed, those that came, and room again.
  private var line: [Float]
  private var filled: Int
  private var place: Place
  private var group = 0

  private static let chunk = 4096
  private static let room = 16

  /// Where the next output lies: at sample `at` and `phase / up` of the way to the next.
  private struct Place: Sendable {
    var at = 0
    var phase = 0
    let up: Int

    @inline(__always) mutating func advance(_ step: Int, _ phaseStep: Int) {
      at &+= step
      phase &+= phaseStep
      if phase >= up {
        phase &-= up
        at &+= 1
      }
    }
  }

  init(fromHertz: Int, toHertz: Int, passEdge: Double, stopEdge: Double, attenuationDecibels: Double) {
    var (a, b) = (fromHertz, toHertz)
    while b != 0 { (a, b) = (b, a % b) }
    (up, down) = (toHertz / a, fromHertz / a)
    design = PolyphaseDesign(factor: up, passEdge: passEdge, stopEdge: stopEdge, attenuation: attenuationDecibels)
    groups = PolyphaseGroups(design, up: up, down: down)
    line = Array(repeating: 0, count: design.tapCount + Self.chunk + 2 * Self.room)
    filled = design.tapCount / 2 - 1
    place = Place(up: up)
  }

  /// Samples that must follow one before it leaves.
  var latencySamples: Int { design.tapCount / 2 }

  /// Appends what the next `input` makes known; what does not fill a group of eight waits.
  mutating func process(_ input: UnsafeBufferPointer<Float>, into output: inout [Float]) {
    feed(input, into: &output)
  }

  /// Appends the rest and forgets everything.
  mutating func finish(into output: inout [Float]) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: design.tapCount / 2) { silence in
      silence.initialize(repeating: 0)
      feed(UnsafeBufferPointer(silence), into: &output)
    }
    if groups != nil { drain(into: &output, isLast: true) }
    for i in line.indices { line[i] = 0 }
    (filled, group, place) = (design.tapCount / 2 - 1, 0, Place(up: up))
  }

  private mutating func feed(_ input: UnsafeBufferPointer<Float>, into output: inout [Float]) {
    guard let source = input.baseAddress else { return }
    let capacity = design.tapCount + Self.chunk
    var taken = 0
    while taken < input.count {
      let take = min(input.count - taken, capacity - filled)
      let at = Self.room + filled
      line.withUnsafeMutableBufferPointer { line in
        guard let base = line.baseAddress else { return }
        (base + at).update(from: source + taken, count: take)
      }
      taken += take
      filled += take
      drain(into: &output, isLast: false)
    }
  }

  /// Computes every output whose samples are all there, then moves what is still needed to the front.
  private mutating func drain(into output: inout [Float], isLast: Bool) {
    let reachable = (filled - place.at - design.tapCount + 1) * up - 1 - place.phase
    guard reachable >= 0 else { return }
    var count = reachable / down + 1
    if groups != nil, !isLast { count -= count % 8 }
    guard count > 0 else { return }
    let old = output.count
    output.append(contentsOf: repeatElement(0, count: count))
    output.withUnsafeMutableBufferPointer { output in
      guard let y = output.baseAddress else { return }
      if let groups, !isLast { run(groups, count: count, into: y + old) } else { run(count: count, into: y + old) }
    }
    // A step of many samples may lead past all that has come: the rest of it waits for more.
    let moved = min(place.at, filled)
    let kept = filled + Self.room - moved
    line.withUnsafeMutableBufferPointer { line in
      guard let base = line.baseAddress else { return }
      base.update(from: base + moved, count: kept)
    }
    place.at -= moved
    filled -= moved
  }

  private mutating func run(_ groups: PolyphaseGroups, count: Int, into y: UnsafeMutablePointer<Float>) {
    var (place, group) = (place, group)
    let (step, phaseStep) = (8 * down / up, 8 * down % up)
    let size = groups.length * 8
    line.withUnsafeBufferPointer { line in
      groups.coefficients.withUnsafeBufferPointer { rows in
        guard let base = line.baseAddress, let rows = rows.baseAddress else { return }
        let x = base + Self.room + groups.lead
        var i = 0
        // Whole periods side by side, then what is left.
        let (period, samples) = (groups.count &* 8, groups.count &* 8 &* down / up)
        while i &+ PolyphaseGroups.streams &* period <= count {
          for each in 0..<groups.count {
            PolyphaseGroups.outputs(
              x + place.at, stride: samples, rows + group &* size, length: groups.length, into: y + i + 8 &* each,
              outputStride: period)
            place.advance(step, phaseStep)
            group &+= 1
            if group == groups.count { group = 0 }
          }
          place.at &+= (PolyphaseGroups.streams &- 1) &* samples
          i &+= PolyphaseGroups.streams &* period
        }
        while i < count {
          store8(y + i, PolyphaseGroups.outputs(x + place.at, rows + group &* size, length: groups.length))
          place.advance(step, phaseStep)
          group &+= 1
          if group == groups.count { group = 0 }
          i &+= 8
        }
      }
    }
    (self.place, self.group) = (place, group)
  }

  /// One output at a time; straight between the two nearest phases when fewer are held than the ratio has, at
  /// least 110 dB from exact.
  private mutating func run(count: Int, into y: UnsafeMutablePointer<Float>) {
    var place = place
    let (step, phaseStep, taps, phases) = (down / up, down % up, design.tapCount, design.phaseCount)
    line.withUnsafeBufferPointer { line in
      design.coefficients.withUnsafeBufferPointer { rows in
        guard let base = line.baseAddress, let rows = rows.baseAddress else { return }
        let x = base + Self.room
        for i in 0..<count {
          if phases == up {
            y[i] = Self.dot(x + place.at, rows + place.phase &* taps, taps)
          } else {
            let position = Double(place.phase) / Double(up) * Double(phases)
            let row = Int(position)
            let low = Self.dot(x + place.at, rows + row * taps, taps)
            let high = Self.dot(x + place.at, rows + (row + 1) * taps, taps)
            y[i] = low + (high - low) * Float(position - Double(row))
          }
          place.advance(step, phaseStep)
        }
      }
    }
    self.place = place
  }

  /// Sum of products; whole vectors, then what is left.
  @inline(__always) private static func dot(_ x: UnsafePointer<Float>, _ h: UnsafePointer<Float>, _ count: Int) -> Float {
    var a = Float8.zero
    var b = Float8.zero
    var c = Float8.zero
    var d = Float8.zero
    var i = 0
    while i &+ 32 <= count {
      a = multiplyAdd(load8(x + i), load8(h + i), a)
      b = multiplyAdd(load8(x + i + 8), load8(h + i + 8), b)
      c = multiplyAdd(load8(x + i + 16), load8(h + i + 16), c)
      d = multiplyAdd(load8(x + i + 24), load8(h + i + 24), d)
      i &+= 32
    }
    while i &+ 8 <= count {
      a = multiplyAdd(load8(x + i), load8(h + i), a)
      i &+= 8
    }
    var sum = horizontalSum((a + c) + (b + d))
    while i < count {
      sum += x[i] * h[i]
      i &+= 1
    }
    return sum
  }
}
