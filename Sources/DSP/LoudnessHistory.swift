public import PCM

/// Loudness over time, and what two measurements made apart need to be joined: the K-weighted mean square of
/// each whole 100 ms.
///
/// A segment cut on whole hops and appended to the one before it gives the integrated loudness and range of the
/// joined sound but for the filter's memory over the cut: within 0.01 LU on segments of 3 s and longer. The
/// unfinished hop at a segment's end is left out.
public struct LoudnessHistory: Sendable, Hashable {
  /// Seconds between two values.
  public static let hopSeconds = 0.1

  /// Full-scale square at 1, channels weighted and added.
  public private(set) var hopMeanSquares: [Double]

  init(hopMeanSquares: [Double]) { self.hopMeanSquares = hopMeanSquares }

  /// Loudness of the 400 ms that end at each hop, from the fourth on.
  public var momentary: [LUFS] { LoudnessGate.sliding(hopMeanSquares, 4).map { LUFS(LoudnessGate.loudness($0)) } }

  /// Loudness of the 3 s that end at each hop, from the thirtieth on.
  public var shortTerm: [LUFS] { LoudnessGate.sliding(hopMeanSquares, 30).map { LUFS(LoudnessGate.loudness($0)) } }

  /// Gated loudness; `.silence` when nothing passes the gate of -70 LUFS or there are under 400 ms.
  public var integrated: LUFS { LUFS(LoudnessGate.integrated(hopMeanSquares)) }

  /// Loudness range in LU; 0 for less than 3 s.
  public var loudnessRange: Double { LoudnessGate.range(hopMeanSquares) }

  /// Joins what was measured of the sound that follows.
  public mutating func append(_ next: LoudnessHistory) { hopMeanSquares += next.hopMeanSquares }
}

extension LoudnessMeter {
  /// Loudness over time of a whole sound, equal to the last bit to what the stream's `history` says.
  public static func history(_ buffer: PCMBuffer) -> LoudnessHistory {
    var meter = LoudnessMeter(format: buffer.format)
    meter.process(buffer.samples.span)
    return meter.history
  }
}
