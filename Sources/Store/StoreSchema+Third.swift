internal import GRDB

extension StoreSchema {
  /// Notices with a life of their own, and approvals.
  @Sendable static func third(_ database: Database) throws {
    try database.execute(sql: notices)
    try database.execute(sql: approvals)
    try database.execute(sql: repeats)
  }

  private static let notices = """
    CREATE TABLE submission (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      version INTEGER NOT NULL,
      file TEXT NOT NULL,               -- the name it was submitted under, for messages
      title TEXT NOT NULL,
      class TEXT NOT NULL,
      valid_from TEXT NOT NULL,         -- 0000-00-00 when open
      valid_to TEXT NOT NULL,           -- 9999-99-99 when open
      content TEXT NOT NULL,            -- hash of the text, its white space aside
      state TEXT NOT NULL,
      detail TEXT,
      live INTEGER NOT NULL,            -- 1 while it can still air
      submitted_ms INTEGER NOT NULL,
      -- The sound of this version; NULL until it is made.
      recipe TEXT, sound TEXT, audio TEXT, seconds REAL, lufs REAL, dbtp REAL
    ) STRICT;
    CREATE UNIQUE INDEX submission_by_content ON submission (content) WHERE live = 1;
    CREATE INDEX submission_by_state ON submission (state, valid_to);
    CREATE INDEX submission_by_state_and_age ON submission (state, number);
    CREATE TABLE submission_version (
      number INTEGER NOT NULL REFERENCES submission(number),
      version INTEGER NOT NULL,
      text TEXT NOT NULL,               -- as written, decoded
      PRIMARY KEY (number, version)
    ) STRICT;
    CREATE TABLE submission_recording (
      number INTEGER NOT NULL,
      version INTEGER NOT NULL,
      path TEXT NOT NULL,               -- as the notice writes it
      kept TEXT NOT NULL,               -- the copy's name in the station's recordings folder
      PRIMARY KEY (number, version, path)
    ) STRICT;
    CREATE TABLE notice_event (
      row INTEGER PRIMARY KEY AUTOINCREMENT,
      number INTEGER NOT NULL REFERENCES submission(number),
      version INTEGER NOT NULL,
      step TEXT NOT NULL,
      detail TEXT,
      person TEXT NOT NULL,
      at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX notice_event_by_notice ON notice_event (number);
    CREATE TRIGGER notice_event_kept BEFORE UPDATE ON notice_event
      BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
    CREATE TRIGGER notice_event_stays BEFORE DELETE ON notice_event
      BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
    """

  private static let repeats = """
    -- What the station's own sounds were last made of; one row.
    CREATE TABLE fixture_conditions (one INTEGER PRIMARY KEY CHECK (one = 1), conditions TEXT NOT NULL) STRICT;
    CREATE TABLE repeat_intro (
      notice TEXT PRIMARY KEY,          -- the id that day sheets use
      recipe TEXT NOT NULL REFERENCES sound(recipe)
    ) STRICT;
    """

  private static let approvals = """
    CREATE TABLE approval (
      row INTEGER PRIMARY KEY AUTOINCREMENT,
      number INTEGER NOT NULL REFERENCES submission(number),
      version INTEGER NOT NULL,
      person TEXT NOT NULL,
      key TEXT NOT NULL,                -- Ed25519 public key, base64
      text TEXT NOT NULL,               -- hash of the text's bytes
      recipe TEXT NOT NULL,             -- hash of reading, voice, recordings and chain
      audio TEXT NOT NULL,              -- hash of the mastered file's bytes
      at_ms INTEGER NOT NULL,
      signature TEXT NOT NULL           -- base64
    ) STRICT;
    -- Saves checking again what has not been touched: the conditions under which an approval was last found to hold.
    CREATE TABLE approval_check (
      number INTEGER PRIMARY KEY REFERENCES submission(number),
      version INTEGER NOT NULL,
      conditions TEXT NOT NULL
    ) STRICT;
    CREATE INDEX approval_by_notice ON approval (number);
    CREATE TRIGGER approval_kept BEFORE UPDATE ON approval BEGIN SELECT RAISE(ABORT, 'approvals are never changed'); END;
    CREATE TRIGGER approval_stays BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, 'approvals are never removed'); END;
    """
}
