/// Frames per second, in hertz.
public struct SampleRate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let hertz: Int

  /// - Precondition: `hertz` is positive.
  public init(hertz: Int) {
    precondition(hertz > 0, "a sample rate is positive")
    self.hertz = hertz
  }

  /// What mastered files and loudspeakers run at.
  public static let broadcast = SampleRate(hertz: 48_000)
  /// What espeak-ng speaks at.
  public static let espeak = SampleRate(hertz: 22_050)

  public static func < (a: SampleRate, b: SampleRate) -> Bool { a.hertz < b.hertz }
  public var description: String { "\(hertz) Hz" }

  /// Frames in `seconds`, rounded to the nearest.
  public func frames(inSeconds seconds: Double) -> Int { Int((seconds * Double(hertz)).rounded()) }
}
