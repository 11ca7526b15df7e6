import Bulletin
import Foundation
import GRDB
import Schedule
import Store
import Testing

@Suite struct AsRunChainTests {
  private let path: String
  private let date: CivilDate

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "loa-chain-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/station.sqlite"
    date = try #require(CivilDate(year: 2026, month: 11, day: 20))
  }

  private func row(_ name: String, _ outcome: AsRunRow.Outcome = .played) -> AsRunRow {
    AsRunRow(
      slot: Slot(date: date, session: "sáng", name: name), notice: name, title: "Tin \(name), «lạ»", file: "\(name).flac",
      startedUnixMilliseconds: outcome == .played ? 1_795_127_400_000 : nil, outcome: outcome)
  }

  /// Somebody at the database with its own tools.
  private func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(sql: "DROP TRIGGER as_run_is_not_changed; DROP TRIGGER as_run_is_not_removed;" + sql)
    }
    try queue.close()
  }

  private func filled() throws -> Store {
    let store = try Store(path: path)
    try store.append([row("a"), row("b", .skipped("missing file"))])
    try store.append([row("c", .missed("too late")), row("d")])
    return store
  }

  @Test func aLogThatNobodyTouchedIsWhole() throws {
    let store = try filled()
    let (rows, fault) = try store.verifyAsRun()
    #expect(rows == 4 && fault == nil)
    #expect(try store.asRunHead().count == 64)
    #expect(try Store(path: path).asRunHead() == store.asRunHead())
    #expect(try Store(path: path + "-empty").verifyAsRun().fault == nil)
  }

  @Test(arguments: [
    ("UPDATE as_run SET outcome = 'played', reason = NULL WHERE row = 3", AsRunFault.changed(row: 3)),
    ("UPDATE as_run SET title = title || ' ' WHERE row = 1", .changed(row: 1)),
    ("UPDATE as_run SET started_ms = started_ms + 1 WHERE row = 4", .changed(row: 4)),
    ("UPDATE as_run SET hash = 'ff' WHERE row = 2", .changed(row: 2)),
    ("DELETE FROM as_run WHERE row = 2", .removed(after: 1, before: 3)),
    ("DELETE FROM as_run WHERE row >= 3", .cutOff(after: 2, wanted: 4)),
    ("DELETE FROM as_run WHERE row = 1", .removed(after: 0, before: 2)),
  ])
  func whateverIsDoneToItIsFoundAndNamed(sql: String, fault: AsRunFault) throws {
    _ = try filled()
    try tamper(sql)
    let found = try Store(path: path).verifyAsRun().fault
    #expect(found == fault)
    #expect(found?.vietnamese.isEmpty == false && found?.english.isEmpty == false)
  }

  @Test func rowsAreNeitherChangedNorRemovedByOrdinaryMeans() throws {
    _ = try filled()
    let queue = try DatabaseQueue(path: path)
    for sql in ["UPDATE as_run SET title = 'x'", "DELETE FROM as_run"] {
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
    #expect(try Store(path: path).verifyAsRun().rows == 4)
  }

  @Test func aSlotEndsOnceAndWhatIsPlayedAgainByHandIsAnother() throws {
    let store = try filled()
    let error = #expect(throws: StoreError.self) { try store.append([row("e"), row("a")]) }
    #expect(error == .slotHasEnded(row("a").slot))
    #expect(try store.asRun(on: date).count == 4)
    try store.append([row("a"), row("a")], isAgain: true)
    #expect(try store.asRun(on: date).filter { $0.slot.name == "a" }.map(\.slot.ordinal) == [1, 2, 3])
    #expect(try store.verifyAsRun().fault == nil)
  }

  @Test func theFirstReleasesDatabaseIsTakenOverAndChained() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE sound (recipe TEXT PRIMARY KEY, file TEXT NOT NULL, seconds REAL NOT NULL, lufs REAL, dbtp REAL) STRICT;
          CREATE TABLE notice (folder TEXT NOT NULL, id TEXT NOT NULL, file TEXT NOT NULL, text TEXT NOT NULL,
            recipe TEXT NOT NULL REFERENCES sound(recipe), present INTEGER NOT NULL, PRIMARY KEY (folder, id)) STRICT;
          CREATE TABLE fixture (name TEXT PRIMARY KEY, recipe TEXT NOT NULL REFERENCES sound(recipe)) STRICT;
          CREATE TABLE as_run (row INTEGER PRIMARY KEY AUTOINCREMENT, date TEXT NOT NULL, session TEXT NOT NULL, notice TEXT,
            title TEXT NOT NULL, file TEXT NOT NULL, started_ms INTEGER,
            outcome TEXT NOT NULL CHECK (outcome IN ('played', 'interrupted', 'skipped', 'missed')), reason TEXT) STRICT;
          CREATE INDEX as_run_by_notice ON as_run (notice, outcome);
          CREATE INDEX as_run_by_date ON as_run (date);
          CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
          INSERT INTO grdb_migrations VALUES ('1: notices, sounds, as-run log');
          INSERT INTO sound VALUES ('r', 'a.flac', 12.5, -16, -1);
          INSERT INTO notice VALUES ('f', 'a', 'a.md', 'Họp', 'r', 1);
          INSERT INTO as_run (date, session, notice, title, file, started_ms, outcome, reason) VALUES
            ('2026-11-19', 'sáng', NULL, 'chime', 'c.flac', 1, 'played', NULL),
            ('2026-11-19', 'sáng', 'a', 'Họp', 'a.flac', 2, 'played', NULL),
            ('2026-11-19', 'sáng', 'a', 'Họp', 'a.flac', 3, 'interrupted', 'SIGINT');
          """)
    }
    try queue.close()
    let store = try Store(path: path)
    let (rows, fault) = try store.verifyAsRun()
    #expect(rows == 3 && fault == nil)
    let day = try #require(CivilDate(year: 2026, month: 11, day: 19))
    #expect(
      try store.asRun(on: day).map(\.slot.description) == [
        "2026-11-19/sáng/chime/1", "2026-11-19/sáng/a/1", "2026-11-19/sáng/a/2",
      ])
    #expect(try store.candidates(before: date).sound.first?.plays == 1)
  }
}
