/// A measured file under the keys of `loa meter --json`, or as a row of `loa meter --csv`.
struct MeterRecord: Encodable {
  let file: String
  let loudness: MeasurementRecord

  enum CodingKeys: String, CodingKey { case file }

  /// The measurement's keys stand beside the file's name.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try loudness.encode(to: encoder)
  }

  static let csvHeader =
    "file,integrated_lufs,loudness_range_lu,true_peak_dbtp,sample_peak_dbfs,momentary_max_lufs,short_term_max_lufs,duration_seconds"

  /// RFC 4180; silence is an empty cell.
  var csvRow: String {
    let quoted = "\"" + file.replacing("\"", with: "\"\"") + "\""
    let values: [Double?] = [
      loudness.integrated_lufs, loudness.loudness_range_lu, loudness.true_peak_dbtp, loudness.sample_peak_dbfs,
      loudness.momentary_max_lufs, loudness.short_term_max_lufs, loudness.duration_seconds,
    ]
    return ([quoted] + values.map { value in value.map { "\($0)" } ?? "" }).joined(separator: ",")
  }
}
