public import PCM

extension LoudnessMeter {
  /// Measures sound that lies in memory as a whole: mono as eight far-apart segments side by side, the rest as a stream.
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
    guard samples.count >= 32 * hop else { return stream(samples, format) }
    return samples.withUnsafeBufferPointer { samples in
      guard let base = samples.baseAddress, let peak = soundPeak(samples) else { return stream(samples.span, format) }
      let hops = [Double](unsafeUninitializedCapacity: samples.count / hop) { sums, count in
        count = samples.count / hop
        sums.initialize(repeating: 0)
        KWeightedEnergy.sums(
          base, before: 0, hop: hop, warmUp: 1, rateHertz: Double(rate.hertz), into: sums)
        for i in sums.indices { sums[i] /= Double(hop) }
      }
      return measurement(
        hops: hops, truePeak: max(peak, truePeak(samples)), samplePeak: peak, seconds: Double(samples.count) / Double(rate.hertz))
    }
  }

  private static func stream(_ samples: Span<Float>, _ format: PCMFormat) -> LoudnessMeasurement {
    var meter = LoudnessMeter(format: format)
    meter.process(samples)
    return meter.measurement
  }

  /// The largest sample, or nil when some are damaged.
  private static func soundPeak(_ samples: UnsafeBufferPointer<Float>) -> Float? {
    guard let x = samples.baseAddress else { return 0 }
    var high = SIMD8<UInt32>.zero
    var i = 0
    // Magnitudes of floats order like their bits, not-a-numbers above all.
    while i + 8 <= samples.count {
      let bits = unsafeBitCast(magnitude(load8(x + i)), to: SIMD8<UInt32>.self)
      high = high.replacing(with: bits, where: bits .> high)
      i += 8
    }
    var bits = high.max()
    while i < samples.count {
      bits = max(bits, x[i].magnitude.bitPattern)
      i += 1
    }
    let peak = Float(bitPattern: bits)
    return peak <= 1e6 ? peak : nil
  }

  /// True peak of sound longer than 64 samples that has silence around it.
  private static func truePeak(_ samples: UnsafeBufferPointer<Float>) -> Float {
    guard let x = samples.baseAddress else { return 0 }
    let filter = TruePeakFilter()
    let edge = 32
    let best = filter.peak(x + edge, count: samples.count - 2 * edge, floor: 0)
    let silence = [Float](repeating: 0, count: edge)
    let start = silence + UnsafeBufferPointer(rebasing: samples[..<(2 * edge)])
    let end = UnsafeBufferPointer(rebasing: samples[(samples.count - 2 * edge)...]) + silence
    return start.withUnsafeBufferPointer { start in
      end.withUnsafeBufferPointer { end in
        guard let a = start.baseAddress, let b = end.baseAddress else { return best }
        return filter.peak(b + edge - 8, count: edge + 24, floor: filter.peak(a + 13, count: edge + 24, floor: best))
      }
    }
  }
}
