/// A mastered file: what a row of the day sheet plays.
public struct Sound: Sendable, Hashable {
  /// The file's name in the station's audio folder, or a whole path; empty for a relay.
  public var file: String
  public var seconds: Double

  public init(file: String, seconds: Double) {
    self.file = file
    self.seconds = seconds
  }
}
