/// espeak-ng's rate parameter for a wanted articulation rate.
///
/// espeak-ng's words per minute are not Vietnamese syllables: the curve was measured over the worked notices (docs/voice.md).
enum SpeakingRate {
  /// Syllables per second a profile may ask for.
  static let allowed = 1.8...5.0

  /// espeak-ng's parameter (80 to 450) and the syllables per second it gives.
  private static let curve: [(wordsPerMinute: Double, syllablesPerSecond: Double)] = [
    (80, 2.03), (100, 2.55), (120, 3.07), (150, 3.90), (175, 4.60), (200, 5.2),
  ]

  /// - Returns: espeak-ng's rate parameter, never below its minimum of 80.
  static func wordsPerMinute(syllablesPerSecond rate: Double) -> Int {
    let upper = curve.dropFirst().first { $0.syllablesPerSecond >= rate } ?? curve[curve.count - 1]
    let lower = curve.last { $0.wordsPerMinute < upper.wordsPerMinute } ?? curve[0]
    let slope = (upper.wordsPerMinute - lower.wordsPerMinute) / (upper.syllablesPerSecond - lower.syllablesPerSecond)
    let value = lower.wordsPerMinute + slope * (rate - lower.syllablesPerSecond)
    return Int(min(max(value, 80), 450).rounded())
  }
}
