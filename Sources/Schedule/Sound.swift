/// A mastered file: what a row of the day sheet plays.
public struct Sound: Sendable, Hashable, Codable {
  /// The file's name in the station's audio folder, or a whole path; empty for a relay.
  public var file: String
  public var seconds: Double
  /// Integrated loudness in LUFS, where it is known: what a loudness ceiling is held to.
  public var lufs: Double?
  /// SHA-256 of the bytes that were approved; nil where nobody had to approve them.
  public var sha256: String?

  public init(file: String, seconds: Double, lufs: Double? = nil, sha256: String? = nil) {
    self.file = file
    self.seconds = seconds
    self.lufs = lufs
    self.sha256 = sha256
  }
}
