/// One thing to play.
public struct PlaylistItem: Sendable, Hashable {
  /// What it is in a session (STATION: the order of parts).
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case chime, greeting, notice, music, closing
  }

  /// Where its sound comes from.
  public enum Source: Sendable, Hashable {
    /// A mastered file: 48 kHz; several channels are mixed to one.
    case file(path: String)
    /// Mono 16-bit samples at 48 kHz, in memory.
    case samples([Int16])
  }

  public let title: String
  public let kind: Kind
  public let source: Source
  /// Silence after it, in seconds; 0 joins the next item without a seam.
  public let gapSeconds: Double

  /// - Precondition: `gapSeconds` is finite and not negative.
  public init(title: String, kind: Kind = .notice, source: Source, gapSeconds: Double = 0) {
    precondition(gapSeconds.isFinite && gapSeconds >= 0, "a gap is a finite length of time")
    self.title = title
    self.kind = kind
    self.source = source
    self.gapSeconds = gapSeconds
  }
}
