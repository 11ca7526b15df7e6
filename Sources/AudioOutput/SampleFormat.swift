internal import CALSA

/// The sample formats tried on a device, in this order; raw values are ALSA's names.
public enum SampleFormat: String, Sendable, Hashable, CaseIterable {
  case s16 = "S16_LE"
  case s32 = "S32_LE"
  case float = "FLOAT_LE"

  public var bytesPerSample: Int { self == .s16 ? 2 : 4 }

  var code: snd_pcm_format_t {
    switch self {
    case .s16: SND_PCM_FORMAT_S16_LE
    case .s32: SND_PCM_FORMAT_S32_LE
    case .float: SND_PCM_FORMAT_FLOAT_LE
    }
  }

  /// Widens mono samples to every channel of the device; exact in each format. Allocates nothing.
  package func widen(_ frames: Span<Int16>, channels: Int, into bytes: UnsafeMutableRawPointer) {
    switch self {
    case .s16: Self.widen(frames, channels, bytes.assumingMemoryBound(to: Int16.self)) { $0 }
    case .s32: Self.widen(frames, channels, bytes.assumingMemoryBound(to: Int32.self)) { Int32($0) << 16 }
    case .float: Self.widen(frames, channels, bytes.assumingMemoryBound(to: Float.self)) { Float($0) * (1 / 32768) }
    }
  }

  @inline(__always)
  private static func widen<Sample>(
    _ frames: Span<Int16>, _ channels: Int, _ out: UnsafeMutablePointer<Sample>, _ convert: (Int16) -> Sample
  ) {
    for frame in 0..<frames.count {
      let sample = convert(frames[frame])
      for channel in 0..<channels { out[frame &* channels &+ channel] = sample }
    }
  }
}
