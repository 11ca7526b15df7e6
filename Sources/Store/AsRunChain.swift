internal import GRDB

/// The chain of the as-run log: each row carries the SHA-256 of the row before it and of its own fields, so that no row can be changed,
/// taken out or put in without every later hash telling.
enum AsRunChain {
  /// Stands before the first row.
  static let root = String(repeating: "0", count: 64)

  static let columns = [
    "row", "date", "session", "name", "ordinal", "notice", "title", "file", "started_ms", "outcome", "reason",
  ]

  /// The hash of a row behind `previous`: over the fields in `columns`' order, each as a netstring, NULL as `-`.
  static func hash(of row: Row, behind previous: String) -> String {
    var text = previous
    for column in columns {
      switch (row[column] as DatabaseValue).storage {
      case .string(let value): text += "\(value.utf8.count):\(value),"
      case .int64(let value): text += "\("\(value)".utf8.count):\(value),"
      // The table is STRICT: numbers and texts are all there is.
      case .null, .double, .blob: text += "-,"
      }
    }
    return ContentHash.of(text.utf8)
  }

  /// The last row's hash; `root` of an empty log.
  static func head(_ database: Database) throws -> String {
    try String.fetchOne(database, sql: "SELECT hash FROM as_run ORDER BY row DESC LIMIT 1") ?? root
  }

  /// Gives the rows from `first` on, added without one, their hashes.
  static func seal(from first: Int64, _ database: Database) throws {
    var previous =
      try String.fetchOne(database, sql: "SELECT hash FROM as_run WHERE row < ? ORDER BY row DESC LIMIT 1", arguments: [first])
      ?? root
    let update = try database.cachedStatement(sql: "UPDATE as_run SET hash = ? WHERE row = ?")
    for row in try Row.fetchAll(database, sql: "SELECT * FROM as_run WHERE row >= ? ORDER BY row", arguments: [first]) {
      previous = hash(of: row, behind: previous)
      try update.execute(arguments: [previous, row["row"] as Int64])
    }
  }
}
