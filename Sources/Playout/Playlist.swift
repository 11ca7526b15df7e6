/// What a session plays, in order.
public struct Playlist: Sendable, Hashable {
  public var items: [PlaylistItem]

  public init(_ items: [PlaylistItem]) { self.items = items }

  /// Files one after the other, titled by their names.
  public init(files: [String], gapSeconds: Double = 0) {
    items = files.map { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return PlaylistItem(title: name, source: .file(path: path), gapSeconds: gapSeconds)
    }
  }
}
