import AudioFile
import PCM

/// Sounds whose every sample can be told from its neighbours.
enum TestSound {
  /// White noise at a third of full scale, the same for the same seed, never zero.
  static func noise(frames: Int, seed: UInt32) -> [Int16] {
    var state = seed &* 2_654_435_761 | 1
    return (0..<frames).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      let value = Int16(truncatingIfNeeded: Int32(bitPattern: state) >> 17)
      return value == 0 ? 1 : value / 2 | 1
    }
  }

  /// Writes samples as a file, exactly.
  static func write(_ samples: [Int16], to path: String, rate: SampleRate = .broadcast) throws {
    var writer = try AudioFileWriter(path: path, format: PCMFormat(rate: rate, channelCount: 1))
    try writer.write(samples.span)
    try writer.close()
  }

  /// Reads a mono file exactly.
  static func read(_ path: String) throws -> [Int16] {
    var reader = try AudioFileReader(path: path)
    var samples = [Int16](repeating: 0, count: reader.frameCount)
    var span = samples.mutableSpan
    let frames = try reader.read(into: &span)
    return Array(samples[..<frames])
  }
}
