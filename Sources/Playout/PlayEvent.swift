/// What a player reports while it plays, in the order it is heard.
public enum PlayEvent: Sendable, Hashable {
  /// The item's first frame sounds.
  case started(index: Int, item: PlaylistItem, totalSeconds: Double)
  /// So much of the item has sounded.
  case progress(index: Int, seconds: Double, totalSeconds: Double)
  /// The item is over, or was passed over.
  case ended(index: Int, item: PlaylistItem, outcome: PlayOutcome)
}
