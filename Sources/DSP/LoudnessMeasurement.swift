public import PCM

/// What a meter has read: loudness (ITU-R BS.1770-5, EBU Tech 3341), loudness range (EBU Tech 3342) and peaks.
public struct LoudnessMeasurement: Sendable, Hashable {
  /// Gated programme loudness; `.silence` when nothing passes the absolute gate of -70 LUFS.
  public var integrated: LUFS
  /// Loudness range in LU; 0 for less than 3 s of sound.
  public var loudnessRange: Double
  /// The largest level between the samples too, by 4x oversampling.
  public var truePeak: TruePeak
  /// The largest sample, in dB relative to full scale.
  public var samplePeak: Decibels
  /// The loudest 400 ms; `.silence` for shorter sound.
  public var momentaryMax: LUFS
  /// The loudest 3 s; `.silence` for shorter sound.
  public var shortTermMax: LUFS
  /// Length of what was measured.
  public var seconds: Double
  /// Shorter than one gating block of 400 ms, so `integrated` is the ungated loudness over its own length.
  public var isShort: Bool
  /// Samples that were no number, infinite or beyond ±1e6, measured as 0.
  public var damagedSamples: Int
}

extension LoudnessMeasurement: CustomStringConvertible {
  public var description: String {
    "\(integrated), range \((loudnessRange * 10).rounded() / 10) LU, \(truePeak)" + (isShort ? ", shorter than 400 ms" : "")
  }
}
