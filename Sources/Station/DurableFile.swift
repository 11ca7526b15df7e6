internal import Foundation

/// Files that are there whole or not at all, and still after a power cut: written beside, flushed, renamed, folder flushed.
enum DurableFile {
  /// Writes `data` to `path`, in place of what is there; folders on the way are made.
  /// - Parameter mode: the file's permissions.
  static func write(_ data: Data, to path: String, mode: mode_t = 0o644) throws(StationError) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path: folder, reason: error.localizedDescription)
    }
    let partial = folder + "/." + URL(filePath: path).lastPathComponent + ".\(getpid()).part"
    let descriptor = open(partial, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path) }
    let code = writeAll(data, to: descriptor)
    close(descriptor)
    guard code == 0, rename(partial, path) == 0 else {
      let error = code == 0 ? failure(path) : failure(path, code: code)
      unlink(partial)
      throw error
    }
    sync(folder: folder)
  }

  /// Makes names in a folder durable; a file system that can't loses nothing else.
  static func sync(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// - Returns: 0, or errno.
  static func writeAll(_ data: Data, to descriptor: Int32) -> Int32 {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let wrote = Glibc.write(descriptor, start, rest.count)
        if wrote < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(wrote)
      }
      return fsync(descriptor) == 0 ? 0 : errno
    }
  }

  static func failure(_ path: String, code: Int32 = errno) -> StationError {
    .cannotWrite(path: path, reason: String(cString: strerror(code)))
  }
}
