public import Bulletin
internal import Settings

/// One line of loudspeakers: an ALSA device, where it is heard, and what switches its amplifier.
public struct StationOutput: Sendable, Hashable {
  public var name: String
  /// An ALSA PCM.
  public var device: String
  public var zones: Zones
  /// Programs with their arguments, run without a shell: before the first sound, after the last, and when the device fails.
  public var before: [String] = []
  public var after: [String] = []
  public var onFault: [String] = []
  /// Silence before the first sound, in seconds: amplifiers swallow the first syllable.
  public var warmUpSeconds = 0.5

  public init(name: String, device: String, zones: Zones = .all) {
    (self.name, self.device, self.zones) = (name, device, zones)
  }

  /// The outputs that `station.yaml` names; none when it names none.
  static func all(from map: inout SettingsMap, known zones: [String]) -> [StationOutput] {
    guard var outputs = map.map(SettingsKey("đầu ra", "outputs")) else { return [] }
    defer { map.absorb(outputs) }
    return outputs.allMaps().map { name, inner in
      var inner = inner
      defer { outputs.absorb(inner) }
      var output = StationOutput(name: name.value, device: inner.text(SettingsKey("thiết bị", "device"))?.value ?? "default")
      output.zones = Zones(from: &inner, known: zones)
      output.before = (inner.list(SettingsKey("trước", "before")) ?? []).map(\.value)
      output.after = (inner.list(SettingsKey("sau", "after")) ?? []).map(\.value)
      output.onFault = (inner.list(SettingsKey("khi lỗi", "on_fault")) ?? []).map(\.value)
      output.warmUpSeconds = inner.number(SettingsKey("chờ ampli giây", "warm_up_seconds"), in: 0...30) ?? 0.5
      return output
    }
  }
}
