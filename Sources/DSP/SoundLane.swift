internal import PCM

/// The way of one sound into a programme: repair, filters, resampling.
struct SoundLane: Sendable {
  let rate: SampleRate
  private var filter: SpeechFilter
  private var resampler: Resampler
  private var scratch = [Float](repeating: 0, count: 4096)

  init(rate: SampleRate, to output: SampleRate, band: Resampler.Band, filter: SpeechFilter) {
    self.rate = rate
    self.filter = filter
    resampler = Resampler(from: rate, to: output, band: band)
  }

  var resamplerLatencySeconds: Double { resampler.latencySeconds }

  /// Appends what `samples` make known to `output`.
  /// - Returns: how many samples were damaged.
  mutating func process(_ samples: Span<Float>, into output: inout [Float]) -> Int {
    var damaged = 0
    var start = 0
    var scratch: [Float] = []
    swap(&scratch, &self.scratch)
    defer { swap(&scratch, &self.scratch) }
    while start < samples.count {
      let count = min(scratch.count, samples.count - start)
      let piece = samples.extracting(start..<(start + count))
      damaged += piece.withUnsafeBufferPointer { source in
        scratch.withUnsafeMutableBufferPointer { target in
          guard let from = source.baseAddress, let to = target.baseAddress else { return 0 }
          let damaged = SampleRepair.copy(from, to: to, count: count)
          filter.process(to, count: count)
          return damaged
        }
      }
      resampler.process(scratch.span.extracting(..<count), into: &output)
      start += count
    }
    return damaged
  }

  mutating func finish(into output: inout [Float]) {
    resampler.finish(into: &output)
    filter.reset()
  }
}
