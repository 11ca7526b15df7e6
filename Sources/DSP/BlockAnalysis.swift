/// What the gain is planned from: energy, level and true peak of every 32 frames at the output rate.
struct BlockAnalysis: Sendable {
  static let blockFrames = 32

  /// Sums of squares after K-weighting.
  private(set) var energies: [Double] = []
  /// Largest amplitudes, between samples too.
  private(set) var peaks: [Float] = []
  /// Mean magnitudes.
  private(set) var levels: [Float] = []

  private let rateHertz: Double
  private let interpolator = TruePeakFilter()
  /// Blocks taken at a time, so that the warm-up of the eight lanes is a small part of the work.
  private static let batch = 4096

  init(rateHertz: Double) { self.rateHertz = rateHertz }

  /// Analyses what has come to `sound` since the last call, when it is enough to be worth it.
  mutating func advance(over sound: [Float]) {
    // Peaks look 6 samples ahead.
    while (sound.count - TruePeakFilter.reach - 1) / Self.blockFrames - peaks.count >= Self.batch {
      analyse(sound, blocks: Self.batch)
    }
  }

  /// Analyses the rest of `sound`, a whole number of blocks and at least one block of silence after them.
  mutating func finish(over sound: [Float]) {
    analyse(sound, blocks: sound.count / Self.blockFrames - 1 - peaks.count)
  }

  private mutating func analyse(_ sound: [Float], blocks: Int) {
    guard blocks > 0 else { return }
    let first = peaks.count
    let old = energies.count
    energies.append(contentsOf: repeatElement(0, count: blocks))
    sound.withUnsafeBufferPointer { sound in
      guard let base = sound.baseAddress else { return }
      let start = base + first * Self.blockFrames
      for block in 0..<blocks { appendBlock(start + block * Self.blockFrames, isFirst: first + block == 0) }
      energies.withUnsafeMutableBufferPointer { energies in
        KWeightedEnergy.sums(
          start, before: first * Self.blockFrames, hop: Self.blockFrames, warmUp: 64, rateHertz: rateHertz,
          into: UnsafeMutableBufferPointer(rebasing: energies[old...]))
      }
    }
  }

  private mutating func appendBlock(_ x: UnsafePointer<Float>, isFirst: Bool) {
    var sum = Float8.zero
    var high = Float8.zero
    var i = 0
    while i < Self.blockFrames {
      let magnitudes = magnitude(load8(x + i))
      sum += magnitudes
      high = larger(high, magnitudes)
      // The very first samples have nothing before them to look at.
      if !isFirst || i > 0 { high = larger(high, interpolator.peaks(x + i)) }
      i += 8
    }
    levels.append(horizontalSum(sum) / Float(Self.blockFrames))
    peaks.append(horizontalMax(high))
  }
}
