internal import Foundation
internal import Glibc
internal import Synchronization

/// Answers whoever connects with the station's status as one line of JSON. On a thread of its own: it answers though all else is busy.
final class StatusSocket: Sendable {
  private let path: String
  private let descriptor: Int32
  private let isClosed = Atomic<Bool>(false)

  /// - Throws: `StationError.alreadyRunning` when another service answers there, `.cannotWrite`.
  init(path: String, status: @escaping @Sendable () -> StationStatus) throws(StationError) {
    self.path = path
    guard StationStatus.asked(of: path) == nil else { throw .alreadyRunning(path) }
    unlink(path)
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0, var address = UnixAddress(path) else { throw .cannotWrite(path: path, reason: "socket") }
    let (socket, name) = (descriptor, path)
    let bound = address.withPointer { pointer, length in bind(socket, pointer, length) }
    guard bound == 0, chmod(name, 0o660) == 0, listen(socket, 16) == 0 else { throw DurableFile.failure(path) }
    let thread = Thread { [self] in serve(status) }
    thread.name = "loa-status"
    thread.start()
  }

  private func serve(_ status: () -> StationStatus) {
    while !isClosed.load(ordering: .relaxed) {
      let client = accept(descriptor, nil, nil)
      guard client >= 0 else {
        if errno == EINTR || errno == ECONNABORTED { continue }
        return
      }
      // Whoever does not read is not waited for.
      var patience = timeval(tv_sec: 1, tv_usec: 0)
      setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
      if var data = try? JSONEncoder().encode(status()) {
        data.append(UInt8(ascii: "\n"))
        data.withUnsafeBytes { _ = send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      }
      Glibc.close(client)
    }
  }

  func close() {
    isClosed.store(true, ordering: .relaxed)
    shutdown(descriptor, Int32(SHUT_RDWR))
    Glibc.close(descriptor)
    unlink(path)
  }
}

extension StationStatus {
  /// The status of the service that answers at a socket; nil when none does within a second.
  public static func asked(of path: String) -> StationStatus? {
    guard var address = UnixAddress(path) else { return nil }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var patience = timeval(tv_sec: 1, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    guard address.withPointer({ pointer, length in connect(descriptor, pointer, length) }) == 0 else { return nil }
    var data = Data()
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(descriptor, &block, block.count, 0)
      if count <= 0 { break }
      data += block[..<count]
    }
    return try? JSONDecoder().decode(StationStatus.self, from: data)
  }
}
