public import AudioOutput
public import Bulletin

/// A line of loudspeakers as an emergency needs it.
public struct EmergencyOutput: Sendable, Hashable {
  public var name: String
  /// An ALSA PCM.
  public var device: String
  public var zones = Zones.all
  /// The card's channels it is, from 1, and how many the card has; nil for all of them.
  public var channels: [Int]?
  public var channelCount: Int?
  public var volume: CardVolume?
  /// The programs that switch its amplifier on and off, with their arguments.
  public var before: [String] = []
  public var after: [String] = []
  /// Silence before the first sound where `before` has run, in seconds.
  public var warmUpSeconds = 0.5

  public init(name: String, device: String) { (self.name, self.device) = (name, device) }
}
