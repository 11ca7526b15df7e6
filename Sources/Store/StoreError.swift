internal import GRDB
public import Schedule

/// Why the database could not answer; what SQLite said is kept.
public enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  case locked(path: String)
  case diskFull(path: String)
  case notWritable(path: String)
  case cannotOpen(path: String)
  /// Not a database, or damaged.
  case damaged(path: String, reason: String)
  /// A write failed: the disk is full by a limit, or failing.
  case writeFailed(path: String)
  case failed(path: String, reason: String)
  case noSuchNotice(NoticeID)
  /// A notice of the same text can still air.
  case duplicate(of: NoticeID)
  case illegalStep(NoticeID, NoticeState.IllegalStep)
  /// Someone else changed the notice between its reading and its approval.
  case changedMeanwhile(NoticeID)
  /// A slot ends once.
  case slotHasEnded(Slot)

  /// Maps SQLite's result codes (https://www.sqlite.org/rescode.html).
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    switch error.extendedResultCode {
    case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE:
      self = .writeFailed(path: path)
      return
    default: break
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .notWritable(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, reason: error.message ?? "")
    case .SQLITE_IOERR: self = .failed(path: path, reason: error.message ?? "input/output error")
    default: self = .failed(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }

  /// Whether the file may still be read.
  var isOfTheDisk: Bool {
    switch self {
    case .notWritable, .cannotOpen, .diskFull, .writeFailed: true
    default: false
    }
  }

  public var description: String { english }
}
