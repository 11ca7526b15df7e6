import Bulletin
import Foundation
import Schedule
import Store
import Testing

/// Databases of every released schema become the present one with all that is in them.
@Suite struct MigrationTests {
  /// As version 0.1.0 made it; never to be changed.
  private static let schema1 = """
    CREATE TABLE sound (
      recipe TEXT PRIMARY KEY,
      file TEXT NOT NULL,
      seconds REAL NOT NULL,
      lufs REAL,
      dbtp REAL
    ) STRICT;
    CREATE TABLE notice (
      folder TEXT NOT NULL,
      id TEXT NOT NULL,
      file TEXT NOT NULL,
      text TEXT NOT NULL,
      recipe TEXT NOT NULL REFERENCES sound(recipe),
      present INTEGER NOT NULL,
      PRIMARY KEY (folder, id)
    ) STRICT;
    CREATE TABLE fixture (
      name TEXT PRIMARY KEY,
      recipe TEXT NOT NULL REFERENCES sound(recipe)
    ) STRICT;
    CREATE TABLE as_run (
      row INTEGER PRIMARY KEY AUTOINCREMENT,
      date TEXT NOT NULL,
      session TEXT NOT NULL,
      notice TEXT,
      title TEXT NOT NULL,
      file TEXT NOT NULL,
      started_ms INTEGER,
      outcome TEXT NOT NULL CHECK (outcome IN ('played', 'interrupted', 'skipped', 'missed')),
      reason TEXT
    ) STRICT;
    CREATE INDEX as_run_by_notice ON as_run (notice, outcome);
    CREATE INDEX as_run_by_date ON as_run (date);
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1: notices, sounds, as-run log');
    """

  private static let rows = """
    INSERT INTO sound VALUES ('r1', 'a.flac', 12.5, -16, -1.2), ('r2', 'chime.flac', 3, NULL, NULL);
    INSERT INTO notice VALUES ('bulletins', 'a', 'a.md', 'Họp thôn' || char(10) || 'Mời bà con.', 'r1', 1),
      ('bulletins', 'b', 'b.md', 'Tin cũ' || char(10) || 'Hết.', 'r1', 0);
    INSERT INTO fixture VALUES ('chime', 'r2');
    INSERT INTO as_run (date, session, notice, title, file, started_ms, outcome, reason) VALUES
      ('2026-11-20', 'sáng', NULL, 'chime', 'chime.flac', 1795127400000, 'played', NULL),
      ('2026-11-20', 'sáng', 'a', 'Họp thôn', 'a.flac', 1795127403000, 'played', NULL),
      ('2026-11-20', 'sáng', 'a', 'Họp thôn', 'a.flac', NULL, 'missed', 'playing ended before its turn'),
      ('2026-11-21', 'sáng', 'a', 'Họp thôn', 'a.flac', 1795213803000, 'interrupted', 'after 2.5 s');
    """

  @Test func schema1KeepsItsNoticesSoundsAndLog() throws {
    let files = try TestStore()
    try files.execute(Self.schema1 + Self.rows)
    let store = try files.open()
    let candidates = try store.candidates(before: try #require(CivilDate(written: "2026-11-22")))
    #expect(candidates.faults.isEmpty && candidates.sound.map(\.bulletin.title) == ["Họp thôn"])
    #expect(candidates.sound.first?.plays == 1 && candidates.sound.first?.sound.file == "a.flac")
    #expect(try store.fixtures()["chime"]?.seconds == 3)
    let log = try store.asRun(on: TestStore.day)
    #expect(log.map(\.slot.name) == ["chime", "a", "a"] && log.map(\.slot.ordinal) == [1, 1, 2])
    #expect(log.last?.outcome == .missed("playing ended before its turn"))
    #expect(try store.verifyAsRun().rows == 4 && store.verifyAsRun().fault == nil)
    #expect(try store.notices(limit: 5).isEmpty)
  }

  @Test func schema2KeepsItsChainAndTakesNotices() throws {
    let files = try TestStore()
    try files.execute(Self.schema1 + Self.rows)
    let head = try files.open().asRunHead()
    // As the second version left it: without the tables of the third.
    try files.execute(
      """
      DROP TABLE notice_event; DROP TABLE approval; DROP TABLE submission_recording; DROP TABLE submission_version;
      DROP TABLE submission; DROP TABLE repeat_intro; DROP TABLE approval_check; DROP TABLE fixture_conditions; DELETE FROM grdb_migrations WHERE identifier LIKE '3:%';
      """)
    let store = try files.open()
    #expect(try store.asRunHead() == head && store.verifyAsRun().fault == nil)
    let id = try store.submit(try TestStore.submission("Một\nHọp."), by: TestStore.act)
    try store.append([TestStore.row(1, notice: "\(id)")])
    #expect(try store.verifyAsRun().rows == 5 && store.verifyAsRun().fault == nil)
    // Opened again: nothing is migrated twice.
    #expect(try files.open().notice(id).state == .submitted)
  }
}
