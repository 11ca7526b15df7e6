public import AudioOutput
public import Bulletin
internal import Settings

/// One line of loudspeakers: an ALSA device, where it is heard, and what switches its amplifier.
public struct StationOutput: Sendable, Hashable {
  public var name: String
  /// An ALSA PCM.
  public var device: String
  public var zones: Zones
  /// The card's channels it is, from 1, and how many the card has; nil for all of them.
  public var channels: [Int]?
  public var channelCount: Int?
  /// What the card's mixer is held to.
  public var volume: CardVolume?
  /// An ALSA capture device that hears it: a microphone or a line back.
  public var proofDevice: String?
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
    var taken: Set<String> = []
    return outputs.allMaps().map { name, inner in
      var inner = inner
      defer { outputs.absorb(inner) }
      var output = StationOutput(name: name.value, device: inner.text(SettingsKey("thiết bị", "device"))?.value ?? "default")
      output.zones = Zones(from: &inner, known: zones)
      output.before = (inner.list(SettingsKey("trước", "before")) ?? []).map(\.value)
      output.after = (inner.list(SettingsKey("sau", "after")) ?? []).map(\.value)
      output.onFault = (inner.list(SettingsKey("khi lỗi", "on_fault")) ?? []).map(\.value)
      output.warmUpSeconds = inner.number(SettingsKey("chờ ampli giây", "warm_up_seconds"), in: 0...30) ?? 0.5
      output.channels = Self.channels(&inner)
      for channel in output.channels ?? [] where !taken.insert("\(output.device) \(channel)").inserted {
        inner.report(
          .other(
            vietnamese: "kênh \(channel) của «\(output.device)» đã thuộc loa khác. Mỗi kênh chỉ ghi cho một loa.",
            english: "channel \(channel) of «\(output.device)» is another loudspeaker's. Give each channel to one."),
          at: name.place)
      }
      output.channelCount = inner.integer(SettingsKey("số kênh", "channel_count"), in: 1...32)
      output.volume = Self.volume(&inner, device: output.device)
      output.proofDevice = inner.text(SettingsKey("nghe lại", "proof_device"))?.value
      return output
    }.withChannelCounts
  }

  private static func channels(_ map: inout SettingsMap) -> [Int]? {
    guard let words = map.list(SettingsKey("kênh", "channels")) else { return nil }
    var numbers: [Int] = []
    for word in words {
      if let number = Int(word.value), (1...32).contains(number) {
        numbers.append(number)
      } else {
        map.report(
          .other(
            vietnamese: "kênh «\(word.value)» không phải số từ 1 đến 32. Hãy viết như: kênh: [1, 2].",
            english: "the channel «\(word.value)» is no number from 1 to 32. Write: channels: [1, 2]."), at: word.place)
      }
    }
    return numbers.isEmpty ? nil : numbers
  }

  private static func volume(_ map: inout SettingsMap, device: String) -> CardVolume? {
    guard var inner = map.map(SettingsKey("âm lượng", "volume")) else { return nil }
    defer { map.absorb(inner) }
    // The control of "plughw:1,0" is "hw:1".
    let card = device.contains("hw:") ? "hw:" + (device.split(separator: ":").last?.prefix { $0 != "," } ?? "0") : device
    return CardVolume(
      card: inner.text(SettingsKey("card", "card"))?.value ?? card,
      element: inner.text(SettingsKey("phần", "element"))?.value ?? "Master",
      percent: inner.integer(SettingsKey("phần trăm", "percent"), in: 0...100) ?? 100)
  }
}

extension [StationOutput] {
  /// Lines on one card agree on how many channels it has: as many as the highest any of them names.
  fileprivate var withChannelCounts: [StationOutput] {
    map { output in
      var output = output
      guard output.channels != nil else { return output }
      let lines = filter { $0.device == output.device }
      output.channelCount =
        lines.compactMap(\.channelCount).max() ?? Swift.max(2, lines.flatMap { $0.channels ?? [] }.max() ?? 1)
      return output
    }
  }
}
