public import Bulletin
internal import GRDB
internal import Schedule

extension Store {
  /// Adds rows to the as-run log, in one transaction; rows are never changed or removed.
  ///
  /// - Parameter isAgain: the rows were played by hand: a slot that has ended already gets the next free ordinal.
  /// - Throws: `StoreError.slotHasEnded` when a slot has ended before; nothing is written then.
  public func append(_ rows: [AsRunRow], isAgain: Bool = false) throws(StoreError) {
    guard !rows.isEmpty else { return }
    var ended: Slot?
    try write { database in
      let first = (try Int64.fetchOne(database, sql: "SELECT max(row) FROM as_run") ?? 0) + 1
      let findTaken = try database.cachedStatement(
        sql: "SELECT max(ordinal) FROM as_run WHERE date = ? AND session = ? AND name = ? AND ordinal >= ?")
      let insert = try database.cachedStatement(
        sql: """
          INSERT INTO as_run (date, session, name, ordinal, notice, title, file, started_ms, outcome, reason, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
          """)
      for row in rows {
        let slot = row.slot
        let taken = try Int.fetchOne(
          findTaken,
          arguments: [slot.date.description, slot.session, slot.name, slot.ordinal])
        if taken != nil, !isAgain {
          let isSame = try Bool.fetchOne(
            database, sql: "SELECT 1 FROM as_run WHERE date = ? AND session = ? AND name = ? AND ordinal = ?",
            arguments: [slot.date.description, slot.session, slot.name, slot.ordinal])
          if isSame == true {
            ended = slot
            throw DatabaseError(resultCode: .SQLITE_ABORT, message: "the slot has ended")
          }
        }
        let (outcome, reason) = row.outcome.columns
        try insert.execute(
          arguments: [
            slot.date.description, slot.session, slot.name, isAgain ? taken.map { $0 + 1 } ?? slot.ordinal : slot.ordinal,
            row.notice,
            row.title, row.file, row.startedUnixMilliseconds, outcome, reason,
          ])
      }
      try AsRunChain.seal(from: first, database)
      for row in rows where row.outcome == .played {
        if let id = row.notice.flatMap(NoticeID.init(exactly:)) {
          try NoticeRecord.aired(id, at: row.startedUnixMilliseconds ?? 0, in: database)
        }
      }
    } orThrow: {
      ended.map(StoreError.slotHasEnded)
    }
  }

  /// What ran on `date`, in the order it was written.
  public func asRun(on date: CivilDate) throws(StoreError) -> [AsRunRow] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM as_run WHERE date = ? ORDER BY row", arguments: [date.description])
        .map { row in
          AsRunRow(
            slot: Slot(date: date, session: row["session"], name: row["name"], ordinal: row["ordinal"]), notice: row["notice"],
            title: row["title"], file: row["file"], startedUnixMilliseconds: row["started_ms"],
            outcome: AsRunRow.Outcome(column: row["outcome"], reason: row["reason"] ?? ""))
        }
    }
  }

  /// The hash of the log's last row, which stands for all of it.
  public func asRunHead() throws(StoreError) -> String { try read { try AsRunChain.head($0) } }

  /// How many rows the log has, and the first thing wrong with it, if any.
  public func verifyAsRun() throws(StoreError) -> (rows: Int, fault: AsRunFault?) {
    try read { database in
      var (previous, last, count) = (AsRunChain.root, 0, 0)
      let rows = try Row.fetchCursor(database, sql: "SELECT * FROM as_run ORDER BY row")
      while let row = try rows.next() {
        let number: Int = row["row"]
        let hash: String = row["hash"]
        if hash != AsRunChain.hash(of: row, behind: previous) {
          return (count, number == last + 1 ? .changed(row: number) : .removed(after: last, before: number))
        }
        (previous, last, count) = (hash, number, count + 1)
      }
      let wanted = try Int.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'as_run'") ?? 0
      return (count, wanted > last ? .cutOff(after: last, wanted: wanted) : nil)
    }
  }

  /// The newest moment written down anywhere; milliseconds after 1970, 0 in an empty database.
  public func newestMoment() throws(StoreError) -> Int {
    try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT max(ifnull((SELECT max(at_ms) FROM notice_event WHERE row > (SELECT max(row) - 100 FROM notice_event)), 0),
            ifnull((SELECT max(started_ms) FROM as_run WHERE row > (SELECT max(row) - 100 FROM as_run)), 0))
          """) ?? 0
    }
  }

  /// How long each notice that first aired on the days from `first` to `last` had waited since its submission, in
  /// milliseconds, the shortest first.
  public func waits(from first: CivilDate, to last: CivilDate) throws(StoreError) -> [Int] {
    try read { database in
      try Int.fetchAll(
        database,
        sql: """
          SELECT min(started_ms) - submitted_ms AS wait
          FROM (SELECT DISTINCT notice FROM as_run WHERE date BETWEEN ? AND ? AND outcome = 'played' AND notice LIKE 'TB%') AS heard
            JOIN submission ON heard.notice = 'TB' || number AND number = CAST(substr(heard.notice, 3) AS INTEGER)
            JOIN as_run ON as_run.notice = heard.notice AND outcome = 'played'
          GROUP BY number HAVING min(as_run.date) >= ? ORDER BY wait
          """, arguments: [first.description, last.description, first.description])
    }
  }

  /// How many slots of the days from `first` to `last` ended in which way, and why.
  public func asRunCounts(from first: CivilDate, to last: CivilDate) throws(StoreError) -> [AsRunCount] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT outcome, reason, count(*) AS count FROM as_run WHERE date BETWEEN ? AND ?
          GROUP BY outcome, reason ORDER BY outcome, count DESC, reason
          """,
        arguments: [first.description, last.description]
      ).map { AsRunCount(outcome: AsRunRow.Outcome(column: $0["outcome"], reason: $0["reason"] ?? ""), count: $0["count"]) }
    }
  }
}
