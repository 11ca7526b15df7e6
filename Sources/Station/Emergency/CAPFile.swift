internal import Emergency
internal import Foundation

/// A CAP message as a file: read without following links or waiting, moved without ever replacing another.
enum CAPFile {
  /// At most one byte more than a message may have.
  static func read(_ path: String) throws(StationError) -> [UInt8] {
    func failure() -> StationError { .cannotRead(path: path, reason: String(cString: strerror(errno))) }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= CAPParser.sizeLimitBytes {
      let wanted = min(chunk.count, CAPParser.sizeLimitBytes + 1 - bytes.count)
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, wanted) }
      if count == 0 { break }
      if count > 0 {
        bytes += chunk.prefix(count)
      } else if errno != EINTR {
        throw failure()
      }
    }
    return bytes
  }

  /// Moves a file under its name, or with a number when that is there already.
  /// - Parameter note: goes beside it, as `NAME.txt`.
  /// - Returns: where it is now; nil when it had to stay.
  static func move(_ name: String, from source: String, into folder: String, note: String? = nil) -> String? {
    guard (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil else { return nil }
    let target = freePath(name, in: folder)
    guard rename(source + "/" + name, target) == 0 else { return nil }
    DurableFile.sync(folder: folder)
    DurableFile.sync(folder: source)
    // The report says it too; a full disk has no room for notes.
    if let note { try? DurableFile.write(Data(note.utf8), to: target + ".txt") }
    return target
  }

  private static func freePath(_ name: String, in folder: String) -> String {
    let url = URL(filePath: name)
    let kind = url.pathExtension
    // Room for a number and for what is beside it: names have at most 255 bytes.
    var stem = url.deletingPathExtension().lastPathComponent
    while stem.utf8.count > 180 { stem.removeLast() }
    var path = "\(folder)/\(stem).\(kind)"
    var number = 2
    while FileStamp(of: path).kind != .missing || FileStamp(of: path + ".txt").kind != .missing {
      path = "\(folder)/\(stem)-\(number).\(kind)"
      number += 1
    }
    return path
  }
}
