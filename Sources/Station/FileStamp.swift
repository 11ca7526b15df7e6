internal import Foundation

/// What tells a file from what it was before: its place on the disk, size, and times of change.
struct FileStamp: Equatable {
  enum Kind { case file, folder, link, other, missing }

  let kind: Kind
  private let inode: UInt
  /// In bytes.
  let size: Int
  private let seconds: Int
  private let nanoseconds: Int
  /// Of the inode: no program sets it back.
  private let changeSeconds: Int
  private let changeNanoseconds: Int

  /// - Parameter isFollowing: whether a link stands for what it points to; it is a `link` if not.
  init(of path: String, isFollowing: Bool = false) {
    var status = stat()
    let isThere = (isFollowing ? stat(path, &status) : lstat(path, &status)) == 0
    kind =
      switch (isThere, status.st_mode & S_IFMT) {
      case (false, _): .missing
      case (_, S_IFREG): .file
      case (_, S_IFDIR): .folder
      case (_, S_IFLNK): .link
      default: .other
      }
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    changeSeconds = status.st_ctim.tv_sec
    changeNanoseconds = status.st_ctim.tv_nsec
  }

  /// Whether it has not been written for so long.
  func isAtRest(seconds quiet: Double) -> Bool {
    kind == .file && Date().timeIntervalSince1970 - Double(seconds) > quiet
  }

  /// In one way only, for keeping.
  var text: String { "\(inode) \(size) \(seconds).\(nanoseconds) \(changeSeconds).\(changeNanoseconds)" }
}
