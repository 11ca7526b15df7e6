public import PCM

/// A streaming loudness meter: BS.1770-5 integrated loudness and true peak, Tech 3341 momentary and short-term,
/// Tech 3342 range.
///
/// Channels are taken in the order of the standard: one channel counts once (a mono file reads 3 LU below the
/// same sound on both channels of a stereo file); two count equally; five or six are L R C (LFE) Ls Rs, the
/// surrounds weighted by 1.41 and the LFE left out; any other number of channels counts equally. Rates from 8
/// to 192 kHz. State is sized in `init` for an hour of hops and grows only beyond that.
public struct LoudnessMeter: Sendable {
  public let format: PCMFormat
  private let weights: [Double]
  private let hopFrames: Int
  private let stride: Int
  private let interpolator = TruePeakFilter()
  private var filters: [KWeightedEnergy]
  /// For each channel: `history` earlier samples, then the hop being filled.
  private var lines: [Float]
  private var filled = 0
  private var hops: [Double] = []
  /// Largest samples of the blocks of a hop, and how many samples of the hop before were no whole block.
  private var blockPeaks: [Float]
  private var pending = 0
  private var momentary = MomentaryMaximum()
  private var peak: Float = 0
  private var samplePeak: Float = 0
  private var frames = 0
  private var damaged = 0

  private static let history = 64

  public init(format: PCMFormat) {
    self.format = format
    weights = Self.weights(channelCount: format.channelCount)
    hopFrames = Self.hopFrames(format.rate)
    stride = Self.history + hopFrames + 64
    filters = Array(repeating: KWeightedEnergy(rateHertz: Double(format.rate.hertz), hop: hopFrames), count: format.channelCount)
    lines = Array(repeating: 0, count: stride * format.channelCount)
    blockPeaks = Array(repeating: 0, count: (hopFrames + 2 * Self.history) / SamplePeaks.block)
    hops.reserveCapacity(36_000)
  }

  /// 100 ms, to the nearest frame; a rate beyond 1 MHz (a damaged header) is read as that.
  static func hopFrames(_ rate: SampleRate) -> Int { max(1, (min(rate.hertz, 1_000_000) + 5) / 10) }

  static func weights(channelCount: Int) -> [Double] {
    switch channelCount {
    case 5: [1, 1, 1, 1.41, 1.41]
    case 6: [1, 1, 1, 0, 1.41, 1.41]
    default: Array(repeating: 1, count: channelCount)
    }
  }

