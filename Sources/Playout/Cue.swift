/// What comes next on a loudspeaker.
public enum Cue: Sendable, Hashable {
  /// An item that was checked ahead.
  case item(CheckedItem)
  /// An item that failed its check.
  case skip(PlaylistItem, SkipReason)
  /// Nothing yet: silence goes on for so many seconds; asked again shortly before they are over.
  case silence(seconds: Double)
  /// Nothing more: the loudspeaker is let go.
  case end
}
