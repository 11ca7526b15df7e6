public import PCM

/// A streaming look-ahead true-peak limiter, channels linked, at a delay of `latencyFrames`.
///
/// The curve of `LimiterCurve` computed as the sound comes: true peaks of blocks of 32 frames by 8x oversampling, least
/// gain over the look-ahead, exponential return, mean over the look-ahead. Blocks lie on the stream's own frames, so
/// the result does not depend on how it is cut. Works 0.3 dB below the ceiling, which covers what the moving gain adds. Samples
/// that are no number, infinite or beyond ±1e6 are taken as 0. Nothing is allocated after `init`.
public struct TruePeakLimiter: Sendable {
  public let format: PCMFormat
  public let ceiling: TruePeak
  /// How many frames later a sound comes out.
  public let latencyFrames: Int
  /// The smallest factor applied so far.
  public private(set) var smallestGain: Float = 1

  private let limit: Float
  private let ahead: Int
  private let release: Float
  private let interpolator = FinePeakFilter()
  private let stride: Int
  /// For each channel: one block of history, the blocks that wait, and the one being filled.
  private var lines: [Float]
  /// What leaves while the next block fills, interleaved.
  private var ready: [Float]
  private var filled = 0
  /// What the last blocks allow and what the last edges were given, oldest first.
  private var allowed: [Float]
  private var edges: [Float]
  private var current: Float = 1
  private var gain: Float = 1

  private static let block = SamplePeaks.block
  private static let margin = 0.3

  /// - Precondition: times are positive, the ceiling is at most 0 dBTP.
  public init(
    format: PCMFormat, ceiling: TruePeak = TruePeak(dBTP: -1), attackMilliseconds: Double = 2,
    releaseMilliseconds: Double = 32
  ) {
    precondition(attackMilliseconds > 0 && releaseMilliseconds > 0, "a limiter takes time")
    precondition(ceiling.dBTP <= 0, "a ceiling is at most 0 dBTP")
    let blocksPerSecond = Double(format.rate.hertz) / Double(Self.block)
    let wanted = attackMilliseconds / 1000 * blocksPerSecond
    self.format = format
    self.ceiling = ceiling
    ahead = max(1, Int(min(wanted, 10_000).rounded()))
    release = Float(1 / (1 + releaseMilliseconds * blocksPerSecond / 1000))
    limit = Float(TruePeak(dBTP: ceiling.dBTP - Self.margin).amplitude)
    latencyFrames = (ahead + 2) * Self.block
    stride = (ahead + 3) * Self.block
    lines = Array(repeating: 0, count: stride * format.channelCount)
    ready = Array(repeating: 0, count: Self.block * format.channelCount)
    allowed = Array(repeating: 1, count: ahead + 1)
    edges = Array(repeating: 1, count: ahead)
  }

  /// Limits the next interleaved samples in place.
  /// - Precondition: a whole number of frames.
  public mutating func process(_ block: inout MutableSpan<Float>) {
    let channels = format.channelCount
    precondition(block.count % channels == 0, "a limiter takes whole frames")
    var index = 0
    while index < block.count {
      for channel in 0..<channels {
        let x = block[index]
        lines[channel * stride + stride - Self.block + filled] = abs(x) <= 1e6 ? x : 0
        block[index] = ready[filled * channels + channel]
        index += 1
      }
      filled += 1
      if filled == Self.block { close() }
    }
  }

  /// Limits the next sample of a single channel.
  mutating func process(_ x: Float) -> Float {
    let result = ready[filled]
    lines[stride - Self.block + filled] = abs(x) <= 1e6 ? x : 0
    filled += 1
    if filled == Self.block { close() }
    return result
  }

  /// Reads the peak of the last block but one, moves the gain on by one edge, and makes a block ready.
  private mutating func close() {
    ask(peakBeforeLast())
    let next = edge()
    let channels = format.channelCount
    let step = (next - gain) / Float(Self.block)
    for channel in 0..<channels {
      let line = channel * stride
      for i in 0..<Self.block {
        ready[i * channels + channel] = lines[line + Self.block + i] * (gain + step * Float(i))
      }
      for i in line..<(line + stride - Self.block) { lines[i] = lines[i + Self.block] }
    }
    gain = next
    smallestGain = min(smallestGain, next)
    filled = 0
  }

  private func peakBeforeLast() -> Float {
    var largest: Float = 0
    lines.withUnsafeBufferPointer { lines in
      guard let base = lines.baseAddress else { return }
      for channel in 0..<format.channelCount {
        let start = base + channel * stride + stride - 2 * Self.block
        largest = max(largest, interpolator.blockPeak(start, floor: limit))
      }
    }
    return largest
  }

  private mutating func ask(_ peak: Float) {
    for i in 1..<allowed.count { allowed[i - 1] = allowed[i] }
    allowed[allowed.count - 1] = peak > limit ? limit / peak : 1
  }

  /// The gain at the edge after the block that is about to leave.
  private mutating func edge() -> Float {
    var least: Float = 1
    for value in allowed { least = min(least, value) }
    current = min(least, current + (1 - current) * release)
    for i in 1..<max(1, edges.count) { edges[i - 1] = edges[i] }
    edges[edges.count - 1] = current
    var sum: Float = 0
    for value in edges { sum += value }
    return min(sum / Float(edges.count), 1)
  }
}
