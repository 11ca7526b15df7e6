public import PCM

extension LoudnessMeter {
  /// Measures sound that lies in memory as a whole.
  public static func measure(_ buffer: PCMBuffer) -> LoudnessMeasurement {
    var meter = LoudnessMeter(format: buffer.format)
    meter.process(buffer.samples.span)
    return meter.measurement
  }
}
