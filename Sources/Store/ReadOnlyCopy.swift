internal import Foundation

/// A copy of a database that can't be opened in its place: on a read-only disk SQLite's write-ahead log has nowhere to keep its index,
/// and what was planned and approved must still be read. It goes away with its owner.
final class ReadOnlyCopy: Sendable {
  let path: String
  private let folder: String

  /// Nil when the file can't be read or copied either.
  init?(of original: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "loa-doc-\(UUID().uuidString)").path
    self.folder = folder
    path = folder + "/station.sqlite"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.copyItem(atPath: original, toPath: path)
      // What was written last may still be in the log.
      if FileManager.default.fileExists(atPath: original + "-wal") {
        try FileManager.default.copyItem(atPath: original + "-wal", toPath: path + "-wal")
      }
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      return nil
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
