internal import Foundation

/// How far a journal's file was read: its whole lines end there.
struct JournalMark: Sendable {
  fileprivate let file: ino_t
  fileprivate(set) var end = 0
}

/// An open file of lines with reserved room: what follows the last line is zeros, or the rest of a line that was cut.
struct JournalFile {
  let descriptor: Int32
  private let file: ino_t

  /// A regular file; never waits for a pipe, never follows a link.
  init?(reading path: String) { self.init(path, O_RDONLY) }

  /// For this process alone until it is closed; whoever writes to it at this moment is waited for, two seconds at most.
  init?(writing path: String) {
    for _ in 0..<400 {
      guard let file = JournalFile(path, O_RDWR | O_CREAT) else { return nil }
      // Some file systems know no locks.
      let isLocked = flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK && errno != EINTR
      if isLocked, file.isStill(at: path) {
        self = file
        return
      }
      file.close()
      usleep(5000)
    }
    return nil
  }

  private init?(_ path: String, _ mode: Int32) {
    descriptor = open(path, mode | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o640)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      Foundation.close(descriptor)
      return nil
    }
    file = status.st_ino
  }

  /// Whether nobody has put the file away meanwhile.
  private func isStill(at path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_ino == file
  }

  func close() { Foundation.close(descriptor) }

  /// Whether a line ends there: nobody has cut the file, or put another in its place under its number.
  private func holds(_ mark: JournalMark) -> Bool {
    var last: UInt8 = 0
    return mark.file == file
      && (mark.end == 0 || pread(descriptor, &last, 1, off_t(mark.end - 1)) == 1 && last == UInt8(ascii: "\n"))
  }

  /// Whole lines after a place that was reached before, and where they end.
  func lines(after mark: JournalMark?) -> (data: Data, end: JournalMark) {
    var mark = mark.flatMap { holds($0) ? $0 : nil } ?? JournalMark(file: file)
    var data = Data()
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = pread(descriptor, &block, block.count, off_t(mark.end + data.count))
      guard count > 0 else { break }
      let used = block.prefix(count).prefix { $0 != 0 }
      data += used
      if used.count < count { break }
    }
    let length = data.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    mark.end += length
    return (data.prefix(length), mark)
  }

  /// Writes lines at their place and waits for the disk.
  func write(_ data: Data, at end: Int, reserving room: Int) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    if Int(status.st_size) < end + data.count { reserve(end + data.count + room) }
    return data.withUnsafeBytes { bytes in
      var (rest, place) = (bytes[...], end)
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let wrote = pwrite(descriptor, start, rest.count, off_t(place))
        if wrote < 0, errno == EINTR { continue }
        guard wrote > 0 else { return false }
        (rest, place) = (rest.dropFirst(wrote), place + wrote)
      }
      return fdatasync(descriptor) == 0
    }
  }

  func reserve(_ size: Int) { posix_fallocate(descriptor, 0, off_t(size)) }
}
