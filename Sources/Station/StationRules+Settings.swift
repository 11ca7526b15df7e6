internal import Bulletin
internal import Schedule
internal import Settings

// The part of station.yaml that plans keep to. What is not written is as in the profile.

extension StationRules {
  init(from map: inout SettingsMap) {
    let profile =
      map.choice(SettingsKey("mẫu", "profile"), StationProfile.allCases.map { (names: $0.names, value: $0) }) ?? .countryside
    self = profile.rules
    gapSeconds = map.number(SettingsKey("nghỉ giữa tin giây", "gap_seconds"), in: 0...60) ?? gapSeconds
    crossfadeSeconds = map.number(SettingsKey("nhạc gối nhau giây", "crossfade_seconds"), in: 0...10) ?? crossfadeSeconds
    if var kinds = map.map(SettingsKey("nghỉ sau", "gaps")) {
      for (kind, key) in Self.gapKeys { gaps[kind] = kinds.number(key, in: 0...60) }
      map.absorb(kinds)
    }
    zones = (map.list(SettingsKey("khu vực", "zones")) ?? []).map(\.value)
    if let text = map.text(SettingsKey("giờ yên tĩnh", "quiet_hours")) {
      quietHours = SettingsKey("không", "none").matches(text.value) ? nil : Self.hours(text, &map)
    }
    if var days = map.map(SettingsKey("ngày nghỉ", "holidays")) {
      holidays = days.allMaps().compactMap { name, inner in
        var inner = inner
        defer { days.absorb(inner) }
        return Self.holiday(name, from: &inner)
      }
      map.absorb(days)
    }
    if var ceilings = map.map(SettingsKey("độ to tối đa", "loudness_ceilings")) {
      loudnessCeilings = ceilings.allMaps().compactMap { name, inner in
        var inner = inner
        defer { ceilings.absorb(inner) }
        return Self.ceiling(name, from: &inner, known: zones)
      }
      map.absorb(ceilings)
    }
    if var written = map.map(SettingsKey("buổi phát", "sessions")) {
      let place = written.firstPlace
      sessions = written.allMaps().compactMap { key, inner in
        var inner = inner
        defer { written.absorb(inner) }
        return Session(named: key, from: &inner, known: zones)
      }
      if sessions.count > 64, let place { map.report(Self.tooManySessions, at: place) }
      sessions = Array(sessions.prefix(64))
      map.absorb(written)
    }
  }

  /// Silence after each kind of sound: "nghỉ sau: {nhạc hiệu: 0.5, tin: 2}".
  private static let gapKeys: [(Kind, SettingsKey)] = [
    (.chime, SettingsKey("nhạc hiệu", "chime")), (.greeting, SettingsKey("lời chào", "greeting")),
    (.notice, SettingsKey("tin", "notices")), (.repeatIntro, SettingsKey("lời phát lại", "repeat_intro")),
    (.music, SettingsKey("nhạc", "music")), (.closing, SettingsKey("lời kết", "closing")),
  ]

  /// "22:00 - 05:00".
  static func hours(_ text: SettingsText, _ map: inout SettingsMap) -> Hours? {
    let parts = text.value.replacing("–", with: "-").replacing("đến", with: "-").split(separator: "-")
    let seconds = parts.compactMap { LocalDateTime.secondOfDay(written: $0.filter { $0 != " " }) }
    guard parts.count == 2, seconds.count == 2 else {
      map.report(
        .other(
          vietnamese: "không hiểu khoảng giờ «\(text.value)». Hãy viết như: \"22:00 - 05:00\".",
          english: "the hours «\(text.value)» are not understood. Write \"22:00 - 05:00\"."),
        at: text.place)
      return nil
    }
    return Hours(from: seconds[0], to: seconds[1])
  }

  private static func holiday(_ name: SettingsText, from map: inout SettingsMap) -> Holiday? {
    guard let text = map.text(SettingsKey("ngày", "day")) else {
      map.report(.missingKey("ngày"), at: name.place)
      return nil
    }
    guard let day = Holiday.Day(written: text.value) else {
      map.report(
        .other(
          vietnamese: "không hiểu ngày «\(text.value)». Hãy viết như: 2/9, mùng 1 tháng Giêng, hoặc 20/11/2026.",
          english: "the day «\(text.value)» is not understood. Write 2/9, mùng 1 tháng Giêng, or 20/11/2026."),
        at: text.place)
      return nil
    }
    guard let start = map.text(SettingsKey("phát từ", "not_before")) else {
      return Holiday(name: name.value, day: day, change: .silent)
    }
    guard let second = Session.second(start, &map) else { return nil }
    return Holiday(name: name.value, day: day, change: .notBefore(secondOfDay: second))
  }

  private static func ceiling(_ name: SettingsText, from map: inout SettingsMap, known: [String]) -> LoudnessCeiling? {
    let zones = Zones(from: &map, known: known)
    let hours = map.text(SettingsKey("giờ", "hours")).flatMap { Self.hours($0, &map) } ?? Hours(from: 0, to: 86_400)
    guard let lufs = map.number(SettingsKey("lufs"), in: -40...(-6)) else {
      map.report(.missingKey("lufs"), at: name.place)
      return nil
    }
    return LoudnessCeiling(zones: zones, hours: hours, lufs: lufs)
  }

  private static let tooManySessions = SettingsProblem.Kind.other(
    vietnamese: "có hơn 64 buổi phát. Hãy gộp bớt.", english: "there are more than 64 sessions. Join some.")
}

extension Holiday.Day {
  /// `2/9`, `20/11/2026` or a lunar day.
  fileprivate init?(written: String) {
    if let lunar = LunarDay(written: written) {
      self = .lunar(lunar)
    } else if let date = CivilDate(written: written) {
      self = .date(date)
    } else {
      let numbers = written.split(separator: "/").compactMap { Int($0) }
      // A leap year has every day.
      guard numbers.count == 2, CivilDate(year: 2024, month: numbers[1], day: numbers[0]) != nil else { return nil }
      self = .solar(month: numbers[1], day: numbers[0])
    }
  }
}

extension Zones {
  /// The zones under a session or a ceiling; names that the station does not have are faults.
  init(from map: inout SettingsMap, known: [String]) {
    let written = map.list(SettingsKey("khu vực", "zones")) ?? []
    for zone in written where !known.isEmpty && !Zones.named(known).contains(zone.value) {
      map.report(
        .notAChoice(
          key: "khu vực", value: zone.value, choices: known, nearest: SettingsKey.nearest(to: zone.value, among: known)),
        at: zone.place)
    }
    self = written.isEmpty ? .all : .named(written.map(\.value))
  }
}
