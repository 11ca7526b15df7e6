internal import ArgumentParser
internal import AudioFile
internal import DSP
internal import Foundation
internal import PCM
internal import Playout
internal import Production
internal import Speech
internal import Station
internal import VietnameseText

/// `loa say`: a text spoken at once, or into a file.
struct SayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "say",
    abstract: text("Đọc một câu ra loa ngay, hoặc ghi vào tệp.", "Speak a text at once, or into a file."))

  @Argument(help: ArgumentHelp(text("Lời cần đọc, hoặc - để đọc từ đầu vào.", "The text, or - for standard input.")))
  var words: String

  @Option(help: ArgumentHelp(text("Giọng đọc: xem «loa voices».", "Voice: see «loa voices».")))
  var voice: String?

  @Option(help: ArgumentHelp(text("Loại loa, hoặc none: chỉ chỉnh độ to.", "Loudspeaker profile, or none: the level alone.")))
  var loudspeaker: String?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(text("Ghi vào tệp thay vì phát.", "Write a file instead of playing.")))
  var output: String?

  @ArgumentParser.Flag(
    help: ArgumentHelp(text("Tiếng thô của máy đọc, không xử lý.", "The synthesiser's own sound, unmastered.")))
  var dry = false

  @Option(help: ArgumentHelp(text("Thiết bị ALSA.", "ALSA device.")))
  var device: String?

  @ArgumentParser.Flag(help: ArgumentHelp(text("In thời gian tới mẫu âm đầu tiên.", "Print the time to the first sample.")))
  var timing = false

  /// Silence before and after the speech of a file: players cut into the first sound, and pitch meters need it.
  private static let edgeSeconds = 0.15

  func run() async throws {
    let station = try Station.here()
    let pool = try station.speechPool(jobs: 1)
    let written =
      words == "-"
      ? try NoticeFile.text(of: [UInt8](FileHandle.standardInput.readDataToEndOfFile()), named: text("đầu vào", "standard input"))
      : RepairedText(text: words)
    let reading = Reader(lexicon: station.announcedLexicon()).read(
      written.repairs.isEmpty ? EncodingRepair.repair(text: written.text) : written)
    guard reading.utterances.contains(where: { !$0.spoken.isEmpty }) else {
      throw Failure(
        .badInput, "không có gì để đọc. Hãy viết lời cần đọc trong ngoặc kép.",
        "there is nothing to say. Write the text in quotes.")
    }
    for token in reading.flagged {
      let doubt: Doubt? =
        if case .ambiguous(let doubt) = token.flag { doubt } else if case .unknown(let doubt) = token.flag { doubt } else { nil }
      if let doubt { Terminal.remark(text("Xem lại: \(doubt.vietnamese)", "Look at: \(doubt.english)")) }
    }
    let profile = try station.voices.voice(voice ?? station.configuration.voice)
    if dry {
      try await deliver(drySpeech(reading.utterances, profile, pool), station)
    } else {
      let container = output.flatMap { AudioContainer(path: $0) }
      let settings = try station.mastering(loudspeaker: loudspeaker).leavingRoom(for: container)
      let speech = QuickSpeech(pool: pool, voice: profile, settings: settings)
      try await deliver(
        speech.speak(reading.utterances, edgeSeconds: output == nil ? 0 : Self.edgeSeconds), station)
    }
  }

  private func drySpeech(_ utterances: [Utterance], _ voice: VoiceProfile, _ pool: SpeechPool) throws -> QuickSpeech.Sound {
    let edge = repeatElement(Float(0), count: output == nil ? 0 : SampleRate.espeak.frames(inSeconds: Self.edgeSeconds))
    var samples = Array(edge)
    try pool.speak(utterances, voice: voice) { spoken in
      samples += spoken.sound.samples
      if spoken.index < utterances.count - 1 {
        samples += repeatElement(0, count: SampleRate.espeak.frames(inSeconds: spoken.pauseAfterSeconds))
      }
      try QuickSpeech.check(spoken)
    }
    samples += edge
    var rate = SampleRate.espeak
    if output == nil {
      var resampler = Resampler(from: rate, to: .broadcast)
      var resampled: [Float] = []
      resampler.process(samples.span, into: &resampled)
      resampler.finish(into: &resampled)
      samples = resampled
      rate = .broadcast
    }
    return QuickSpeech.Sound(samples: samples.map { Int16(max(-32768, min(32767, ($0 * 32768).rounded()))) }, rate: rate)
  }

  private func deliver(_ sound: QuickSpeech.Sound, _ station: Station) async throws {
    if let output {
      var writer = try AudioFileWriter(path: output, format: PCMFormat(rate: sound.rate, channelCount: 1))
      try writer.write(sound.samples.span)
      try writer.close()
      return
    }
    let playlist = Playlist([PlaylistItem(title: text("lời", "words"), source: .samples(sound.samples))])
    let report = try await Loudspeaker.play(playlist, device: device ?? station.configuration.device)
    if let failure = report.failure { throw failure }
    if timing, let first = report.firstWriteNanoseconds {
      let milliseconds = Double(first - ProcessStart.monotonicNanoseconds) / 1e6
      print(
        text(
          "mẫu âm đầu tiên sau \(Format.oneDecimal(milliseconds)) ms", "first samples after \(Format.oneDecimal(milliseconds)) ms"
        ))
    }
  }
}
