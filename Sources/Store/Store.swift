// Store: the station's one SQLite file: notices and their lives, approvals, mastered sounds, the chained log of what aired.
// Level 2: imports Bulletin and Schedule; GRDB only here. Sound never waits for it: Playout does not know it exists.

internal import GRDB
internal import Schedule

/// The station's database. Any thread may call; each call is one transaction.
///
///     let store = try Store(path: "/var/lib/loa/station.sqlite")
///     try store.replaceNotices(of: "bulletins", with: notices)
///     let sheet = planner.plan(today, candidates: try store.candidates(before: today).sound)
public final class Store: Sendable {
  let database: DatabasePool
  let path: String
  /// Where the disk is read-only.
  private let copy: ReadOnlyCopy?

  /// Opens the file, creates it when missing, and brings its schema up to date. Where nothing can be written it is read as it is, and
  /// each write throws `.notWritable`.
  /// - Throws: `StoreError` naming the file: not writable, damaged, disk full, locked.
  public init(path: String) throws(StoreError) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "loa"
    do {
      database = try Self.open(path, configuration)
      copy = nil
    } catch {
      let reason = StoreError(error, path: path)
      guard reason.isOfTheDisk, let copy = ReadOnlyCopy(of: path) else { throw reason }
      configuration.readonly = true
      do { database = try DatabasePool(path: copy.path, configuration: configuration) } catch { throw reason }
      self.copy = copy
    }
  }

  private static func open(_ path: String, _ configuration: Configuration) throws -> DatabasePool {
    let database = try DatabasePool(path: path, configuration: configuration)
    // What was acknowledged survives a power cut too: WAL alone promises that for a killed process only.
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    try StoreSchema.migrator.migrate(database)
    return database
  }

  /// Runs `body` in one write transaction and names what goes wrong.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.write(body) } catch { throw StoreError(error, path: path) }
  }

  /// The same, where `body` gives up for a reason of its own.
  func write<Value>(_ body: (Database) throws -> Value, orThrow reason: () -> StoreError?) throws(StoreError) -> Value {
    do { return try database.write(body) } catch { throw reason() ?? StoreError(error, path: path) }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.read(body) } catch { throw StoreError(error, path: path) }
  }
}
