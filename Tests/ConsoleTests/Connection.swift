import Foundation
import Glibc

/// A connection to a server on this computer. Blocks its caller, who must not be a task: the server needs the tasks' threads.
final class Connection: Sendable {
  struct Failure: Error {
    let operation: String
    let code = errno
  }

  /// An answer as it came.
  struct Answer: Sendable {
    var code: Int
    /// By their names in small letters.
    var fields: [String: String]
    var body: String
  }

  private let descriptor: Int32

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 15, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard connected == 0 else { throw Failure(operation: "connect") }
  }

  deinit { close(descriptor) }

  func send(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw Failure(operation: "send") }
  }

  /// Sends as much as the other side takes without reading its answers; ends when it takes no more.
  func flood(_ text: String) {
    let bytes = Array(text.utf8)
    var brief = timeval(tv_sec: 0, tv_usec: 200_000)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &brief, socklen_t(MemoryLayout<timeval>.size))
    while Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count {}
  }

  /// Whether the other side closes, whatever it sends before.
  func ends() -> Bool {
    while let bytes = receive() { if bytes.isEmpty { return true } }
    return errno == ECONNRESET
  }

  func answer(withoutBody: Bool = false) throws -> Answer {
    var bytes: [UInt8] = []
    while true {
      if let answer = Self.parsed(String(decoding: bytes, as: UTF8.self), withoutBody) { return answer }
      guard let more = receive(), !more.isEmpty else { throw Failure(operation: "receive") }
      bytes += more
    }
  }

  /// Nothing at the end; nil when it fails.
  private func receive() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count < 0 ? nil : Array(buffer.prefix(count))
  }

  private static func parsed(_ text: String, _ withoutBody: Bool) -> Answer? {
    guard let end = text.range(of: "\r\n\r\n") else { return nil }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count >= 2, let code = Int(words[1]) else { return nil }
    let fields = Dictionary(
      lines.dropFirst().map { line in
        let name = line.prefix { $0 != ":" }
        return (name.lowercased(), line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces))
      }, uniquingKeysWith: { $1 })
    let body = String(text[end.upperBound...])
    guard withoutBody || body.utf8.count >= Int(fields["content-length"] ?? "0") ?? 0 else { return nil }
    return Answer(code: code, fields: fields, body: body)
  }
}
