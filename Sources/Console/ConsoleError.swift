internal import Glibc
internal import NIOCore

/// Why the page of a station's health could not be opened.
public enum ConsoleError: Error, Sendable, Hashable {
  /// The address is reachable from outside this computer, or is none.
  case notLoopback(host: String)
  /// Ports are 1-65535.
  case noSuchPort(port: Int)
  /// Another program listens there.
  case portInUse(port: Int)
  /// Ports below 1024 are the system's.
  case portNotAllowed(port: Int)
  /// This computer does not have the address, as where IPv6 is switched off.
  case noSuchAddress(host: String)
  /// Any other code of bind(2) or listen(2).
  case failed(host: String, port: Int, detail: String)

  /// Maps what NIO throws while opening a listening socket: errnos of bind(2), listen(2), socket(2).
  init(_ error: any Error, host: String, port: Int) {
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE: self = .portInUse(port: port)
    case EACCES, EPERM: self = .portNotAllowed(port: port)
    case EADDRNOTAVAIL, EAFNOSUPPORT: self = .noSuchAddress(host: host)
    case let code?: self = .failed(host: host, port: port, detail: String(cString: strerror(code)))
    case nil: self = .failed(host: host, port: port, detail: String(describing: error))
    }
  }
}
