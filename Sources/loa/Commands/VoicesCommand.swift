internal import ArgumentParser
internal import DSP
internal import PCM
internal import Playout
internal import Production
internal import Speech
internal import Station
internal import VietnameseText

/// `loa voices`: the voices and loudspeaker profiles there are.
struct VoicesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voices",
    abstract: text("Xem các giọng đọc và các loại loa.", "List the voices and the loudspeaker profiles."))

  @ArgumentParser.Flag(help: ArgumentHelp(text("Phát câu mẫu của từng giọng.", "Play a sample of each voice.")))
  var play = false

  @Option(help: ArgumentHelp(text("Thiết bị ALSA.", "ALSA device.")))
  var device: String?

  func run() async throws {
    let station = try Station.here()
    if play {
      try await playSamples(station)
      return
    }
    var voices = Table([
      (text("GIỌNG", "VOICE"), .left), (text("TÊN", "TITLE"), .left), (text("ÂM TIẾT/GIÂY", "SYLLABLES/S"), .right),
    ])
    for name in station.voices.voiceNames {
      let voice = try station.voices.voice(name)
      voices.add([name, text(voice.vietnameseTitle, voice.englishTitle), Format.oneDecimal(voice.syllablesPerSecond)])
    }
    var loudspeakers = Table([
      (text("LOẠI LOA", "LOUDSPEAKER"), .left), (text("TÊN", "TITLE"), .left), ("LUFS", .right), ("dBTP", .right),
      (text("LÀM RÕ", "CLARITY"), .left), (text("CẮT TRẦM", "HIGH-PASS"), .right),
    ])
    for name in station.voices.loudspeakerNames {
      let profile = try station.voices.loudspeaker(name)
      let mastering = profile.mastering
      loudspeakers.add([
        name, text(profile.vietnameseTitle, profile.englishTitle), Format.oneDecimal(mastering.target.value),
        Format.oneDecimal(mastering.ceiling.dBTP), mastering.clarity.rawValue,
        mastering.highPassHertz.map { "\(Int($0)) Hz" } ?? "-",
      ])
    }
    for line in voices.lines + [""] + loudspeakers.lines { print(line) }
  }

  private func playSamples(_ station: Station) async throws {
    let pool = try station.speechPool(jobs: 1)
    let reader = Reader(lexicon: station.announcedLexicon())
    var items: [PlaylistItem] = []
    for name in station.voices.voiceNames {
      let voice = try station.voices.voice(name)
      let words = "Kính thưa bà con, đây là giọng \(voice.vietnameseTitle). Mời bà con dự họp lúc 8h30 ngày 5/12."
      let speech = QuickSpeech(pool: pool, voice: voice, settings: try station.mastering(loudspeaker: nil))
      let sound = try speech.speak(reader.read(words).utterances, edgeSeconds: 0.3)
      items.append(PlaylistItem(title: name, source: .samples(sound.samples)))
      print("\(name): \(text(voice.vietnameseTitle, voice.englishTitle))")
    }
    let report = try await Loudspeaker.play(Playlist(items), device: device ?? station.configuration.device)
    if let failure = report.failure { throw failure }
  }
}
