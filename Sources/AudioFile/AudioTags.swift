/// What a sound file says about itself; empty strings are not written.
public struct AudioTags: Sendable, Hashable {
  public var title: String
  public var artist: String
  public var comment: String
  /// ISO 8601 date.
  public var date: String

  public init(title: String = "", artist: String = "", comment: String = "", date: String = "") {
    self.title = title
    self.artist = artist
    self.comment = comment
    self.date = date
  }
}
