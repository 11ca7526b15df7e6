internal import CALSA
internal import Glibc

/// A playback device that can be opened by name.
public struct ALSADevice: Sendable, Hashable, CustomStringConvertible {
  /// What `ALSAOutput` takes: `default`, `plughw:CARD=PCH,DEV=0`, ...
  public let name: String
  /// What ALSA's configuration says about it, in one line.
  public let summary: String

  public var description: String { summary.isEmpty ? name : "\(name): \(summary)" }

  /// The playback devices of ALSA's configuration, as it lists them.
  public static func list() -> [ALSADevice] {
    ALSAMessages.silence()
    var hints: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    guard snd_device_name_hint(-1, "pcm", &hints) >= 0, let hints else { return [] }
    defer { snd_device_name_free_hint(hints) }
    var devices: [ALSADevice] = []
    var next = hints
    while let hint = next.pointee {
      next += 1
      // IOID is absent for devices of both directions (alsa-lib, snd_device_name_get_hint).
      guard let name = text(hint, "NAME"), text(hint, "IOID") != "Input" else { continue }
      let summary = (text(hint, "DESC") ?? "").split(separator: "\n").joined(separator: "; ")
      devices.append(ALSADevice(name: name, summary: summary))
    }
    return devices
  }

  private static func text(_ hint: UnsafeMutableRawPointer, _ key: String) -> String? {
    guard let text = snd_device_name_get_hint(hint, key) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }
}
