public import AudioFile
internal import Glibc
internal import PCM

/// Whether what was sent to a loudspeaker was heard: how its loudness went up and down, against what a microphone or a line back heard.
///
/// Loudness over hundredths of a second, because a horn far away changes phase and colour of a sound, but not its syllables.
public struct SoundProof: Sendable, Hashable {
  /// Pearson's correlation of both courses of amplitude at the delay where they are most alike, -1 to 1.
  public let correlation: Double
  /// The level of what was heard relative to what was sent, in dB.
  public let levelDecibels: Double
  /// How much later it was heard, in seconds.
  public let delaySeconds: Double

  /// What a correlation of sound that is really heard stays above; rooms, traffic and birds take some of it.
  public static let leastCorrelation = 0.4

  /// - Parameters:
  ///   - sent: mean squares by hundredths of a second.
  ///   - heard: the same, from a moment before `sent` began to one after it ended; longer than `sent`.
  /// - Returns: nil when there is too little to compare: under half a second, or silence was sent.
  public init?(sent: [Float], heard: [Float]) {
    guard sent.count >= 50, heard.count >= sent.count else { return nil }
    let amplitude = sent.map { Double($0).squareRoot() }
    let captured = heard.map { Double($0).squareRoot() }
    let count = Double(amplitude.count)
    let mean = amplitude.reduce(0, +) / count
    let centred = amplitude.map { $0 - mean }
    let energy = centred.reduce(0) { $0 + $1 * $1 }
    guard energy > 1e-9 else { return nil }
    var best: (correlation: Double, lag: Int) = (-1, 0)
    for lag in 0...(captured.count - amplitude.count) {
      let window = captured[lag..<(lag + amplitude.count)]
      let average = window.reduce(0, +) / count
      var (product, other) = (0.0, 0.0)
      for (index, value) in zip(centred.indices, window) {
        product += centred[index] * (value - average)
        other += (value - average) * (value - average)
      }
      let correlation = other > 1e-12 ? product / (energy * other).squareRoot() : 0
      if correlation > best.correlation { best = (correlation, lag) }
    }
    let window = heard[best.lag..<(best.lag + sent.count)]
    let (sentPower, heardPower) = (sent.reduce(0, +), window.reduce(0, +))
    correlation = best.correlation
    levelDecibels = 10 * log10(Double(max(heardPower, 1e-12)) / Double(sentPower))
    delaySeconds = Double(best.lag) / 100
  }

  /// How loud an item is over its length: mean squares by hundredths of a second.
  public static func levels(of item: PlaylistItem) throws(AudioFileError) -> [Float] {
    var reader = try CueReader(item)
    var block = [Int16](repeating: 0, count: CueReader.blockFrames)
    let window = SampleRate.broadcast.frames(inSeconds: 0.01)
    var levels: [Float] = []
    while case let count = try reader.read(into: &block), count > 0 {
      for start in stride(from: 0, to: count - count % window, by: window) {
        let sum = block[start..<(start + window)].reduce(Float(0)) { $0 + Float($1) * Float($1) }
        levels.append(sum / Float(window) / (32768 * 32768))
      }
    }
    return levels
  }
}
