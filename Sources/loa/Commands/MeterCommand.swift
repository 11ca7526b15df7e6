internal import ArgumentParser
internal import AudioFile
internal import DSP
internal import Foundation
internal import PCM
internal import Pictures

/// `loa meter`: loudness and peaks of sound files.
struct MeterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meter",
    abstract: text(
      "Đo độ to và đỉnh của tệp âm thanh (ITU-R BS.1770, EBU R 128).",
      "Measure the loudness and peaks of sound files (ITU-R BS.1770, EBU R 128)."))

  @Argument(help: ArgumentHelp(text("Tệp âm thanh, hoặc thư mục có các tệp ấy.", "Sound files, or folders of them.")))
  var files: [String]

  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng JSON.", "Print JSON.")))
  var json = false

  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng CSV.", "Print CSV.")))
  var csv = false

  @Option(
    help: ArgumentHelp(
      text(
        "Vẽ sóng âm, độ to và phổ của một tệp vào tệp SVG.", "Draw one file's waveform, loudness and spectrum into an SVG file."))
  )
  var plot: String?

  func run() async throws {
    if json, csv { throw Failure(.usage, "Hãy chọn một: --json hoặc --csv.", "Choose one of --json and --csv.") }
    let found = SoundFiles(files)
    if plot != nil, found.paths.count != 1 {
      throw Failure(.usage, "--plot vẽ đúng một tệp âm thanh.", "--plot draws exactly one sound file.")
    }
    let measured = await measure(found.paths)
    var records: [(file: String, measurement: LoudnessMeasurement)] = []
    var failed = !found.missing.isEmpty
    for folder in found.missing {
      Terminal.complain(
        text("Thư mục «\(folder)» không có tệp âm thanh nào.", "The folder «\(folder)» has no sound file in it."))
    }
    for (file, outcome) in zip(found.paths, measured) {
      switch outcome {
      case .success(let measurement): records.append((file, measurement))
      case .failure(let error):
        failed = true
        Terminal.complain(text(error.vietnamese, error.english))
      }
    }
    try show(records)
    if let plot, let record = records.first { try draw(record.file, into: plot) }
    if failed { throw ExitCode(Failure.Code.badInput.rawValue) }
  }

  /// Every file measured, as many at once as there are processors; the order is kept.
  private func measure(_ paths: [String]) async -> [Result<LoudnessMeasurement, AudioFileError>] {
    await withTaskGroup(of: (Int, Result<LoudnessMeasurement, AudioFileError>).self) { group in
      var outcomes: [Int: Result<LoudnessMeasurement, AudioFileError>] = [:]
      var next = 0
      func start() {
        guard next < paths.count else { return }
        let index = next
        next += 1
        group.addTask {
          do throws(AudioFileError) {
            return (index, .success(LoudnessMeter.measure(try AudioFile.read(paths[index]))))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<max(1, ProcessInfo.processInfo.activeProcessorCount) { start() }
      while let (index, outcome) = await group.next() {
        outcomes[index] = outcome
        if paths.count > 1 { Terminal.progress(text("đo", "measured") + " \(outcomes.count)/\(paths.count): \(paths[index])") }
        start()
      }
      Terminal.clearProgress()
      return paths.indices.compactMap { outcomes[$0] }
    }
  }

  private func show(_ records: [(file: String, measurement: LoudnessMeasurement)]) throws {
    if json {
      print(try Format.json(records.map { MeterRecord(file: $0.file, loudness: MeasurementRecord($0.measurement)) }))
    } else if csv {
      print(MeterRecord.csvHeader)
      for record in records { print(MeterRecord(file: record.file, loudness: MeasurementRecord(record.measurement)).csvRow) }
    } else if !records.isEmpty {
      var table = Table([
        (text("TỆP", "FILE"), .left), ("LUFS", .right), ("LRA LU", .right), ("dBTP", .right), ("dBFS", .right),
        (text("M tối đa", "M max"), .right), (text("S tối đa", "S max"), .right), (text("DÀI", "LENGTH"), .right),
      ])
      for (file, measured) in records {
        let numbers = [
          measured.integrated.value, measured.loudnessRange, measured.truePeak.dBTP, measured.samplePeak.value,
          measured.momentaryMax.value, measured.shortTermMax.value,
        ]
        table.add([file] + numbers.map(Format.oneDecimal) + [Format.length(measured.seconds)])
      }
      for line in table.lines { print(line) }
    }
  }

  private func draw(_ file: String, into path: String) throws {
    let picture = SoundPicture(
      try AudioFile.read(file), title: URL(filePath: file).lastPathComponent, words: .inPersonsLanguage)
    try TextFile.write(picture.svg, to: path)
  }
}
