/// What the gain is planned from: energy, level and peak of every 32 frames at the output rate.
struct BlockAnalysis: Sendable {
  static let blockFrames = SamplePeaks.block

  /// Sums of squares after K-weighting.
  private(set) var energies: [Float] = []
  /// Largest samples.
  private(set) var samplePeaks: [Float] = []
  /// Mean magnitudes.
  private(set) var levels: [Float] = []

  private let energy: BlockEnergy
  /// Blocks taken at a time, so that the warm-up of the eight lanes is a small part of the work.
  private static let batch = 4096

  init(rateHertz: Double) { energy = BlockEnergy(rateHertz: rateHertz) }

  /// Analyses what has come to `sound` since the last call, when it is enough to be worth it.
  mutating func advance(over sound: [Float]) {
    while sound.count / Self.blockFrames - samplePeaks.count >= Self.batch { analyse(sound, blocks: Self.batch) }
  }

  /// Analyses the rest of `sound`, a whole number of blocks.
  mutating func finish(over sound: [Float]) {
    analyse(sound, blocks: sound.count / Self.blockFrames - samplePeaks.count)
  }

  private mutating func analyse(_ sound: [Float], blocks: Int) {
    guard blocks > 0 else { return }
    let first = samplePeaks.count
    energies.append(contentsOf: repeatElement(0, count: blocks))
    samplePeaks.append(contentsOf: repeatElement(0, count: blocks))
    levels.append(contentsOf: repeatElement(0, count: blocks))
    sound.withUnsafeBufferPointer { sound in
      guard let base = sound.baseAddress else { return }
      let start = base + first * Self.blockFrames
      samplePeaks.withUnsafeMutableBufferPointer { peaks in
        levels.withUnsafeMutableBufferPointer { levels in
          for block in 0..<blocks {
            let x = start + block * Self.blockFrames
            let magnitudes =
              (magnitude(load8(x)) + magnitude(load8(x + 8))) + (magnitude(load8(x + 16)) + magnitude(load8(x + 24)))
            levels[first + block] = horizontalSum(magnitudes) * (1 / Float(Self.blockFrames))
            peaks[first + block] = SamplePeaks.of(x)
          }
        }
      }
      energies.withUnsafeMutableBufferPointer { energies in
        energy.sums(
          start, before: first * Self.blockFrames, into: UnsafeMutableBufferPointer(rebasing: energies[first...]))
      }
    }
  }
}
