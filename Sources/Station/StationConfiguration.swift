internal import Bulletin
internal import Foundation
public import Schedule
public import Settings

/// What a station is: `station.yaml`, or the countryside's usual two sessions when there is none.
public struct StationConfiguration: Sendable, Hashable {
  /// As it is said in greetings: "xã Hòa Phú".
  public var name: String
  /// The voice of notices that name none.
  public var voice: String
  /// The loudspeaker profile that notices are mastered for.
  public var loudspeaker: String
  /// The ALSA device that is played on.
  public var device: String
  public var sessions: [Session]
  /// Silence between two notices, in seconds.
  public var gapSeconds: Double

  /// Morning at 5:30 and afternoon at 17:00, 45 minutes each, every day.
  public static let countryside = StationConfiguration(
    name: "", voice: "bac", loudspeaker: "standard", device: "default",
    sessions: [
      Session(name: "sáng", startSecondOfDay: 5 * 3600 + 1800, budgetSeconds: 45 * 60),
      Session(name: "chiều", startSecondOfDay: 17 * 3600, budgetSeconds: 45 * 60),
    ],
    gapSeconds: 1.5)

  /// Reads `station.yaml`; the countryside's when there is no such file.
  /// - Throws: `SettingsError` with every fault by line and key.
  public static func load(_ path: String) throws(SettingsError) -> StationConfiguration {
    guard FileManager.default.fileExists(atPath: path) else { return .countryside }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SettingsError(
        file: path,
        problems: [
          SettingsProblem(
            line: 1, column: 1,
            kind: .other(
              vietnamese: "không có quyền đọc tệp này. Hãy kiểm tra quyền của tệp.",
              english: "the file may not be read. Check its permissions."))
        ])
    }
    return try parse(String(decoding: data, as: UTF8.self), file: URL(filePath: path).lastPathComponent)
  }

  public static func parse(_ yaml: String, file: String) throws(SettingsError) -> StationConfiguration {
    var map = try SettingsMap(yaml: yaml, file: file)
    var station = countryside
    station.name = map.text(SettingsKey("tên", "name"))?.value ?? station.name
    station.voice = map.text(SettingsKey("giọng", "voice"))?.value ?? station.voice
    station.loudspeaker = map.text(SettingsKey("loa", "loudspeaker"))?.value ?? station.loudspeaker
    station.device = map.text(SettingsKey("thiết bị", "device"))?.value ?? station.device
    station.gapSeconds = map.number(SettingsKey("nghỉ giữa tin giây", "gap_seconds"), in: 0...60) ?? station.gapSeconds
    if var sessions = map.map(SettingsKey("buổi phát", "sessions")) {
      station.sessions = sessions.allMaps().compactMap { key, inner in
        var inner = inner
        defer { sessions.absorb(inner) }
        return session(named: key, from: &inner)
      }
      map.absorb(sessions)
    }
    try map.finish()
    return station
  }

  private static func session(named name: SettingsText, from map: inout SettingsMap) -> Session? {
    let minutes = map.number(SettingsKey("số phút", "minutes"), in: 1...600) ?? 45
    var weekdays = Set(Weekday.allCases)
    if let written = map.list(SettingsKey("các ngày", "weekdays")) {
      weekdays = []
      for word in written {
        guard let weekday = Weekday(written: word.value) else {
          map.report(
            .notAChoice(
              key: "các ngày", value: word.value, choices: Weekday.allCases.map(\.vietnamese), nearest: nil),
            at: word.place)
          continue
        }
        weekdays.insert(weekday)
      }
    }
    let start = map.text(SettingsKey("bắt đầu", "start"))
    guard let start else {
      map.report(.missingKey("bắt đầu"), at: name.place)
      return nil
    }
    guard let second = LocalDateTime.secondOfDay(written: start.value) else {
      map.report(
        .other(
          vietnamese: "không hiểu giờ «\(start.value)». Hãy viết như: \"05:30\" hoặc 5h30.",
          english: "the time «\(start.value)» is not understood. Write \"05:30\" or 5h30."),
        at: start.place)
      return nil
    }
    return Session(name: name.value, weekdays: weekdays, startSecondOfDay: second, budgetSeconds: minutes * 60)
  }
}
