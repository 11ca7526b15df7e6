internal import Settings

/// The keys of a notice's YAML header, each under its Vietnamese and its English name.
struct BulletinHeader {
  var title: String?
  var noticeClass = NoticeClass.normal
  var validity = Validity.always
  var air = AirRule.everySession
  var zones = Zones.all
  var voice: String?
  var repeats = 0
  var issuer: String?
  var issued: LocalDateTime?
  var pronunciations: [Bulletin.Pronunciation] = []

  init() {}

  init(yaml: String, file: String, firstLine: Int) throws(SettingsError) {
    var map = try SettingsMap(yaml: yaml, file: file, firstLine: firstLine)
    title = map.text(SettingsKey("tiêu đề", "title"))?.value
    noticeClass =
      map.choice(
        SettingsKey("loại", "class"),
        [
          (["thường", "bình thường", "normal"], NoticeClass.normal), (["ưu tiên", "priority"], .priority),
          (["khẩn cấp", "emergency"], .emergency),
        ]) ?? .normal
    if let text = map.text(SettingsKey("ban hành", "issued")) {
      issued = LocalDateTime(written: text.value)
      if issued == nil { map.report(Self.badDateTime(text.value), at: text.place) }
    }
    if let text = map.text(SettingsKey("hiệu lực", "valid")) {
      if let parsed = Validity(written: text.value, year: issued?.date.year) {
        validity = parsed
      } else {
        map.report(Self.badValidity(text.value), at: text.place)
      }
    }
    if let words = map.list(SettingsKey("phát", "air")) {
      var parser = AirRuleParser(year: (issued?.date ?? validity.first)?.year)
      air = parser.parse(words, &map)
      if let days = parser.days { last(days, of: words, &map) }
    }
    if let names = map.list(SettingsKey("khu vực", "zones")), !names.isEmpty { zones = .named(names.map(\.value)) }
    voice = map.text(SettingsKey("giọng", "voice"))?.value
    if let text = map.text(SettingsKey("nhắc lại", "repeat")) {
      let count = text.value.split(separator: " ").first.flatMap { Int($0) }
      if let count, (0...5).contains(count), text.value == "\(count)" || SettingsKey("\(count) lần").matches(text.value) {
        repeats = count
      } else {
        map.report(Self.badRepeats(text.value), at: text.place)
      }
    }
    issuer = map.text(SettingsKey("nguồn", "issuer"))?.value
    if var inner = map.map(SettingsKey("cách đọc", "pronounce")) {
      for (written, spoken) in inner.allTexts() {
        guard (1...120).contains(written.utf8.count), spoken.value.contains(where: { !$0.isWhitespace }) else {
          inner.report(Self.badPronunciation(written), at: spoken.place)
          continue
        }
        pronunciations.append(Bulletin.Pronunciation(written: written, spoken: spoken.value))
      }
      map.absorb(inner)
    }
    try map.finish()
  }

  func apply(to bulletin: inout Bulletin) {
    bulletin.noticeClass = noticeClass
    bulletin.validity = validity
    bulletin.air = air
    bulletin.zones = zones
    bulletin.voice = voice
    bulletin.repeats = repeats
    bulletin.issuer = issuer
    bulletin.issued = issued
    bulletin.pronunciations = pronunciations
  }

  /// "trong 3 ngày": from the first day of the validity, or the day of issue.
  private mutating func last(_ days: Int, of words: [SettingsText], _ map: inout SettingsMap) {
    guard let first = validity.first ?? issued?.date else {
      if let place = words.first?.place { map.report(Self.daysWithoutStart, at: place) }
      return
    }
    let end = CivilDate(daysSinceEpoch: first.daysSinceEpoch + days - 1)
    validity = Validity(first: first, last: [end, validity.last].compactMap(\.self).min()) ?? validity
  }

  private static let daysWithoutStart = SettingsProblem.Kind.other(
    vietnamese:
      "không biết «trong … ngày» tính từ ngày nào. Hãy thêm dòng «ban hành: 20/11/2026» hoặc «hiệu lực: từ 20/11/2026».",
    english: "the first of those days is not known. Add «issued: 20/11/2026» or «valid: từ 20/11/2026».")

  private static func badRepeats(_ value: String) -> SettingsProblem.Kind {
    .other(
      vietnamese: "không hiểu số lần nhắc lại «\(value)». Hãy viết một số từ 0 đến 5.",
      english: "the repeats «\(value)» are not understood. Write a number from 0 to 5.")
  }

  private static func badValidity(_ value: String) -> SettingsProblem.Kind {
    .other(
      vietnamese:
        "không hiểu hiệu lực «\(value)». Hãy viết như: 20/11/2026 - 30/11/2026, từ 20/11/2026, hoặc đến 30/11/2026; không ghi năm thì phải có dòng «ban hành».",
      english:
        "the validity «\(value)» is not understood. Write 20/11/2026 - 30/11/2026, từ 20/11/2026, or đến 30/11/2026; without a year there must be an «issued» line."
    )
  }

  private static func badDateTime(_ value: String) -> SettingsProblem.Kind {
    .other(
      vietnamese: "không hiểu ngày giờ «\(value)». Hãy viết như: 20/11/2026 hoặc 20/11/2026 07:30.",
      english: "the date «\(value)» is not understood. Write 20/11/2026 or 20/11/2026 07:30.")
  }

  private static func badPronunciation(_ written: String) -> SettingsProblem.Kind {
    .other(
      vietnamese: "cách đọc của «\(written)» bỏ trống. Hãy viết như: BCĐ: ban chỉ đạo.",
      english: "the pronunciation of «\(written)» is empty. Write it as BCĐ: ban chỉ đạo.")
  }
}
