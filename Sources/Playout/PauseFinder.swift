public import AudioFile
internal import PCM

/// Finds where a sentence begins in a sound that knows nothing of sentences: behind the last pause.
public enum PauseFinder {
  /// A pause is this long, in seconds, and below this level of full scale.
  private static let pauseSeconds = 0.25
  private static let level: Int16 = 180
  /// A sentence is no longer than this, in seconds: further back is not looked.
  private static let longest = 20.0

  /// - Parameters:
  ///   - path: a mastered file.
  ///   - seconds: where it broke off.
  /// - Returns: where the sentence around `seconds` begins, in seconds; 0 when no pause is found.
  /// - Throws: `AudioFileError` when the file can't be read.
  public static func sentenceStart(of path: String, before seconds: Double) throws(AudioFileError) -> Double {
    var reader = try AudioFileReader(path: path)
    let rate = Double(reader.format.rate.hertz)
    let limit = Int(max(0, seconds) * rate)
    let wanted = Int(pauseSeconds * rate)
    var block = [Int16](repeating: 0, count: 4800)
    var (position, silent, start) = (0, 0, 0)
    while position < limit {
      var span = block.mutableSpan
      let count = try reader.readMono(into: &span)
      if count == 0 { break }
      for index in 0..<min(count, limit - position) {
        let isSilent = block[index] > -level && block[index] < level
        if !isSilent, silent >= wanted { start = position + index }
        silent = isSilent ? silent + 1 : 0
      }
      position += count
    }
    let found = Double(start) / rate
    return seconds - found > longest ? 0 : found
  }
}
