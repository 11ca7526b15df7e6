internal import Foundation

/// What is asked of whoever sounds emergencies: a line of JSON on its socket.
public struct EmergencyMessage: Sendable, Hashable, Codable {
  public enum Request: Sendable, Hashable, Codable {
    case order(EmergencyOrder)
    /// nil for all that are in force.
    case cancel(id: String?)
    case list
  }

  public var request: Request
  /// When it was sent; milliseconds after 1970.
  public var at: Int
  /// Whose key signed it, and how; nil for who is known by the system.
  public var signer: String?
  public var signature: String?

  /// The most a message may have, in bytes.
  public static let sizeLimit = 65_536
  /// How old a signed message may be, in milliseconds: a copy of it is of no use later.
  static let signatureLife = 60_000

  public init(_ request: Request, at: Int) { (self.request, self.at) = (request, at) }

  /// What a signature is over.
  public var signedBytes: [UInt8] {
    var unsigned = self
    (unsigned.signer, unsigned.signature) = (nil, nil)
    return [UInt8]("loa emergency 1\n".utf8) + (Self.encoded(unsigned) ?? [])
  }

  static func encoded(_ value: some Encodable) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { [UInt8]($0) + [UInt8(ascii: "\n")] }
  }

  /// - Throws: `messageTooLong`, `notAMessage`.
  static func decoded(_ bytes: [UInt8]) throws(EmergencyRefusal) -> EmergencyMessage {
    guard bytes.count <= sizeLimit else { throw .messageTooLong(bytes: bytes.count, limit: sizeLimit) }
    guard let message = try? JSONDecoder().decode(EmergencyMessage.self, from: Data(bytes)),
      EmergencyRecord.moments.contains(message.at)
    else { throw .notAMessage }
    if case .order(let order) = message.request, !order.isPlausible { throw .notAMessage }
    return message
  }
}
