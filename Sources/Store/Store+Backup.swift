internal import GRDB

extension Store {
  /// Copies the whole database into a new file while others go on reading and writing it (SQLite's online backup).
  public func copy(to destination: String) throws(StoreError) {
    do {
      let copy = try DatabaseQueue(path: destination)
      try database.backup(to: copy)
      // One file, no journal beside it.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    } catch {
      throw StoreError(error, path: destination)
    }
  }

  /// SQLite's own check of every page and index.
  /// - Throws: `StoreError.damaged` with what it found.
  public func checkIntegrity() throws(StoreError) {
    let found = try read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    guard found == ["ok"] else { throw .damaged(path: path, reason: found.prefix(3).joined(separator: "; ")) }
  }
}
