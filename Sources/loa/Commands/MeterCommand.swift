internal import ArgumentParser
internal import AudioFile
internal import DSP
internal import Foundation
internal import PCM

/// `loa meter`: loudness and peaks of sound files.
struct MeterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meter",
    abstract: text(
      "Đo độ to và đỉnh của tệp âm thanh (ITU-R BS.1770, EBU R 128).",
      "Measure the loudness and peaks of sound files (ITU-R BS.1770, EBU R 128)."))

  @Argument(help: ArgumentHelp(text("Tệp âm thanh.", "Sound files.")))
  var files: [String]

  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng JSON.", "Print JSON.")))
  var json = false

  private struct Record: Encodable {
    let file: String
    let loudness: MeasurementRecord

    enum CodingKeys: String, CodingKey { case file }

    /// The measurement's keys stand beside the file's name.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(file, forKey: .file)
      try loudness.encode(to: encoder)
    }
  }

  func run() throws {
    var failures = 0
    var records: [Record] = []
    var table = Table([
      (text("TỆP", "FILE"), .left), ("LUFS", .right), ("LRA LU", .right), ("dBTP", .right), ("dBFS", .right),
      (text("M tối đa", "M max"), .right), (text("S tối đa", "S max"), .right), (text("DÀI", "LENGTH"), .right),
    ])
    for file in files {
      do throws(AudioFileError) {
        let measured = LoudnessMeter.measure(try AudioFile.read(file))
        records.append(Record(file: file, loudness: MeasurementRecord(measured)))
        table.add(
          [file]
            + [
              measured.integrated.value, measured.loudnessRange, measured.truePeak.dBTP, measured.samplePeak.value,
              measured.momentaryMax.value, measured.shortTermMax.value,
            ].map(Format.oneDecimal) + [Format.length(measured.seconds)])
      } catch {
        failures += 1
        Terminal.complain(text(error.vietnamese, error.english))
      }
    }
    if json {
      print(try Format.json(records))
    } else if !records.isEmpty {
      for line in table.lines { print(line) }
    }
    if failures > 0 { throw ExitCode(Failure.Code.badInput.rawValue) }
  }
}
