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
          (["thường", "normal"], NoticeClass.normal), (["ưu tiên", "priority"], .priority),
          (["khẩn cấp", "emergency"], .emergency),
        ]) ?? .normal
    if let text = map.text(SettingsKey("hiệu lực", "valid")) {
      if let parsed = Validity(written: text.value) {
        validity = parsed
      } else {
        map.report(Self.badValidity(text.value), at: text.place)
      }
    }
    if let words = map.list(SettingsKey("phát", "air")) { air = Self.airRule(words, &map) }
    if let names = map.list(SettingsKey("khu vực", "zones")), !names.isEmpty { zones = .named(names.map(\.value)) }
    voice = map.text(SettingsKey("giọng", "voice"))?.value
    repeats = map.integer(SettingsKey("nhắc lại", "repeat"), in: 0...5) ?? 0
    issuer = map.text(SettingsKey("nguồn", "issuer"))?.value
    if let text = map.text(SettingsKey("ban hành", "issued")) {
      issued = LocalDateTime(written: text.value)
      if issued == nil { map.report(Self.badDateTime(text.value), at: text.place) }
    }
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

  private static func airRule(_ words: [SettingsText], _ map: inout SettingsMap) -> AirRule {
    var rule = AirRule()
    for word in words {
      if SettingsKey("mỗi buổi", "every session").matches(word.value) { continue }
      if let weekday = Weekday(written: word.value) {
        rule.weekdays.insert(weekday)
      } else if let date = CivilDate(written: word.value) {
        rule.dates.insert(date)
      } else if word.value.contains(where: \.isNumber) {
        map.report(badAir(word.value), at: word.place)
      } else {
        rule.sessions.append(word.value)
      }
    }
    return rule
  }

  private static func badValidity(_ value: String) -> SettingsProblem.Kind {
    .other(
      vietnamese: "không hiểu hiệu lực «\(value)». Hãy viết như: 20/11/2026 - 30/11/2026, từ 20/11/2026, hoặc đến 30/11/2026.",
      english: "the validity «\(value)» is not understood. Write 20/11/2026 - 30/11/2026, từ 20/11/2026, or đến 30/11/2026.")
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

  private static func badAir(_ value: String) -> SettingsProblem.Kind {
    .other(
      vietnamese:
        "không hiểu lịch phát «\(value)». Hãy viết tên buổi (sáng, chiều), thứ (thứ 2, chủ nhật) hoặc ngày (20/11/2026).",
      english:
        "the air rule «\(value)» is not understood. Write a session (sáng, chiều), a weekday (thứ 2, chủ nhật) or a date (20/11/2026)."
    )
  }
}
