public import Bulletin
internal import GRDB
public import Schedule

extension Store {
  public func notice(_ id: NoticeID) throws(StoreError) -> SubmittedNotice {
    try read { try NoticeRecord.fetch(id, in: $0) }
  }

  /// A page of notices, the latest first.
  /// - Parameters:
  ///   - states: names of `NoticeState`; empty for all.
  ///   - before: only notices submitted earlier than this one.
  public func notices(in states: [String] = [], before: NoticeID? = nil, limit: Int) throws(StoreError) -> [SubmittedNotice] {
    try read { database in
      let top = before.map { $0.number - 1 } ?? .max
      let sql =
        states.isEmpty
        ? "SELECT * FROM submission WHERE number <= ? ORDER BY number DESC LIMIT ?"
        : """
        SELECT * FROM submission WHERE number <= ? AND state IN (\(states.map { _ in "?" }.joined(separator: ", ")))
        ORDER BY number DESC LIMIT ?
        """
      let arguments = StatementArguments([top]) + StatementArguments(states) + StatementArguments([limit])
      return try Row.fetchAll(database, sql: sql, arguments: arguments).map { try SubmittedNotice(kept: $0) }
    }
  }

  /// The text of one version, and the station's copies of its recordings by the path it writes.
  public func text(of id: NoticeID, version: Int) throws(StoreError) -> (text: String, recordings: [String: String]) {
    try read { database in
      guard
        let text = try String.fetchOne(
          database, sql: "SELECT text FROM submission_version WHERE number = ? AND version = ?", arguments: [id.number, version])
      else { throw StoreError.noSuchNotice(id) }
      let rows = try Row.fetchAll(
        database, sql: "SELECT path, kept FROM submission_recording WHERE number = ? AND version = ?",
        arguments: [id.number, version])
      return (text, Dictionary(rows.map { ($0["path"], $0["kept"]) }) { first, _ in first })
    }
  }

  /// Everything that happened to a notice, in order.
  public func history(of id: NoticeID) throws(StoreError) -> [NoticeEvent] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM notice_event WHERE number = ? ORDER BY row", arguments: [id.number])
        .map {
          NoticeEvent(
            version: $0["version"], step: $0["step"], detail: $0["detail"], person: $0["person"], unixMilliseconds: $0["at_ms"])
        }
    }
  }

  /// A notice that may air, and what its plan needs to know.
  public struct Airable: Sendable {
    public let notice: SubmittedNotice
    /// Of its present version, as written.
    public let text: String
    /// The station's copies of the recordings it plays, by the path it writes.
    public let recordings: [String: String]
    public let repeatIntro: Sound?
    public let plays: Int
    public let lastUnixMilliseconds: Int?
  }

  /// Notices with an approval and its sound that may air on `date` or later, in order of their ids, with how often and when
  /// their present version aired before `date`. Whether the approval still fits must be checked before any is planned.
  /// - Returns: the notices, and rows that make no sense.
  public func airable(from date: CivilDate) throws(StoreError) -> (notices: [Airable], damaged: [StoreError]) {
    try read { database in
      let kept = try Row.fetchAll(
        database,
        sql: "SELECT submission_recording.* FROM submission_recording JOIN submission USING (number, version) WHERE live = 1")
      var recordings: [Int: [String: String]] = [:]
      for row in kept { recordings[row["number"], default: [:]][row["path"]] = row["kept"] }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT submission.*, text, intro.file AS intro, intro.seconds AS intro_seconds,
            count(as_run.row) AS plays, max(started_ms) AS last FROM submission
            JOIN submission_version USING (number, version)
            LEFT JOIN repeat_intro ON repeat_intro.notice = 'TB' || submission.number
            LEFT JOIN sound AS intro ON intro.recipe = repeat_intro.recipe
            LEFT JOIN as_run ON as_run.notice = 'TB' || submission.number AND outcome = 'played' AND as_run.date < ?
              AND started_ms >= (
                SELECT max(at_ms) FROM notice_event WHERE notice_event.number = submission.number AND step IN ('submit', 'edit'))
          WHERE state IN ('rendered', 'scheduled', 'aired') AND valid_to >= ?
          GROUP BY submission.number ORDER BY submission.number
          """, arguments: [date.description, date.description])
      var found: (notices: [Airable], damaged: [StoreError]) = ([], [])
      for row in rows {
        do throws(StoreError) {
          found.notices.append(
            Airable(
              notice: try SubmittedNotice(kept: row), text: row["text"], recordings: recordings[row["number"]] ?? [:],
              repeatIntro: Self.intro(row), plays: row["plays"], lastUnixMilliseconds: row["last"]))
        } catch {
          found.damaged.append(error)
        }
      }
      return found
    }
  }

  /// Every file that must stay: sounds of notices that can still air, of folders' present notices and of fixtures, and
  /// sounds that finished after `unixMilliseconds`.
  public func neededSounds(since unixMilliseconds: Int) throws(StoreError) -> Set<String> {
    try read { database in
      Set(
        try String.fetchAll(
          database,
          sql: """
            SELECT sound FROM submission WHERE sound IS NOT NULL
              AND (live = 1 OR (SELECT max(at_ms) FROM notice_event WHERE notice_event.number = submission.number) >= ?)
            UNION SELECT sound.file FROM notice JOIN sound USING (recipe) WHERE present = 1
            UNION SELECT sound.file FROM fixture JOIN sound USING (recipe)
            UNION SELECT sound.file FROM repeat_intro JOIN sound USING (recipe)
              LEFT JOIN submission ON repeat_intro.notice = 'TB' || submission.number WHERE live IS NOT 0
            UNION SELECT file FROM as_run WHERE started_ms >= ?
            """, arguments: [unixMilliseconds, unixMilliseconds]))
    }
  }

  /// Names of the copies of recordings that must stay, by the same rule.
  public func neededRecordings(since unixMilliseconds: Int) throws(StoreError) -> Set<String> {
    try read { database in
      Set(
        try String.fetchAll(
          database,
          sql: """
            SELECT DISTINCT kept FROM submission_recording JOIN submission USING (number)
            WHERE live = 1 OR (SELECT max(at_ms) FROM notice_event WHERE notice_event.number = submission.number) >= ?
            """, arguments: [unixMilliseconds]))
    }
  }
}
