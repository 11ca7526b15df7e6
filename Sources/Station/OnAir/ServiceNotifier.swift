internal import Foundation
internal import Glibc

/// Tells the service manager how the service fares (sd_notify(3)): a datagram to the socket it named, nothing without one.
struct ServiceNotifier: Sendable {
  private let path: String?
  /// Within how many seconds the manager wants to hear `WATCHDOG=1`; nil when it does not.
  let watchdogSeconds: Double?

  init(environment: [String: String]) {
    path = environment["NOTIFY_SOCKET"]
    watchdogSeconds = environment["WATCHDOG_USEC"].flatMap(Double.init).map { $0 / 1e6 }
  }

  func notify(_ state: String) {
    guard let path, var address = UnixAddress(path) else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array(state.utf8)
    address.withPointer { pointer, length in
      _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), pointer, length)
    }
  }
}

/// The address of a Unix socket (unix(7)).
struct UnixAddress {
  private var address = sockaddr_un()
  private let length: socklen_t

  /// Nil when the path is too long for one. A leading `@` names an abstract socket.
  init?(_ path: String) {
    let bytes = Array(path.utf8)
    guard !bytes.isEmpty, bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { target in
      target.copyBytes(from: bytes)
      if bytes.first == UInt8(ascii: "@") { target[0] = 0 }
    }
    let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
    length = socklen_t(offset + bytes.count + (bytes.first == UInt8(ascii: "@") ? 0 : 1))
  }

  mutating func withPointer<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
    let length = length
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }
}
