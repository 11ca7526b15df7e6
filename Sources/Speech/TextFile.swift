import Glibc

/// Small text files, read whole.
enum TextFile {
  /// More than any profile or voice file has.
  private static let limitBytes = 1 << 20

  static func read(_ path: String) throws(SpeechError) -> String {
    guard let bytes = bytes(path) else {
      throw .profileUnreadable(path: path, reason: lastFailure())
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .profileUnreadable(path: path, reason: "not UTF-8")
    }
    return text
  }

  /// The file's bytes, or nil with `errno` set.
  static func bytes(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < limitBytes {
      let count = Glibc.read(descriptor, &block, block.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      bytes += block[..<count]
    }
    errno = EFBIG
    return nil
  }
}

/// The C library's words for `errno`.
func lastFailure(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
