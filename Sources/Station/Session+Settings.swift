internal import Bulletin
internal import Schedule
internal import Settings

extension Session {
  /// A session as station.yaml writes it; nil, with a fault reported, when it has no start.
  init?(named name: SettingsText, from map: inout SettingsMap, known: [String]) {
    let minutes = map.number(SettingsKey("số phút", "minutes"), in: 1...600) ?? 45
    let weekdays = Self.weekdays(&map)
    let zones = Zones(from: &map, known: known)
    let isOnTime =
      map.choice(
        SettingsKey("đúng giờ", "on_time"), [(["có", "yes", "true"], true), (["không", "no", "false"], false)]) ?? true
    let relay = Self.relay(&map)
    let parts = Self.parts(&map)
    guard let start = map.text(SettingsKey("bắt đầu", "start")) else {
      map.report(.missingKey("bắt đầu"), at: name.place)
      return nil
    }
    guard let second = Self.second(start, &map) else { return nil }
    self.init(
      name: name.value, weekdays: weekdays, startSecondOfDay: second, budgetSeconds: minutes * 60, parts: parts, relay: relay,
      zones: zones, start: isOnTime ? .hard : .soft)
  }

  /// "05:30" or 5h30.
  static func second(_ text: SettingsText, _ map: inout SettingsMap) -> Int? {
    let second = LocalDateTime.secondOfDay(written: text.value)
    if second == nil {
      map.report(
        .other(
          vietnamese: "không hiểu giờ «\(text.value)». Hãy viết như: \"05:30\" hoặc 5h30.",
          english: "the time «\(text.value)» is not understood. Write \"05:30\" or 5h30."),
        at: text.place)
    }
    return second
  }

  private static func weekdays(_ map: inout SettingsMap) -> Set<Weekday> {
    guard let written = map.list(SettingsKey("các ngày", "weekdays")) else { return Set(Weekday.allCases) }
    var weekdays: Set<Weekday> = []
    for word in written {
      guard let weekday = Weekday(written: word.value) else {
        map.report(
          .notAChoice(key: "các ngày", value: word.value, choices: Weekday.allCases.map(\.vietnamese), nearest: nil),
          at: word.place)
        continue
      }
      weekdays.insert(weekday)
    }
    return weekdays
  }

  private static func relay(_ map: inout SettingsMap) -> Relay? {
    let key = SettingsKey("tiếp âm", "relay")
    guard var inner = map.map(key) else { return nil }
    let place = inner.firstPlace
    defer { map.absorb(inner) }
    let title = inner.text(SettingsKey("tên", "name"))?.value ?? "VOV1"
    let minutes = inner.number(SettingsKey("số phút", "minutes"), in: 1...180) ?? 15
    guard let start = inner.text(SettingsKey("bắt đầu", "start")) else {
      if let place { inner.report(.missingKey("bắt đầu"), at: place) }
      return nil
    }
    return second(start, &inner).map { Relay(title: title, startSecondOfDay: $0, seconds: minutes * 60) }
  }

  private static let partNames: [(names: [String], value: Part)] = [
    (["nhạc hiệu", "chime"], .chime), (["lời chào", "greeting"], .greeting), (["tiếp âm", "relay"], .relay),
    (["tin", "thông báo", "notices"], .notices), (["nhạc", "music"], .music), (["lời kết", "closing"], .closing),
  ]

  private static func parts(_ map: inout SettingsMap) -> [Part] {
    guard let written = map.list(SettingsKey("phần", "parts")) else { return [.chime, .greeting, .relay, .notices, .closing] }
    return written.compactMap { word in
      if let part = partNames.first(where: { SettingsKey($0.names).matches(word.value) }) { return part.value }
      let names = partNames.compactMap(\.names.first)
      map.report(
        .notAChoice(key: "phần", value: word.value, choices: names, nearest: SettingsKey.nearest(to: word.value, among: names)),
        at: word.place)
      return nil
    }
  }
}
