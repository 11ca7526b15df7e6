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
  /// Sessions, zones, quiet hours, holidays, loudness: what plans keep to.
  public var rules: StationRules
  /// Lines of loudspeakers; empty for one on `device`, heard everywhere.
  public var outputs: [StationOutput] = []
  /// A program that is told of alarms, with its arguments.
  public var onAlarm: [String] = []
  /// The loopback port of the health page and metrics; nil for none.
  public var healthPort: Int?
  /// Who approves, how long sounds are kept.
  public var keeping = StationKeeping()
  /// Alerts of other offices that are this station's.
  public var cap = CAPSettings()
  /// The day of the month from which the loudspeakers test themselves with a quiet tone; nil for never.
  public var selfTestDay: Int? = 1

  /// Morning at 5:30 and afternoon at 17:00, 45 minutes each, every day.
  public static let countryside = StationConfiguration(
    name: "", voice: "bac", loudspeaker: "standard", device: "default", rules: StationProfile.countryside.rules)

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
    station.rules = StationRules(from: &map)
    station.keeping = StationKeeping(from: &map)
    station.outputs = StationOutput.all(from: &map, known: station.rules.zones)
    station.selfTestDay = Self.selfTestDay(&map)
    station.cap = CAPSettings(from: &map, known: station.rules.zones)
    station.onAlarm = (map.list(SettingsKey("khi báo động", "on_alarm")) ?? []).map(\.value)
    station.healthPort = map.integer(SettingsKey("cổng theo dõi", "health_port"), in: 1...65_535)
    try map.finish()
    return station
  }

  /// `tự kiểm tra: 1`, or `không`.
  private static func selfTestDay(_ map: inout SettingsMap) -> Int? {
    guard let text = map.text(SettingsKey("tự kiểm tra", "self_test")) else { return 1 }
    if SettingsKey("không", "no", "never").matches(text.value) { return nil }
    if let day = Int(text.value), (1...28).contains(day) { return day }
    map.report(
      .other(
        vietnamese: "«tự kiểm tra» là «\(text.value)». Hãy viết ngày trong tháng, 1 đến 28, hoặc: không.",
        english: "«self_test» is «\(text.value)». Write the day of the month, 1 to 28, or: no."), at: text.place)
    return 1
  }
}
