/// What makes a CAP message itself and no other: `sender,identifier,sent`.
public struct CAPReference: Sendable, Hashable, Codable, CustomStringConvertible {
  public let sender: String
  public let identifier: String
  /// Milliseconds after 1970-01-01T00:00:00Z, so the same moment in another time zone is the same message.
  public let sentMilliseconds: Int

  public init(sender: String, identifier: String, sentMilliseconds: Int) {
    self.sender = sender
    self.identifier = identifier
    self.sentMilliseconds = sentMilliseconds
  }

  /// A short name for logs, files and commands: the same for the same message on every machine.
  public var key: String {
    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(sender),\(identifier),\(sentMilliseconds)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return "cap-" + String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }

  public var description: String { "\(sender),\(identifier),\(CAPDate.written(sentMilliseconds))" }
}

extension CAPReference: Comparable {
  public static func < (a: CAPReference, b: CAPReference) -> Bool {
    (a.sentMilliseconds, a.sender, a.identifier) < (b.sentMilliseconds, b.sender, b.identifier)
  }
}
