internal import ArgumentParser
internal import DSP
internal import PCM
internal import Production
internal import Speech
internal import Station

/// `loa voices`: the voices and loudspeaker profiles there are.
struct VoicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voices",
    abstract: text("Xem các giọng đọc và các loại loa.", "List the voices and the loudspeaker profiles."))

  func run() throws {
    let station = try Station.here()
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
}
