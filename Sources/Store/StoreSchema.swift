internal import GRDB

/// The schema, one migration for each released version; a migration once released never changes.
enum StoreSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: notices, sounds, as-run log") { database in
      try database.execute(
        sql: """
          CREATE TABLE sound (
            recipe TEXT PRIMARY KEY,          -- hash of text, reading, voice and chain
            file TEXT NOT NULL,
            seconds REAL NOT NULL,
            lufs REAL,                        -- NULL for silence
            dbtp REAL
          ) STRICT;
          CREATE TABLE notice (
            folder TEXT NOT NULL,             -- where it was submitted from
            id TEXT NOT NULL,
            file TEXT NOT NULL,               -- the file's name, for messages
            text TEXT NOT NULL,               -- as written, decoded
            recipe TEXT NOT NULL REFERENCES sound(recipe),
            present INTEGER NOT NULL,         -- 0 when its file is gone: kept, never aired
            PRIMARY KEY (folder, id)
          ) STRICT;
          CREATE TABLE fixture (
            name TEXT PRIMARY KEY,            -- chime, greeting:SESSION, closing:SESSION
            recipe TEXT NOT NULL REFERENCES sound(recipe)
          ) STRICT;
          CREATE TABLE as_run (
            row INTEGER PRIMARY KEY AUTOINCREMENT,
            date TEXT NOT NULL,
            session TEXT NOT NULL,
            notice TEXT,                      -- NULL for chime, greeting and closing
            title TEXT NOT NULL,
            file TEXT NOT NULL,
            started_ms INTEGER,               -- milliseconds after 1970 UTC; NULL when it never started
            outcome TEXT NOT NULL CHECK (outcome IN ('played', 'interrupted', 'skipped', 'missed')),
            reason TEXT
          ) STRICT;
          CREATE INDEX as_run_by_notice ON as_run (notice, outcome);
          CREATE INDEX as_run_by_date ON as_run (date);
          """)
    }
    migrator.registerMigration("2: slots that end once, chained") { database in
      try database.execute(
        sql: """
          ALTER TABLE as_run ADD COLUMN name TEXT NOT NULL DEFAULT '';       -- the slot's: a notice's id, or what it is
          ALTER TABLE as_run ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 1;
          ALTER TABLE as_run ADD COLUMN hash TEXT NOT NULL DEFAULT '';       -- of the row before and of this one
          UPDATE as_run SET name = coalesce(notice, title);
          UPDATE as_run SET ordinal = (
            SELECT count(*) FROM as_run AS earlier
            WHERE earlier.date = as_run.date AND earlier.session = as_run.session AND earlier.name = as_run.name
              AND earlier.row <= as_run.row);
          CREATE UNIQUE INDEX as_run_by_slot ON as_run (date, session, name, ordinal);
          """)
      try AsRunChain.seal(from: 0, database)
      // Only a row without its hash is still being written.
      try database.execute(
        sql: """
          CREATE TRIGGER as_run_is_not_changed BEFORE UPDATE ON as_run WHEN old.hash <> ''
            BEGIN SELECT RAISE(ABORT, 'rows of the as-run log are never changed'); END;
          CREATE TRIGGER as_run_is_not_removed BEFORE DELETE ON as_run
            BEGIN SELECT RAISE(ABORT, 'rows of the as-run log are never removed'); END;
          """)
    }
    migrator.registerMigration("3: notices' lives and approvals", migrate: third)
    migrator.registerMigration("4: proof of sound") { database in
      try database.execute(
        sql: """
          CREATE TABLE proof (
            row INTEGER PRIMARY KEY AUTOINCREMENT,
            date TEXT NOT NULL,               -- the slot's
            session TEXT NOT NULL,
            name TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            output TEXT NOT NULL,             -- the line of loudspeakers
            correlation REAL NOT NULL,        -- of what was heard with what was sent, -1 to 1
            level REAL NOT NULL,              -- dB relative to what was sent
            at_ms INTEGER NOT NULL
          ) STRICT;
          CREATE INDEX proof_by_date ON proof (date);
          """)
    }
    return migrator
  }
}
