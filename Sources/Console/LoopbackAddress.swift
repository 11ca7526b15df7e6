internal import Glibc

/// An address that only programs on this computer can reach.
struct LoopbackAddress: Sendable, Hashable {
  /// As inet_pton(3) reads it.
  let text: String

  /// - Parameter host: an address in 127.0.0.0/8, `::1`, or `localhost`, which is 127.0.0.1 whatever `/etc/hosts` says.
  init?(_ host: String) {
    if host.lowercased() == "localhost" {
      text = "127.0.0.1"
    } else if Self.isIPv4(host) || Self.isIPv6(host) {
      text = host
    } else {
      return nil
    }
  }

  /// Whether the `Host` field of a request names this computer by a loopback address, whatever the port.
  static func isNamed(by field: String) -> Bool {
    if field.hasPrefix("[") {
      guard let end = field.firstIndex(of: "]"), isPort(field[field.index(after: end)...]) else { return false }
      return isIPv6(String(field[field.index(after: field.startIndex)..<end]))
    }
    let name = field.prefix { $0 != ":" }
    return isPort(field[name.endIndex...]) && (name.lowercased() == "localhost" || isIPv4(String(name)))
  }

  /// Nothing, or a colon and digits.
  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || text.first == ":" && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func isIPv4(_ text: String) -> Bool {
    var address = in_addr()
    return inet_pton(AF_INET, text, &address) == 1 && UInt32(bigEndian: address.s_addr) >> 24 == 127
  }

  private static func isIPv6(_ text: String) -> Bool {
    var address = in6_addr()
    guard inet_pton(AF_INET6, text, &address) == 1 else { return false }
    return withUnsafeBytes(of: address) { bytes in bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1 }
  }
}
