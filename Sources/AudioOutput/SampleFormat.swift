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

  /// The mean of each frame's channels; exact where the device is mono and its samples have 16 bits.
  func mono(of bytes: RawSpan, channels: Int) -> [Int16] {
    (0..<(bytes.byteCount / (channels * bytesPerSample))).map { frame in
      let sum = (0..<channels).reduce(Float(0)) { $0 + sample(frame * channels + $1, of: bytes) }
      return Int16(max(-32768, min(32767, (sum / Float(channels) * 32768).rounded())))
    }
  }

  /// Of all samples; full scale is 1.
  func meanSquare(of bytes: RawSpan) -> Float {
    let count = bytes.byteCount / bytesPerSample
    let sum = (0..<count).reduce(Float(0)) { sum, index in
      let sample = sample(index, of: bytes)
      return sum + sample * sample
    }
    return sum / Float(max(1, count))
  }

  /// Full scale is 1.
  @inline(__always)
  private func sample(_ index: Int, of bytes: RawSpan) -> Float {
    switch self {
    case .s16: Float(bytes.unsafeLoadUnaligned(fromByteOffset: index * 2, as: Int16.self)) / 32768
    case .s32: Float(bytes.unsafeLoadUnaligned(fromByteOffset: index * 4, as: Int32.self)) / 2_147_483_648
    case .float: bytes.unsafeLoadUnaligned(fromByteOffset: index * 4, as: Float.self)
    }
  }
}
