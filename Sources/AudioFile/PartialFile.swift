internal import CSndfile
internal import Glibc

/// A file that appears under its name only when it is whole: written as `.name.partial-pid-n` beside it, made durable,
/// then renamed. Given up, it leaves nothing. A device node (`/dev/stdout`) is written as it is.
///
/// libsndfile writes through it (`sf_open_virtual`), so that the first failing write(2) is known with its errno.
final class PartialFile {
  let path: String
  /// errno of the first write or seek that failed; 0 while all went well.
  private(set) var failure: CInt = 0

  private let descriptor: CInt
  /// nil when a device node is written in place, and after the file was finished or given up.
  private var partialPath: String?
  private var isOpen = true

  /// Creates the partial file.
  init(path: String) throws(AudioFileError) {
    self.path = path
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw .writing(path, errno: EISDIR) }
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .writing(path, errno: errno) }
      return
    }
    let (folder, name) = Self.split(path)
    var opened: CInt = -1
    var partial = ""
    var serial = 0
    // Another writer of this process, or a leftover of a dead one, may have the same name already.
    repeat {
      serial += 1
      partial = "\(folder).\(name).partial-\(getpid())-\(serial)"
      opened = open(partial, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    } while opened < 0 && errno == EEXIST
    guard opened >= 0 else { throw .writing(path, errno: errno) }
    descriptor = opened
    partialPath = partial
  }

  deinit { giveUp() }

  /// Makes the content durable, then gives it its name.
  func finish() throws(AudioFileError) {
    guard failure == 0 else { throw abandoned(failure) }
    guard let partialPath else {
      closeDescriptor()
      return
    }
    guard fsync(descriptor) == 0 else { throw abandoned(errno) }
    let closed = Glibc.close(descriptor)
    isOpen = false
    guard closed == 0 else { throw abandoned(errno) }
    guard rename(partialPath, path) == 0 else { throw abandoned(errno) }
    self.partialPath = nil
    // The new name itself is durable once its folder is; a file system without fsync on folders loses nothing else.
    let folder = Self.split(path).folder
    let handle = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if handle >= 0 {
      fsync(handle)
      Glibc.close(handle)
    }
  }

  /// Removes what was written.
  func giveUp() {
    closeDescriptor()
    if let partialPath { unlink(partialPath) }
    partialPath = nil
  }

  private func abandoned(_ code: CInt) -> AudioFileError {
    giveUp()
    return .writing(path, errno: code)
  }

  private func closeDescriptor() {
    if isOpen { Glibc.close(descriptor) }
    isOpen = false
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  // MARK: libsndfile's view (sndfile.h, SF_VIRTUAL_IO)

  static func callbacks() -> SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { PartialFile.of($0)?.length() ?? -1 },
      seek: { offset, whence, user in PartialFile.of(user)?.seek(offset, whence) ?? -1 },
      read: { into, count, user in PartialFile.of(user)?.read(into, count) ?? 0 },
      write: { from, count, user in PartialFile.of(user)?.write(from, count) ?? 0 },
      tell: { PartialFile.of($0)?.seek(0, SEEK_CUR) ?? -1 })
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> PartialFile? {
    user.map { Unmanaged<PartialFile>.fromOpaque($0).takeUnretainedValue() }
  }

  private func length() -> sf_count_t {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? sf_count_t(status.st_size) : -1
  }

  private func seek(_ offset: sf_count_t, _ whence: CInt) -> sf_count_t {
    let at = lseek(descriptor, off_t(offset), whence)
    if at < 0, failure == 0, errno != ESPIPE { failure = errno }
    return sf_count_t(at)
  }

  private func read(_ into: UnsafeMutableRawPointer?, _ count: sf_count_t) -> sf_count_t {
    guard let into else { return 0 }
    return max(0, sf_count_t(Glibc.read(descriptor, into, Int(count))))
  }

  private func write(_ from: UnsafeRawPointer?, _ count: sf_count_t) -> sf_count_t {
    guard let from else { return 0 }
    var done = 0
    while done < Int(count) {
      let wrote = Glibc.write(descriptor, from + done, Int(count) - done)
      if wrote > 0 {
        done += wrote
      } else if wrote < 0, errno != EINTR {
        if failure == 0 { failure = errno }
        break
      }
    }
    return sf_count_t(done)
  }
}
