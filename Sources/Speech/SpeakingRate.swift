/// espeak-ng's rate parameter for a wanted articulation rate, corrected by what was spoken so far.
///
/// espeak-ng's words per minute are not Vietnamese syllables: the curve was measured over the worked notices (docs/voice.md).
/// Syllables differ in length, so that a notice can be off by 7 %; the debt so far is paid back over the next sentences.
struct SpeakingRate {
  /// Seconds of speech beyond what the wanted rate allows; negative when it was too fast.
  private var debtSeconds = 0.0

  /// Tells what a clause of syllables only took.
  mutating func spoke(syllables: Int, seconds: Double, wanted rate: Double) {
    debtSeconds += seconds - Double(syllables) / rate
  }

  /// espeak-ng's rate parameter for the next clause, at most 8 % off the wanted rate.
  func wordsPerMinute(wanted rate: Double) -> Int {
    let correction = min(max(debtSeconds / Self.horizonSeconds, -0.08), 0.08)
    return Self.wordsPerMinute(syllablesPerSecond: rate * (1 + correction))
  }

  private static let horizonSeconds = 12.0

  /// Syllables per second a profile may ask for.
  static let allowed = 2.0...4.5

  /// espeak-ng's parameter (80 to 450) and the syllables per second it gives.
  private static let curve: [(wordsPerMinute: Double, syllablesPerSecond: Double)] = [
    (80, 1.98), (100, 2.35), (120, 2.82), (150, 3.53), (175, 4.13), (200, 4.70),
  ]

  /// - Returns: espeak-ng's rate parameter, never below its minimum of 80.
  private static func wordsPerMinute(syllablesPerSecond rate: Double) -> Int {
    let upper = curve.dropFirst().first { $0.syllablesPerSecond >= rate } ?? curve[curve.count - 1]
    let lower = curve.last { $0.wordsPerMinute < upper.wordsPerMinute } ?? curve[0]
    let slope = (upper.wordsPerMinute - lower.wordsPerMinute) / (upper.syllablesPerSecond - lower.syllablesPerSecond)
    let value = lower.wordsPerMinute + slope * (rate - lower.syllablesPerSecond)
    return Int(min(max(value, 80), 450).rounded())
  }
}
