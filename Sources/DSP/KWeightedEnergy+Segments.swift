extension KWeightedEnergy {
  /// Sums of squares of each part of each `hop` of mono sound, into `sums`: eight far-apart segments run side
  /// by side, each warmed up on what lies before it.
  ///
  /// - Parameters:
  ///   - x: the samples from the first hop on.
  ///   - parts: into how many nearly equal parts a hop is cut; `sums` has room for that many of each hop.
  ///   - before: how many readable samples lie before `x`; earlier ones count as silence.
  ///   - warmUp: hops run before each segment. 100 ms leave 1e-10 of the filter's memory.
  /// Cost: 1.5 ns per sample on the default x86-64 target, 0.5 with AVX2.
  static func sums(
    _ x: UnsafePointer<Float>, before: Int, hop: Int, parts: Int = 1, warmUp: Int, rateHertz: Double,
    into sums: UnsafeMutableBufferPointer<Double>
  ) {
    let filter = KWeightingState(KWeighting(rateHertz: rateHertz))
    var lanes = KWeightingLanes(filter)
    let hops = sums.count / parts
    let perLane = (hops + 7) / 8
    withUnsafeTemporaryAllocation(of: Float.self, capacity: hop) { silence in
      silence.initialize(repeating: 0)
      guard let zero = silence.baseAddress else { return }
      for step in -warmUp..<perLane {
        var pointers = KWeightingLanes.Pointers(repeating: UnsafePointer(zero))
        for lane in 0..<8 {
          let index = lane * perLane + step
          if index * hop >= -before, index < hops { pointers[lane] = x + index * hop }
        }
        var start = 0
        for part in 0..<parts {
          let end = (part + 1) * hop / parts
          let energies = lanes.run(pointers, from: start, to: end)
          start = end
          guard step >= 0 else { continue }
          for lane in 0..<8 where lane * perLane + step < hops {
            sums[(lane * perLane + step) * parts + part] = energies[lane] * filter.scale
          }
        }
      }
    }
  }
}
