public import Bulletin

/// A mastered notice that may air: its rules, its sound and what has become of it so far.
public struct Candidate: Sendable, Hashable {
  public var bulletin: Bulletin
  public var sound: Sound
  /// How often it has aired so far.
  public var plays: Int
  /// When it last began to sound; milliseconds after 1970.
  public var lastUnixMilliseconds: Int?

  public init(bulletin: Bulletin, sound: Sound, plays: Int = 0, lastUnixMilliseconds: Int? = nil) {
    self.bulletin = bulletin
    self.sound = sound
    self.plays = plays
    self.lastUnixMilliseconds = lastUnixMilliseconds
  }
}
