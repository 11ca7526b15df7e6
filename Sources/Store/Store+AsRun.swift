public import Bulletin
internal import GRDB

/// How one slot of the day sheet ended.
public struct AsRunRow: Sendable, Hashable {
  /// Each slot ends as exactly one of these.
  public enum Outcome: Sendable, Hashable {
    case played
    case interrupted(String)
    case skipped(String)
    case missed(String)
  }

  public var date: CivilDate
  public var session: String
  /// Nil for chime, greeting and closing.
  public var notice: String?
  public var title: String
  public var file: String
  /// Milliseconds after 1970-01-01T00:00:00Z; nil when it never started.
  public var startedUnixMilliseconds: Int?
  public var outcome: Outcome

  public init(
    date: CivilDate, session: String, notice: String?, title: String, file: String, startedUnixMilliseconds: Int?,
    outcome: Outcome
  ) {
    self.date = date
    self.session = session
    self.notice = notice
    self.title = title
    self.file = file
    self.startedUnixMilliseconds = startedUnixMilliseconds
    self.outcome = outcome
  }
}

extension Store {
  /// Adds rows to the as-run log, in one transaction; rows are never changed or removed.
  public func append(_ rows: [AsRunRow]) throws(StoreError) {
    try write { database in
      for row in rows {
        let (outcome, reason) = row.outcome.columns
        try database.execute(
          sql: """
            INSERT INTO as_run (date, session, notice, title, file, started_ms, outcome, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            row.date.description, row.session, row.notice, row.title, row.file, row.startedUnixMilliseconds, outcome, reason,
          ])
      }
    }
  }

  /// What ran on `date`, in the order it was written.
  public func asRun(on date: CivilDate) throws(StoreError) -> [AsRunRow] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM as_run WHERE date = ? ORDER BY row", arguments: [date.description])
        .map { row in
          AsRunRow(
            date: date, session: row["session"], notice: row["notice"], title: row["title"], file: row["file"],
            startedUnixMilliseconds: row["started_ms"],
            outcome: AsRunRow.Outcome(column: row["outcome"], reason: row["reason"] ?? ""))
        }
    }
  }
}

extension AsRunRow.Outcome {
  fileprivate var columns: (outcome: String, reason: String?) {
    switch self {
    case .played: ("played", nil)
    case .interrupted(let reason): ("interrupted", reason)
    case .skipped(let reason): ("skipped", reason)
    case .missed(let reason): ("missed", reason)
    }
  }

  fileprivate init(column: String, reason: String) {
    switch column {
    case "played": self = .played
    case "interrupted": self = .interrupted(reason)
    case "skipped": self = .skipped(reason)
    default: self = .missed(reason)
    }
  }
}
