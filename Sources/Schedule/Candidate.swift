public import Bulletin

/// A mastered notice that may air: its rules, its sound and what has become of it so far.
public struct Candidate: Sendable, Hashable {
  public var bulletin: Bulletin
  public var sound: Sound
  /// Plays before it when it has aired before: "phát lại thông báo lúc ...".
  public var repeatIntro: Sound?
  /// How often it has aired so far.
  public var plays: Int
  /// When it last began to sound; milliseconds after 1970.
  public var lastUnixMilliseconds: Int?

  public init(bulletin: Bulletin, sound: Sound, repeatIntro: Sound? = nil, plays: Int = 0, lastUnixMilliseconds: Int? = nil) {
    self.bulletin = bulletin
    self.sound = sound
    self.repeatIntro = repeatIntro
    self.plays = plays
    self.lastUnixMilliseconds = lastUnixMilliseconds
  }
}
