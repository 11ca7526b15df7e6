internal import DSP
internal import Foundation
internal import PCM

/// Numbers as the field writes them.
enum Format {
  /// Minutes and seconds as 3'07.
  static func length(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    return "\(whole / 60)'\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
  }

  /// One decimal; -inf for silence.
  static func oneDecimal(_ value: Double) -> String {
    value.isFinite ? String(format: "%.1f", value) : value < 0 ? "-inf" : "\(value)"
  }

  /// Indented JSON with sorted keys.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

/// A loudness measurement under the keys of `loa meter --json`; silence is null.
struct MeasurementRecord: Encodable {
  let integrated_lufs: Double?
  let loudness_range_lu: Double
  let true_peak_dbtp: Double?
  let sample_peak_dbfs: Double?
  let momentary_max_lufs: Double?
  let short_term_max_lufs: Double?
  let duration_seconds: Double

  init(_ measurement: LoudnessMeasurement) {
    func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
    integrated_lufs = finite(measurement.integrated.value)
    loudness_range_lu = measurement.loudnessRange
    true_peak_dbtp = finite(measurement.truePeak.dBTP)
    sample_peak_dbfs = finite(measurement.samplePeak.value)
    momentary_max_lufs = finite(measurement.momentaryMax.value)
    short_term_max_lufs = finite(measurement.shortTermMax.value)
    duration_seconds = measurement.seconds
  }
}
