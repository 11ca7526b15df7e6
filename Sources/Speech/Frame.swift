/// One message between the pool and a worker: a header of 16 bytes, then the payload.
///
/// The header is four little-endian 32-bit numbers: magic, kind, request id, payload length in bytes.
struct Frame: Sendable, Hashable {
  var kind: Kind
  /// The request it belongs to; 0 for `ready` and a refusal at the start.
  var id: UInt32
  var payload: [UInt8]

  enum Kind: UInt32, Sendable, Hashable {
    /// To the worker: `WorkerRequest`.
    case request = 1
    /// From the worker, once: espeak-ng is initialised.
    case ready = 2
    /// From the worker: a message in UTF-8 on why it cannot.
    case refused = 3
    /// From the worker: `WorkerReply`.
    case speech = 4
    /// From the worker, before `speech`: the next 16-bit samples of a request that wants them while they are made.
    case piece = 5
  }

  static let headerBytes = 16
  /// "LOA1"
  static let magic: UInt32 = 0x3141_4F4C

  struct Header {
    let kind: Kind
    let id: UInt32
    let payloadBytes: Int

    /// Nil when the bytes are no header.
    init?(_ bytes: [UInt8]) {
      guard bytes.count == headerBytes, bytes.number(at: 0) == magic, let kind = Kind(rawValue: bytes.number(at: 4))
      else { return nil }
      self.kind = kind
      id = bytes.number(at: 8)
      payloadBytes = Int(bytes.number(at: 12))
    }
  }

  static func header(kind: Kind, id: UInt32, payloadBytes: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headerBytes + payloadBytes)
    for number in [magic, kind.rawValue, id, UInt32(payloadBytes)] { bytes.append(number: number) }
    return bytes
  }

  var bytes: [UInt8] { Self.header(kind: kind, id: id, payloadBytes: payload.count) + payload }
}

extension [UInt8] {
  mutating func append(number: UInt32) {
    for shift in [0, 8, 16, 24] as [UInt32] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// The little-endian number at `offset`; 0 past the end.
  func number(at offset: Int) -> UInt32 {
    guard offset >= 0, offset + 4 <= count else { return 0 }
    return UInt32(self[offset]) | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2]) << 16
      | UInt32(self[offset + 3]) << 24
  }
}
