/// The peaks a limiter must hold, between samples too, of blocks of 32; computed only where they can matter.
struct BlockPeaks: Sendable {
  /// What each block can reach at most: exact where it could pass the ceiling.
  private(set) var bounds: [Float]
  private var isExact: [Bool]
  private let filter = TruePeakFilter()

  init(samplePeaks: [Float]) {
    let (count, bound) = (samplePeaks.count, filter.bound)
    bounds = (0..<count).map { block in
      let before = block > 0 ? samplePeaks[block - 1] : 0
      let after = block + 1 < count ? samplePeaks[block + 1] : 0
      return max(before, max(samplePeaks[block], after)) * bound
    }
    // The first and last blocks lack neighbours to look at; they hold a filter's onset and the padding after
    // the sound.
    isExact = (0..<count).map { $0 == 0 || $0 == count - 1 }
  }

  /// Makes exact what could pass `ceiling` under `gains`, the factors at the edges of the blocks.
  mutating func refine(gains: [Float], ceiling: Float, sound: [Float]) {
    let filter = filter
    sound.withUnsafeBufferPointer { sound in
      guard let base = sound.baseAddress else { return }
      for block in bounds.indices where !isExact[block] {
        let gain = max(gains[block], gains[block + 1])
        guard bounds[block] * gain > ceiling else { continue }
        (bounds[block], isExact[block]) = filter.blockPeak(base + block * SamplePeaks.block, floor: ceiling / gain)
      }
    }
  }
}
