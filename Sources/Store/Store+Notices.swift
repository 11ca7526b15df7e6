public import Bulletin
internal import GRDB
public import Schedule

extension Store {
  /// Makes the notices kept for `folder` equal to `notices`, in one transaction; those gone from it are kept but never air.
  public func replaceNotices(of folder: String, with notices: [StoredNotice]) throws(StoreError) {
    try write { database in
      try database.execute(sql: "UPDATE notice SET present = 0 WHERE folder = ?", arguments: [folder])
      for notice in notices { try Self.insert(notice, folder: folder, into: database) }
    }
  }

  /// Keeps `notices` beside what `folder` already has, and lets the notices `withdrawn` air no more.
  public func updateNotices(
    of folder: String, with notices: [StoredNotice], withdrawing withdrawn: [String]
  ) throws(StoreError) {
    try write { database in
      for id in withdrawn {
        try database.execute(sql: "UPDATE notice SET present = 0 WHERE folder = ? AND id = ?", arguments: [folder, id])
      }
      for notice in notices { try Self.insert(notice, folder: folder, into: database) }
    }
  }

  /// Keeps the station's own sounds under their names.
  public func keepFixtures(_ fixtures: [String: StoredSound]) throws(StoreError) {
    try write { database in
      for (name, sound) in fixtures.sorted(by: { $0.key < $1.key }) {
        try Self.insert(sound, into: database)
        try database.execute(
          sql: "INSERT INTO fixture VALUES (?, ?) ON CONFLICT DO UPDATE SET recipe = excluded.recipe",
          arguments: [name, sound.recipe])
      }
    }
  }

  /// The station's own sounds by name.
  public func fixtures() throws(StoreError) -> [String: Sound] {
    try read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT name, file, seconds FROM fixture JOIN sound USING (recipe)")
      return Dictionary(rows.map { ($0["name"], Sound(file: $0["file"], seconds: $0["seconds"])) }) { first, _ in first }
    }
  }

  /// Keeps what is said before repeats of notices, by the notices' ids.
  public func keepRepeatIntros(_ intros: [String: StoredSound]) throws(StoreError) {
    guard !intros.isEmpty else { return }
    try write { database in
      for (notice, sound) in intros.sorted(by: { $0.key < $1.key }) {
        try Self.insert(sound, into: database)
        try database.execute(
          sql: "INSERT INTO repeat_intro VALUES (?, ?) ON CONFLICT DO UPDATE SET recipe = excluded.recipe",
          arguments: [notice, sound.recipe])
      }
    }
  }

  /// What may be planned: every present notice that still parses, with how often it aired before `date`.
  /// A notice that no longer parses is returned apart, with its fault.
  public func candidates(before date: CivilDate) throws(StoreError) -> (sound: [Candidate], faults: [BulletinError]) {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT id, notice.file AS file, text, sound.file AS sound, sound.seconds AS seconds,
            intro.file AS intro, intro.seconds AS intro_seconds,
            count(as_run.row) AS plays, max(started_ms) AS last
          FROM notice JOIN sound USING (recipe)
            LEFT JOIN repeat_intro ON repeat_intro.notice = notice.id
            LEFT JOIN sound AS intro ON intro.recipe = repeat_intro.recipe
            LEFT JOIN as_run ON as_run.notice = notice.id AND outcome = 'played' AND as_run.date < ?
          WHERE present = 1 GROUP BY folder, id ORDER BY id, folder
          """,
        arguments: [date.description])
      var candidates: [Candidate] = []
      var faults: [BulletinError] = []
      for row in rows {
        do throws(BulletinError) {
          let bulletin = try BulletinParser().parse(row["text"], file: row["file"], id: row["id"])
          candidates.append(
            Candidate(
              bulletin: bulletin, sound: Sound(file: row["sound"], seconds: row["seconds"]), repeatIntro: Self.intro(row),
              plays: row["plays"], lastUnixMilliseconds: row["last"]))
        } catch {
          faults.append(error)
        }
      }
      return (candidates, faults)
    }
  }

  /// The columns `intro` and `intro_seconds`, either NULL when there is none.
  static func intro(_ row: Row) -> Sound? {
    guard let file: String = row["intro"], let seconds: Double = row["intro_seconds"] else { return nil }
    return Sound(file: file, seconds: seconds)
  }

  private static func insert(_ notice: StoredNotice, folder: String, into database: Database) throws {
    try insert(notice.sound, into: database)
    try database.execute(
      sql: """
        INSERT INTO notice VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET
          file = excluded.file, text = excluded.text, recipe = excluded.recipe, present = 1
        """,
      arguments: [folder, notice.id, notice.file, notice.text, notice.sound.recipe])
  }

  private static func insert(_ sound: StoredSound, into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO sound VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
          file = excluded.file, seconds = excluded.seconds, lufs = excluded.lufs, dbtp = excluded.dbtp
        """,
      arguments: [sound.recipe, sound.sound.file, sound.sound.seconds, sound.lufs, sound.dBTP])
  }
}
