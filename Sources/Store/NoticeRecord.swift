internal import Bulletin
internal import GRDB

/// Rows of the notice tables inside one transaction; the only place that writes a notice's state.
enum NoticeRecord {
  static let openStart = "0000-00-00"
  static let openEnd = "9999-99-99"

  static func fetch(_ id: NoticeID, in database: Database) throws -> SubmittedNotice {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM submission WHERE number = ?", arguments: [id.number]) else {
      throw StoreError.noSuchNotice(id)
    }
    return try SubmittedNotice(kept: row)
  }

  static func insert(_ submission: Submission, by act: Act, into database: Database) throws -> NoticeID {
    try refuseDuplicate(of: submission, except: nil, in: database)
    let bulletin = submission.bulletin
    try database.execute(
      sql: """
        INSERT INTO submission (version, file, title, class, valid_from, valid_to, content, state, live, submitted_ms)
        VALUES (1, ?, ?, ?, ?, ?, ?, 'submitted', 1, ?)
        """,
      arguments: [
        submission.file, bulletin.title, bulletin.noticeClass.rawValue, bulletin.validity.first?.description ?? openStart,
        bulletin.validity.last?.description ?? openEnd, submission.content, act.unixMilliseconds,
      ])
    let id = NoticeID(number: Int(database.lastInsertedRowID))
    try insertText(of: submission, id: id, version: 1, into: database)
    try insertEvent("submit", submission.file, id: id, version: 1, by: act, into: database)
    return id
  }

  /// The next version: its sound is to be made again, and it is to be approved again.
  static func edit(_ id: NoticeID, to submission: Submission, by act: Act, in database: Database) throws {
    let version = try fetch(id, in: database).version + 1
    try refuseDuplicate(of: submission, except: id, in: database)
    let bulletin = submission.bulletin
    try database.execute(
      sql: """
        UPDATE submission SET version = ?, file = ?, title = ?, class = ?, valid_from = ?, valid_to = ?, content = ?,
          recipe = NULL, sound = NULL, audio = NULL, seconds = NULL, lufs = NULL, dbtp = NULL
        WHERE number = ?
        """,
      arguments: [
        version, submission.file, bulletin.title, bulletin.noticeClass.rawValue,
        bulletin.validity.first?.description ?? openStart, bulletin.validity.last?.description ?? openEnd, submission.content,
        id.number,
      ])
    try insertText(of: submission, id: id, version: version, into: database)
    try step(.edit, id, by: act, in: database)
  }

  /// Takes a notice one step on in its life and writes down who did it.
  @discardableResult static func step(
    _ step: NoticeState.Step, _ id: NoticeID, by act: Act, in database: Database
  ) throws -> SubmittedNotice {
    let notice = try fetch(id, in: database)
    let state: NoticeState
    do { state = try notice.state.after(step) } catch { throw StoreError.illegalStep(id, error) }
    let (name, detail) = state.columns
    try database.execute(
      sql: "UPDATE submission SET state = ?, detail = ?, live = ? WHERE number = ?",
      arguments: [name, detail, state.isLive ? 1 : 0, id.number])
    try insertEvent(step.columns.name, step.columns.detail, id: id, version: notice.version, by: act, into: database)
    return notice
  }

  /// Listening is no step of its life, but a part of its history.
  static func hear(_ id: NoticeID, by act: Act, in database: Database) throws {
    try insertEvent("hear", nil, id: id, version: fetch(id, in: database).version, by: act, into: database)
  }

  /// Whether a notice is there, approved, and on no day sheet yet.
  static func isWaiting(_ id: NoticeID, in database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "SELECT state FROM submission WHERE number = ?", arguments: [id.number]) == "rendered"
  }

  /// A slot of the notice was played. One that was withdrawn while it was on air keeps its state: what sounded is in the log.
  static func aired(_ id: NoticeID, at unixMilliseconds: Int, in database: Database) throws {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM submission WHERE number = ?", arguments: [id.number])
    else { return }
    let act = Act(person: "loa", unixMilliseconds: unixMilliseconds)
    switch try SubmittedNotice(kept: row).state {
    case .rendered:
      try step(.schedule, id, by: act, in: database)
      try step(.air, id, by: act, in: database)
    case .scheduled, .aired: try step(.air, id, by: act, in: database)
    default: return
    }
  }

  private static func refuseDuplicate(of submission: Submission, except id: NoticeID?, in database: Database) throws {
    let twin = try Int.fetchOne(
      database, sql: "SELECT number FROM submission WHERE content = ? AND live = 1 AND number IS NOT ?",
      arguments: [submission.content, id?.number])
    if let twin { throw StoreError.duplicate(of: NoticeID(number: twin)) }
  }

  private static func insertText(of submission: Submission, id: NoticeID, version: Int, into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO submission_version VALUES (?, ?, ?)", arguments: [id.number, version, submission.text])
    for (path, kept) in submission.recordings.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        sql: "INSERT INTO submission_recording VALUES (?, ?, ?, ?)", arguments: [id.number, version, path, kept])
    }
  }

  private static func insertEvent(
    _ step: String, _ detail: String?, id: NoticeID, version: Int, by act: Act, into database: Database
  ) throws {
    try database.execute(
      sql: "INSERT INTO notice_event (number, version, step, detail, person, at_ms) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [id.number, version, step, detail, act.person, act.unixMilliseconds])
  }
}
