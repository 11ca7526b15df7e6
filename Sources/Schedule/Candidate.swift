public import Bulletin

/// A mastered notice that may air: its rules and its sound.
public struct Candidate: Sendable, Hashable {
  public var bulletin: Bulletin
  public var sound: Sound
  /// How often it has aired so far.
  public var plays: Int

  public init(bulletin: Bulletin, sound: Sound, plays: Int = 0) {
    self.bulletin = bulletin
    self.sound = sound
    self.plays = plays
  }
}

/// A mastered file: what a row of the day sheet plays.
public struct Sound: Sendable, Hashable {
  /// The file's name in the station's audio folder, or a whole path.
  public var file: String
  public var seconds: Double

  public init(file: String, seconds: Double) {
    self.file = file
    self.seconds = seconds
  }
}
