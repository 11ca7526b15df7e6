internal import AudioFile
internal import DSP
internal import PCM

/// The messages that were recorded before anything happened: one for each kind of emergency.
///
/// They lie in the voices folder as `emergency/<kind>.flac`; a commune may put its own there, at any rate, in mono or stereo.
package enum RecordedMessage {
  /// The message of `kind`, else the general one.
  ///
  /// - Parameter voices: the voices folder; nil when the station has found none.
  /// - Returns: mono at 48 kHz, at most 60 s; nil when neither file gives sound, which is no error: `BuiltInPhrase` is left.
  ///   Blocks while the disk answers. Any thread.
  package static func samples(of kind: EmergencyKind, in voices: String?) -> [Int16]? {
    guard let voices else { return nil }
    return read("\(voices)/emergency/\(kind.rawValue).flac") ?? read("\(voices)/emergency/\(EmergencyKind.general.rawValue).flac")
  }

  private static let mostSeconds = 60.0

  /// A file that is damaged somewhere is not said at all: half a sentence would say something else.
  private static func read(_ path: String) -> [Int16]? {
    guard var reader = try? AudioFileReader(path: path) else { return nil }
    let rate = reader.format.rate
    let most = rate.frames(inSeconds: mostSeconds)
    var samples: [Int16] = []
    samples.reserveCapacity(min(reader.frameCount, most))
    var block = [Int16](repeating: 0, count: 16_384)
    while samples.count < most {
      var span = block.mutableSpan
      guard let frames = try? reader.readMono(into: &span) else { return nil }
      guard frames > 0 else { break }
      samples += block[..<min(frames, most - samples.count)]
    }
    guard samples.contains(where: { $0 != 0 }) else { return nil }
    return rate == .broadcast ? samples : resampled(samples, from: rate)
  }

  private static func resampled(_ samples: [Int16], from rate: SampleRate) -> [Int16] {
    var resampler = Resampler(from: rate, to: .broadcast)
    var sound: [Float] = []
    resampler.process(samples.map { Float($0) / 32_768 }.span, into: &sound)
    resampler.finish(into: &sound)
    return sound.map { Int16(max(-32_768, min(32_767, ($0 * 32_768).rounded()))) }
  }
}
