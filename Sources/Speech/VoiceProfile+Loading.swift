internal import Settings
internal import VietnameseText

extension VoiceProfile {
  /// Reads a voice profile: YAML with the keys that docs/voice.md lists.
  ///
  /// - Throws: `profileUnreadable`, or `profile` with every fault's line and what to write instead.
  public static func load(_ path: String) throws(SpeechError) -> VoiceProfile {
    let text = try TextFile.read(path)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return try parse(text, name: file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file, file: file)
  }

  /// Reads a voice profile from YAML text; `file` is its name in messages.
  public static func parse(_ yaml: String, name: String, file: String) throws(SpeechError) -> VoiceProfile {
    do {
      var map = try SettingsMap(yaml: yaml, file: file)
      _ = map.choice(SettingsKey("kind"), [(names: ["voice"], value: true)])
      let vietnameseTitle = map.text(SettingsKey("title_vi"))?.value
      let englishTitle = map.text(SettingsKey("title_en"))?.value
      let dialect = map.required("dialect") {
        $0.choice($1, Dialect.allCases.map { (names: [$0.rawValue], value: $0) })
      }
      let espeakVoice = map.required("espeak_voice") { $0.text($1)?.value }
      let rate = map.required("syllables_per_second") { $0.number($1, in: SpeakingRate.allowed) }
      let slower = map.number(SettingsKey("heading_slower_percent"), in: 0...20)
      let tones = tones(&map)
      let pauses = pauses(&map)
      try map.finish()
      return VoiceProfile(
        name: name, vietnameseTitle: vietnameseTitle ?? name, englishTitle: englishTitle ?? name,
        dialect: dialect ?? .north, espeakVoice: espeakVoice ?? "", tones: tones, syllablesPerSecond: rate ?? 2.8,
        headingSlowerPercent: slower ?? 0, pauseMilliseconds: pauses)
    } catch {
      throw .profile(error)
    }
  }

  private static func tones(_ map: inout SettingsMap) -> Tones {
    var tones = map.required("tones") { $0.map($1) }
    func shape(_ tone: Tone) -> ToneShape {
      guard var shape = tones?.map(SettingsKey(tone.description)) else { return ToneShape(pitchPercent: 50, rangePercent: 50) }
      let pitch = shape.integer(SettingsKey("pitch_percent"), in: 20...80)
      let range = shape.integer(SettingsKey("range_percent"), in: 0...75)
      tones?.absorb(shape)
      return ToneShape(pitchPercent: pitch ?? 50, rangePercent: range ?? 50)
    }
    let shapes = Tones(
      ngang: shape(.ngang), huyền: shape(.huyền), sắc: shape(.sắc), hỏi: shape(.hỏi), ngã: shape(.ngã),
      nặng: shape(.nặng))
    if let tones { map.absorb(tones) }
    return shapes
  }

  private static func pauses(_ map: inout SettingsMap) -> Pauses {
    var pauses = Pauses(phrase: 220, clause: 350, sentence: 650, item: 650, heading: 900, paragraph: 1100)
    guard var inner = map.map(SettingsKey("pauses_milliseconds")) else { return pauses }
    let places: [(String, WritableKeyPath<Pauses, Int>)] = [
      ("phrase", \.phrase), ("clause", \.clause), ("sentence", \.sentence), ("item", \.item), ("heading", \.heading),
      ("paragraph", \.paragraph),
    ]
    for (key, place) in places {
      if let value = inner.integer(SettingsKey(key), in: 0...10_000) { pauses[keyPath: place] = value }
    }
    map.absorb(inner)
    return pauses
  }
}

extension SettingsMap {
  /// The value of a key that must be there; nil is reported.
  fileprivate mutating func required<Value>(
    _ name: String, _ read: (inout SettingsMap, SettingsKey) -> Value?
  ) -> Value? {
    let before = problems.count
    if let value = read(&self, SettingsKey(name)) { return value }
    // A wrong value has been reported already.
    if problems.count == before { report(.missingKey(name), at: SettingsProblem.Place(line: 1, column: 1)) }
    return nil
  }
}
