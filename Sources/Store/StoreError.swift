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
  case failed(path: String, reason: String)
  /// A slot ends once.
  case slotHasEnded(Slot)

  /// Maps SQLite's result codes (https://www.sqlite.org/rescode.html).
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
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

  public var description: String { english }
}

extension StoreError {
  public var vietnamese: String {
    switch self {
    case .locked(let path): "\(path): cơ sở dữ liệu đang bị chương trình khác giữ. Hãy chờ một lát rồi làm lại."
    case .diskFull(let path): "\(path): ổ đĩa đã đầy, chưa ghi được gì. Hãy xóa bớt tệp rồi làm lại."
    case .notWritable(let path): "\(path): không có quyền ghi. Hãy kiểm tra quyền của thư mục hoặc đặt LOA_HOME sang nơi khác."
    case .cannotOpen(let path): "\(path): không mở được cơ sở dữ liệu. Hãy kiểm tra thư mục có tồn tại và có quyền đọc, ghi."
    case .damaged(let path, let reason):
      "\(path): cơ sở dữ liệu hỏng (\(reason)). Hãy đổi tên tệp này để giữ lại rồi làm lại; các tệp âm thanh không mất."
    case .slotHasEnded(let slot): "Mục \(slot) đã ghi kết quả trong nhật ký; mỗi mục chỉ ghi một lần."
    case .failed(let path, let reason): "\(path): cơ sở dữ liệu báo lỗi: \(reason). Hãy chạy «loa doctor» để kiểm tra máy."
    }
  }

  public var english: String {
    switch self {
    case .locked(let path): "\(path): another program holds the database. Wait a moment and try again."
    case .diskFull(let path): "\(path): the disk is full and nothing was written. Free some space and try again."
    case .notWritable(let path): "\(path): not writable. Check the folder's permissions, or set LOA_HOME to another place."
    case .cannotOpen(let path): "\(path): the database cannot be opened. Check that its folder exists and may be written."
    case .damaged(let path, let reason):
      "\(path): the database is damaged (\(reason)). Rename the file to keep it and try again; audio files are not lost."
    case .slotHasEnded(let slot): "The log has an ending for \(slot) already; each slot ends once."
    case .failed(let path, let reason): "\(path): the database failed: \(reason). Run «loa doctor» to check the machine."
    }
  }
}
