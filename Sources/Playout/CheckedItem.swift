public import PCM

/// An item whose sound was decoded to its end, so that it is known to be whole.
public struct CheckedItem: Sendable, Hashable {
  public let item: PlaylistItem
  /// From where it begins to its end.
  public let frames: Int

  /// Opens and decodes the item; takes about a thousandth of the time it sounds.
  /// - Throws: why it cannot be played at `rate`.
  public init(_ item: PlaylistItem, rate: SampleRate = .broadcast) throws(SkipReason) {
    let frames = try CueCheck.check(item, rate: rate).get()
    self.init(item, frames: frames, rate: rate)
  }

  init(_ item: PlaylistItem, frames: Int, rate: SampleRate) {
    self.item = item
    self.frames = max(0, frames - rate.frames(inSeconds: item.startSeconds))
  }
}
