import VietnameseText

extension VoiceProfile {
  /// Reads a voice profile: a YAML mapping with the keys docs/voice.md lists, all of them required.
  ///
  /// - Throws: `profileUnreadable`, or `profileMalformed` with the line and what to write instead.
  public static func load(_ path: String) throws(SpeechError) -> VoiceProfile {
    let text = try TextFile.read(path)
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".yaml") { name.removeLast(5) }
    return try parse(text, name: name, path: path)
  }

  /// Reads a voice profile from YAML text; `path` is for messages.
  public static func parse(_ yaml: String, name: String, path: String) throws(SpeechError) -> VoiceProfile {
    let reader = try ProfileReader(yaml: yaml, path: path, keys: Self.keys)
    let pauses = try reader.mapping("pauses_milliseconds", keys: Pauses.keys)
    _ = try reader.choice("kind", among: ["voice"])
    return VoiceProfile(
      name: name,
      vietnameseTitle: try reader.text("title_vi"),
      englishTitle: try reader.text("title_en"),
      dialect: Dialect(rawValue: try reader.choice("dialect", among: Dialect.allCases.map(\.rawValue))) ?? .north,
      espeakVoice: try reader.text("espeak_voice"),
      tones: try tones(try reader.mapping("tones", keys: Tone.allCases.map(\.description))),
      syllablesPerSecond: try reader.number("syllables_per_second", in: SpeakingRate.allowed),
      headingSlowerPercent: try reader.number("heading_slower_percent", in: 0...20),
      pauseMilliseconds: Pauses(
        phrase: Int(try pauses.number("phrase", in: 0...5000)),
        clause: Int(try pauses.number("clause", in: 0...5000)),
        sentence: Int(try pauses.number("sentence", in: 0...5000)),
        item: Int(try pauses.number("item", in: 0...5000)),
        heading: Int(try pauses.number("heading", in: 0...5000)),
        paragraph: Int(try pauses.number("paragraph", in: 0...10000))))
  }

  private static func tones(_ reader: ProfileReader) throws(SpeechError) -> Tones {
    func shape(_ tone: Tone) throws(SpeechError) -> ToneShape {
      let shape = try reader.mapping(tone.description, keys: ["pitch_percent", "range_percent"])
      return ToneShape(
        pitchPercent: Int(try shape.number("pitch_percent", in: 20...80)),
        rangePercent: Int(try shape.number("range_percent", in: 0...75)))
    }
    return Tones(
      ngang: try shape(.ngang), huyền: try shape(.huyền), sắc: try shape(.sắc), hỏi: try shape(.hỏi),
      ngã: try shape(.ngã), nặng: try shape(.nặng))
  }

  private static let keys = [
    "kind", "title_vi", "title_en", "dialect", "espeak_voice", "tones",
    "syllables_per_second", "heading_slower_percent", "pauses_milliseconds",
  ]
}

extension VoiceProfile.Pauses {
  fileprivate static let keys = ["phrase", "clause", "sentence", "item", "heading", "paragraph"]
}
