internal import ArgumentParser
internal import AudioFile
internal import DSP
internal import Foundation
internal import PCM
internal import Pictures
internal import Production
internal import Station

/// `loa master`: a recording brought to the loudness and peak a loudspeaker asks for.
struct MasterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "master",
    abstract: text(
      "Xử lý một bản ghi âm cho đúng độ to, không vỡ tiếng.",
      "Bring a recording to the target loudness with its true peak under the ceiling."))

  @Argument(help: ArgumentHelp(text("Tệp âm thanh vào.", "The sound file to master.")))
  var input: String

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(text("Tệp ra: .flac, .wav, .ogg, .opus.", "The file to write: .flac, .wav, .ogg, .opus.")))
  var output: String

  @Option(help: ArgumentHelp(text("Loại loa: xem «loa voices».", "Loudspeaker profile: see «loa voices».")))
  var loudspeaker: String?

  // A loudness is negative: what follows is its value even though it begins with a dash.
  @Option(
    parsing: .unconditional, help: ArgumentHelp(text("Độ to đích, LUFS, từ -40 đến -6.", "Target loudness in LUFS, -40 to -6.")))
  var target: Double?

  @ArgumentParser.Flag(
    help: ArgumentHelp(text("Bản ghi là giọng nói: làm rõ tiếng.", "The recording is speech: make it clearer too.")))
  var speech = false

  @ArgumentParser.Flag(
    help: ArgumentHelp(
      text(
        "Xử lý như tiếp âm hoặc micrô trực tiếp: không biết trước đoạn sau.",
        "Through the live chain, as a relay or a microphone would be: nothing is known ahead.")))
  var live = false

  @Option(help: ArgumentHelp(text("Vẽ trước và sau khi xử lý vào tệp SVG.", "Draw before and after into an SVG file.")))
  var plot: String?

  func validate() throws {
    if let target, !(-40...(-6)).contains(target) {
      throw ValidationError(text("--target phải từ -40 đến -6.", "--target must be -40 to -6."))
    }
  }

  func run() throws {
    let station = try Station.here()
    var settings = try station.mastering(loudspeaker: loudspeaker).leavingRoom(for: AudioContainer(path: output))
    if let target { settings.target = LUFS(target) }
    let original = try AudioFile.read(input)
    let master =
      live
      ? LiveChain.master(original, settings: settings, content: speech ? .speech : .programme)
      : MasteringChain.master(original, settings: settings, isSpeech: speech)
    var writer = try AudioFileWriter(path: output, format: PCMFormat(rate: master.rate, channelCount: 1))
    try writer.write(master.samples.span)
    try writer.close()
    if master.damagedSamples > 0 {
      Terminal.remark(
        text(
          "\(master.damagedSamples) mẫu hỏng được thay bằng im lặng.", "\(master.damagedSamples) damaged samples became silence.")
      )
    }
    print("\(output): \(master.measurement)")
    if let plot {
      let picture = SoundPicture(
        try AudioFile.read(output), madeFrom: original, title: URL(filePath: output).lastPathComponent,
        ceiling: settings.ceiling, words: .inPersonsLanguage)
      try TextFile.write(picture.svg, to: plot)
    }
  }
}
