import AudioFile
import Foundation
import PCM

enum TestSound {
  /// White noise over the whole range of 16 bits, the extremes included.
  static func noise(samples: Int) -> [Int16] {
    var state: UInt32 = 12_345
    return [.min, .max, 0, 1, -1]
      + (0..<max(0, samples - 5)).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return Int16(truncatingIfNeeded: Int32(bitPattern: state) >> 16)
      }
  }

  /// A tone at half of full scale.
  static func tone(seconds: Double, rate: Int = 48_000, hertz: Double = 440) -> [Float] {
    (0..<Int(seconds * Double(rate))).map { Float(0.5 * sin(2 * .pi * hertz * Double($0) / Double(rate))) }
  }

  static func read16(_ path: String) throws -> [Int16] {
    var reader = try AudioFileReader(path: path)
    var all: [Int16] = []
    var block = [Int16](repeating: 0, count: 1_000 * reader.format.channelCount)
    while true {
      var span = block.mutableSpan
      let frames = try reader.read(into: &span)
      if frames == 0 { return all }
      all += block[..<(frames * reader.format.channelCount)]
    }
  }
}
