public import PCM

extension LoudnessMeter {
  /// Measures sound that lies in memory as a whole: mono as eight far-apart segments side by side, the rest as
  /// a stream.
  ///
  /// Agrees with the streaming form within 1e-6 LU: each segment is warmed up on the 100 ms before it.
  public static func measure(_ buffer: PCMBuffer) -> LoudnessMeasurement {
    buffer.format.channelCount == 1
      ? measure(mono: buffer.samples.span, rate: buffer.format.rate) : stream(buffer.samples.span, buffer.format)
  }

  static func measure(mono samples: Span<Float>, rate: SampleRate) -> LoudnessMeasurement {
    let format = PCMFormat(rate: rate, channelCount: 1)
    let hop = hopFrames(rate)
    // With so little sound the warm-up would cost more than it saves.
    guard samples.count >= max(32 * hop, 8 * SamplePeaks.block) else { return stream(samples, format) }
    return samples.withUnsafeBufferPointer { samples in
      guard let base = samples.baseAddress else { return stream(samples.span, format) }
      let peaks = blockPeaks(samples)
      guard let largest = peaks.max(), peaks.allSatisfy({ $0 <= 1e6 }) else { return stream(samples.span, format) }
      let tail = SamplePeaks.largest(base + peaks.count * SamplePeaks.block, count: samples.count % SamplePeaks.block)
      guard tail <= 1e6 else { return stream(samples.span, format) }
      return measure(base, count: samples.count, rate: rate, peaks: peaks, samplePeak: max(largest, tail))
    }
  }

  /// Measures sound known to be whole.
  /// - Parameters:
  ///   - peaks: largest samples of the whole blocks of 32.
  ///   - samplePeak: the largest of all.
  ///   - hasOffset: false where filters have taken a direct-current offset away: energies then need only single
  ///     precision, at a quarter of the cost and within 0.001 LU.
  static func measure(
    _ x: UnsafePointer<Float>, count: Int, rate: SampleRate, peaks: [Float], samplePeak: Float, hasOffset: Bool = true
  ) -> LoudnessMeasurement {
    let hop = hopFrames(rate)
    let parts = MomentaryMaximum.parts
    let isEstimated = !hasOffset && hop % SamplePeaks.block == 0
    let sums = isEstimated ? estimatedSums(x, count: count, rate: rate) : exactSums(x, count: count, rate: rate)
    var momentary = MomentaryMaximum()
    var hops: [Double] = []
    hops.reserveCapacity(count / hop)
    for first in stride(from: 0, to: sums.count, by: parts) {
      var total = 0.0
      for part in first..<(first + parts) {
        momentary.add(sums[part])
        total += sums[part]
      }
      hops.append(total / Double(hop))
    }
    return measurement(
      hops: hops, momentary: momentary.largest / Double(4 * hop),
      truePeak: max(samplePeak, truePeak(x, count: count, peaks: peaks)), samplePeak: samplePeak,
      seconds: Double(count) / Double(rate.hertz))
  }

  /// Energies of the eight parts of every hop.
  private static func exactSums(_ x: UnsafePointer<Float>, count: Int, rate: SampleRate) -> [Double] {
    let hop = hopFrames(rate)
    return [Double](unsafeUninitializedCapacity: count / hop * MomentaryMaximum.parts) { sums, filled in
      filled = count / hop * MomentaryMaximum.parts
      sums.initialize(repeating: 0)
      KWeightedEnergy.sums(
        x, before: 0, hop: hop, parts: MomentaryMaximum.parts, warmUp: 1, rateHertz: Double(rate.hertz),
        into: UnsafeMutableBufferPointer(rebasing: sums[..<filled]))
    }
  }

  /// The same from the energies of blocks, where a hop is a whole number of them.
  private static func estimatedSums(_ x: UnsafePointer<Float>, count: Int, rate: SampleRate) -> [Double] {
    let (hop, parts) = (hopFrames(rate), MomentaryMaximum.parts)
    let blocksPerHop = hop / SamplePeaks.block
    var energies = [Float](repeating: 0, count: count / hop * blocksPerHop)
    energies.withUnsafeMutableBufferPointer {
      BlockEnergy(rateHertz: Double(rate.hertz)).sums(x, before: 0, into: $0)
    }
    return (0..<(count / hop * parts)).map { index in
      let (first, part) = (index / parts * blocksPerHop, index % parts)
      let blocks = (first + part * blocksPerHop / parts)..<(first + (part + 1) * blocksPerHop / parts)
      return energies[blocks].reduce(0) { $0 + Double($1) }
    }
  }

  private static func stream(_ samples: Span<Float>, _ format: PCMFormat) -> LoudnessMeasurement {
    var meter = LoudnessMeter(format: format)
    meter.process(samples)
    return meter.measurement
  }

  private static func blockPeaks(_ samples: UnsafeBufferPointer<Float>) -> [Float] {
    [Float](unsafeUninitializedCapacity: samples.count / SamplePeaks.block) { peaks, filled in
      filled = samples.count / SamplePeaks.block
      peaks.initialize(repeating: 0)
      if let base = samples.baseAddress {
        SamplePeaks.read(base, into: UnsafeMutableBufferPointer(rebasing: peaks[..<filled]))
      }
    }
  }

  /// True peak of sound of at least four blocks that has silence around it.
  private static func truePeak(_ x: UnsafePointer<Float>, count: Int, peaks: [Float]) -> Float {
    let filter = TruePeakFilter()
    let block = SamplePeaks.block
    // The first block and the last ones need the silence around the sound.
    let inner = 1..<(peaks.count - 1)
    let best = peaks.withUnsafeBufferPointer { peaks in
      filter.peak(
        x + block, samplePeaks: UnsafeBufferPointer(rebasing: peaks[inner]), outside: max(peaks[0], peaks[inner.upperBound]),
        floor: 0)
    }
    let silence = [Float](repeating: 0, count: block)
    let end = inner.upperBound * block - block
    let edges = [
      silence + UnsafeBufferPointer(start: x, count: 2 * block),
      UnsafeBufferPointer(start: x + end, count: count - end) + silence + silence,
    ]
    return edges.reduce(best) { best, edge in
      edge.withUnsafeBufferPointer { edge in
        guard let base = edge.baseAddress else { return best }
        return stride(from: 8, through: edge.count - block - 8, by: 8).reduce(best) { best, start in
          max(best, horizontalMax(filter.peaks(base + start)))
        }
      }
    }
  }
}
