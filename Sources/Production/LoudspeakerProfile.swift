public import DSP
internal import Foundation
internal import PCM
internal import Settings

/// A kind of loudspeaker and the mastering it asks for: a YAML file with units in its key names.
public struct LoudspeakerProfile: Sendable, Hashable {
  public let name: String
  public let vietnameseTitle: String
  public let englishTitle: String
  public let mastering: MasteringSettings

  /// Reads `voices/NAME.yaml`.
  /// - Throws: `ProductionError.profile` with line, column and the nearest right key; `.unreadable`.
  public static func load(_ path: String) throws(ProductionError) -> LoudspeakerProfile {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
    let url = URL(filePath: path)
    do {
      return try LoudspeakerProfile(
        name: url.deletingPathExtension().lastPathComponent, yaml: String(decoding: data, as: UTF8.self),
        file: url.lastPathComponent)
    } catch {
      throw .profile(error)
    }
  }

  init(name: String, yaml: String, file: String) throws(SettingsError) {
    var map = try SettingsMap(yaml: yaml, file: file)
    _ = map.text(SettingsKey("kind"))
    vietnameseTitle = map.text(SettingsKey("title_vi"))?.value ?? name
    englishTitle = map.text(SettingsKey("title_en"))?.value ?? name
    let highPass = map.number(SettingsKey("high_pass_hertz"), in: 20...1000)
    let clarity = map.choice(
      SettingsKey("clarity"), MasteringSettings.Clarity.allCases.map { (names: [$0.rawValue], value: $0) })
    let attack = map.number(SettingsKey("limiter_attack_milliseconds"), in: 0.1...50)
    let release = map.number(SettingsKey("limiter_release_milliseconds"), in: 1...2000)
    let target = map.number(SettingsKey("target_lufs"), in: -40 ... -6)
    let ceiling = map.number(SettingsKey("ceiling_dbtp"), in: -20...0)
    try map.finish()
    self.name = name
    mastering = MasteringSettings(
      highPassHertz: highPass, clarity: clarity ?? .medium, limiterAttackMilliseconds: attack ?? 2,
      limiterReleaseMilliseconds: release ?? 32, target: LUFS(target ?? -16), ceiling: TruePeak(dBTP: ceiling ?? -1))
  }
}
