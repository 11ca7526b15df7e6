internal import Crypto

/// Fields as bytes in one way only, for hashing and signing: each has its length before it, and nil is not the empty text.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ field: String?) {
    guard let field else {
      bytes.append(UInt8(ascii: "-"))
      bytes.append(UInt8(ascii: "\n"))
      return
    }
    bytes += "\(field.utf8.count):".utf8
    bytes += field.utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func add(_ field: Int?) { add(field.map(String.init)) }

  /// SHA-256 in lower-case hexadecimal.
  var hash: String { ContentHash.of(bytes) }
}

/// SHA-256 in lower-case hexadecimal.
public enum ContentHash {
  private static let digits = Array("0123456789abcdef".utf8)

  /// The hash of some bytes.
  public static func of(_ bytes: some Sequence<UInt8>) -> String {
    var hasher = SHA256()
    hasher.update(data: Array(bytes))
    return hexadecimal(hasher.finalize())
  }

  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
