public import PCM

extension PCMBuffer {
  /// The frames between the first and the last one that is louder than `threshold`, with `margin` kept on both
  /// sides; empty when none is.
  /// - Parameters:
  ///   - threshold: level of a sample relative to full scale.
  ///   - marginSeconds: what is kept around the sound, so that soft onsets and echoes stay.
  public func soundRange(over threshold: Decibels = Decibels(-60), marginSeconds: Double = 0.05) -> Range<Int> {
    let floor = Float(threshold.amplitude)
    // A sample that is no number compares as quiet.
    guard let first = samples.firstIndex(where: { abs($0) > floor }), let last = samples.lastIndex(where: { abs($0) > floor })
    else { return 0..<0 }
    let margin = format.rate.frames(inSeconds: max(0, marginSeconds))
    let start = max(0, first / format.channelCount - margin)
    return start..<min(frameCount, last / format.channelCount + 1 + margin)
  }

  /// The same sound without its leading and trailing silence.
  public func trimmed(below threshold: Decibels = Decibels(-60), marginSeconds: Double = 0.05) -> PCMBuffer {
    let range = soundRange(over: threshold, marginSeconds: marginSeconds)
    let channels = format.channelCount
    return PCMBuffer(format: format, samples: Array(samples[(range.lowerBound * channels)..<(range.upperBound * channels)]))
  }
}
