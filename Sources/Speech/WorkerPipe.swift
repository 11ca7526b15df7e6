import Glibc

/// Blocking reads and writes of a worker; when the parent is gone there is nothing left to do but leave.
enum WorkerPipe {
  /// Writes all of `bytes`, or leaves the process when nobody reads any more.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if written < 0 {
          if errno == EINTR { continue }
          _exit(0)
        }
        done += written
      }
    }
  }

  /// Reads exactly `count` bytes, or leaves the process at the end of input.
  static func read(_ count: Int, from descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let received = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
        if received == 0 { _exit(0) }
        if received < 0 {
          if errno == EINTR { continue }
          _exit(0)
        }
        filled += received
      }
    }
  }
}