  /// Measures the next interleaved samples.
  /// - Precondition: a whole number of frames.
  public mutating func process(_ samples: Span<Float>) {
    let channels = format.channelCount
    precondition(samples.count % channels == 0, "a meter takes whole frames")
    samples.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      var frame = 0
      let count = source.count / channels
      while frame < count {
        let take = min(hopFrames - filled, count - frame)
        copy(base + frame * channels, frames: take)
        filled += take
        frame += take
        if filled == hopFrames { closeHop() }
      }
      frames += count
    }
  }

  private mutating func copy(_ source: UnsafePointer<Float>, frames count: Int) {
    let channels = format.channelCount
    let at = Self.history + filled
    let stride = self.stride
    damaged += lines.withUnsafeMutableBufferPointer { lines in
      guard let base = lines.baseAddress else { return 0 }
      if channels == 1 { return SampleRepair.copy(source, to: base + at, count: count) }
      var damaged = 0
      for channel in 0..<channels {
        let target = base + channel * stride + at
        for i in 0..<count {
          let x = source[i * channels + channel]
          let sound = abs(x) <= 1e6
          target[i] = sound ? x : 0
          if !sound { damaged += 1 }
        }
      }
      return damaged
    }
  }

  private mutating func closeHop() {
    hops.append(energyOfHop() / Double(hopFrames))
    readPeaks(count: hopFrames)
    for channel in 0..<format.channelCount {
      let line = channel * stride
      for i in line..<(line + Self.history) { lines[i] = lines[i + hopFrames] }
    }
    filled = 0
  }

  /// Peaks of `count` samples of every line, in blocks of 32; what is left over is read with the next hop.
  private mutating func readPeaks(count: Int) {
    let blocks = (pending + count) / SamplePeaks.block
    let start = Self.history - TruePeakFilter.reach - 1 - pending
    let (channels, stride, filter) = (format.channelCount, stride, interpolator)
    var (sample, between) = (samplePeak, peak)
    lines.withUnsafeBufferPointer { lines in
      blockPeaks.withUnsafeMutableBufferPointer { blockPeaks in
        guard let base = lines.baseAddress else { return }
        let peaks = UnsafeMutableBufferPointer(rebasing: blockPeaks[..<blocks])
        for channel in 0..<channels {
          let x = base + channel * stride + start
          SamplePeaks.read(x, into: peaks)
          for peak in peaks { sample = SamplePeaks.larger(sample, peak) }
          let around = max(
            SamplePeaks.largest(x - 5, count: 5), SamplePeaks.largest(x + blocks * SamplePeaks.block, count: 6))
          between = filter.peak(x, samplePeaks: UnsafeBufferPointer(peaks), outside: around, floor: between)
        }
      }
    }
    (samplePeak, peak) = (sample, between)
    pending += count - blocks * SamplePeaks.block
  }

  /// Weighted energy of the full hop, told to `momentary` in parts.
  private mutating func energyOfHop() -> Double {
    var sums = SIMD8<Double>.zero
    lines.withUnsafeBufferPointer { lines in
      guard let base = lines.baseAddress else { return }
      for channel in filters.indices where weights[channel] > 0 {
        sums += filters[channel].hop(base + channel * stride + Self.history) * weights[channel]
      }
    }
    for part in 0..<MomentaryMaximum.parts { momentary.add(sums[part]) }
    return sums.sum()
  }

  /// Weighted energy of an unfinished hop.
  private mutating func energyOfRest() -> Double {
    var sum = 0.0
    lines.withUnsafeBufferPointer { lines in
      guard let base = lines.baseAddress else { return }
      for channel in filters.indices where weights[channel] > 0 {
        sum += filters[channel].rest(base + channel * stride + Self.history, count: filled) * weights[channel]
      }
    }
    return sum
  }

  /// Loudness over time, up to the last whole 100 ms.
  public var history: LoudnessHistory { LoudnessHistory(hopMeanSquares: hops) }

  /// What has been read so far; the sound is taken to end here.
  public var measurement: LoudnessMeasurement {
    var rest = self
    return rest.close()
  }

  private mutating func close() -> LoudnessMeasurement {
    let isShort = frames * 10 < format.rate.hertz * 4
    var integrated = -Double.infinity
    if isShort {
      let whole = hops.reduce(0) { $0 + $1 * Double(hopFrames) } + energyOfRest()
      integrated = frames > 0 ? LoudnessGate.loudness(whole / Double(frames)) : -.infinity
      if integrated < -70 { integrated = -.infinity }
    }
    closePeaks()
    var result = Self.measurement(
      hops: hops, momentary: momentary.largest / Double(4 * hopFrames), truePeak: max(peak, samplePeak), samplePeak: samplePeak,
      seconds: Double(frames) / Double(format.rate.hertz))
    if isShort { result.integrated = LUFS(integrated) }
    result.isShort = isShort
    result.damagedSamples = damaged
    return result
  }

  /// - Parameters:
  ///   - hops: mean squares of each 100 ms.
  ///   - momentary: the largest mean square of 400 ms; negative when the sound is shorter.
  static func measurement(
    hops: [Double], momentary: Double, truePeak: Float, samplePeak: Float, seconds: Double
  ) -> LoudnessMeasurement {
    LoudnessMeasurement(
      integrated: LUFS(LoudnessGate.integrated(hops)), loudnessRange: LoudnessGate.range(hops),
      truePeak: TruePeak(amplitude: Double(truePeak)), samplePeak: Decibels(amplitude: Double(samplePeak)),
      momentaryMax: momentary > 0 ? LUFS(LoudnessGate.loudness(momentary)) : .silence,
      shortTermMax: LUFS(LoudnessGate.maximum(hops, width: 30)),
      seconds: seconds, isShort: false, damagedSamples: 0)
  }

  /// Peaks of the unfinished hop and of what rings after the end, to a whole block.
  private mutating func closePeaks() {
    let ringing = 12 + SamplePeaks.block
    for channel in 0..<format.channelCount {
      let line = channel * stride + Self.history + filled
      for i in line..<(line + ringing) { lines[i] = 0 }
    }
    readPeaks(count: filled + ringing)
  }
}
