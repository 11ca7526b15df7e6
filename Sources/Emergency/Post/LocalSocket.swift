internal import Dispatch
internal import Foundation

/// A Unix stream socket and the lines that go over it.
struct LocalSocket: Sendable {
  let descriptor: Int32

  private static func make() -> Int32 { socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0) }

  /// nil when the path is too long for an address.
  private static func address(_ path: String) -> sockaddr_un? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return address
  }

  private static func call(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    guard var address = address(path) else {
      errno = ENAMETOOLONG
      return -1
    }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }

  /// One that waits for callers, whoever they are: who they are is asked of the system.
  static func listening(at path: String) -> LocalSocket? {
    let descriptor = make()
    guard descriptor >= 0 else { return nil }
    unlink(path)
    guard call(path, { bind(descriptor, $0, $1) }) == 0, chmod(path, 0o666) == 0, listen(descriptor, 64) == 0 else {
      Foundation.close(descriptor)
      return nil
    }
    return LocalSocket(descriptor: descriptor)
  }

  /// A connection to whoever waits there.
  /// - Throws: `Absence`.
  static func connected(to path: String, patienceMilliseconds: Int) throws(Absence) -> LocalSocket {
    let end = DispatchTime.now() + .milliseconds(patienceMilliseconds)
    let descriptor = make()
    guard descriptor >= 0 else { throw .nobody }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    while call(path, { connect(descriptor, $0, $1) }) != 0 {
      // Its queue is full: others call at this moment, or it takes nobody from it any more.
      let isFull = errno == EAGAIN
      guard isFull, DispatchTime.now() < end else {
        Foundation.close(descriptor)
        throw isFull ? .full : .nobody
      }
      usleep(2000)
    }
    return LocalSocket(descriptor: descriptor)
  }

  /// Why there is no connection.
  enum Absence: Error { case nobody, full }

  /// The next caller, who never makes us wait.
  /// - Returns: nil when it is closed.
  func accepted() -> LocalSocket? {
    while true {
      let client = accept(descriptor, nil, nil)
      if client >= 0 {
        _ = fcntl(client, F_SETFL, O_NONBLOCK)
        _ = fcntl(client, F_SETFD, FD_CLOEXEC)
        return LocalSocket(descriptor: client)
      }
      switch errno {
      case EINTR, ECONNABORTED: continue
      case EMFILE, ENFILE, ENOMEM, ENOBUFS: usleep(50_000)
      default: return nil
      }
    }
  }

  func close() {
    shutdown(descriptor, Int32(SHUT_RDWR))
    Foundation.close(descriptor)
  }

  /// Who is at the other end (socket(7), SO_PEERCRED and SO_PEERGROUPS).
  var peer: EmergencyAuthority.Person? {
    // struct ucred: process, user, group.
    var credentials: [UInt32] = [0, 0, 0]
    var length = socklen_t(credentials.count * MemoryLayout<UInt32>.size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
    var groups = [gid_t](repeating: 0, count: 256)
    var size = socklen_t(groups.count * MemoryLayout<gid_t>.size)
    let hasGroups = getsockopt(descriptor, SOL_SOCKET, Self.peerGroups, &groups, &size) == 0
    let count = hasGroups ? Int(size) / MemoryLayout<gid_t>.size : 0
    return EmergencyAuthority.Person(
      user: credentials[1], groups: Array(groups.prefix(count)) + [credentials[2]], process: pid_t(bitPattern: credentials[0]))
  }

  /// SO_PEERGROUPS of asm-generic/socket.h, Linux 4.13 and later.
  private static let peerGroups: Int32 = 59

  /// Sends all of it, within a second.
  func send(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let sent = bytes.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done, Int32(MSG_NOSIGNAL))
      }
      if sent > 0 {
        done += sent
      } else if errno == EAGAIN || errno == EINTR {
        guard wait(Int16(POLLOUT), milliseconds: 1000) else { return false }
      } else {
        return false
      }
    }
    return true
  }

  func wait(_ events: Int16 = Int16(POLLIN), milliseconds: Int) -> Bool {
    let end = DispatchTime.now() + .milliseconds(milliseconds)
    while true {
      var descriptors = pollfd(fd: descriptor, events: events, revents: 0)
      let left =
        Int(clamping: end.uptimeNanoseconds &- min(end.uptimeNanoseconds, DispatchTime.now().uptimeNanoseconds)) / 1_000_000
      let found = poll(&descriptors, 1, Int32(clamping: left))
      if found >= 0 || errno != EINTR { return found > 0 }
    }
  }

  /// Waits until one of several has something to be read, or has ended.
  /// - Parameter milliseconds: at most; negative for as long as it takes.
  /// - Returns: of each, whether it has.
  static func wait(for sockets: [LocalSocket], milliseconds: Int) -> [Bool] {
    var descriptors = sockets.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    guard poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: milliseconds)) > 0 else {
      return sockets.map { _ in false }
    }
    return descriptors.map { $0.revents != 0 }
  }

  /// What has come since; nil at the end.
  func received() -> [UInt8]? {
    var block = [UInt8](repeating: 0, count: 16_384)
    let count = recv(descriptor, &block, block.count, Int32(MSG_DONTWAIT))
    if count > 0 { return Array(block.prefix(count)) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
  }
}
