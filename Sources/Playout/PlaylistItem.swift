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
  /// How long its end may run on under the next item's beginning, if that is music, in seconds.
  public let crossfadeSeconds: Double
  /// Where in its sound it begins, in seconds; above 0 it is faded in.
  public let startSeconds: Double
  /// Applied to all of it, in dB, at most 0: a loudness ceiling.
  public let gainDecibels: Double

  /// - Precondition: `gapSeconds` and `startSeconds` are finite and not negative, `gainDecibels` is not above 0.
  public init(
    title: String, kind: Kind = .notice, source: Source, gapSeconds: Double = 0,
    crossfadeSeconds: Double = 0, startSeconds: Double = 0, gainDecibels: Double = 0
  ) {
    precondition(gapSeconds.isFinite && gapSeconds >= 0, "a gap is a finite length of time")
    precondition(startSeconds.isFinite && startSeconds >= 0 && gainDecibels <= 0, "an item is never made louder")
    self.title = title
    self.kind = kind
    self.source = source
    self.gapSeconds = gapSeconds
    self.crossfadeSeconds = crossfadeSeconds.isFinite ? max(0, crossfadeSeconds) : 0
    self.startSeconds = startSeconds
    self.gainDecibels = gainDecibels
  }
}
