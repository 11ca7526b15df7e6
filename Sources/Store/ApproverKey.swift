internal import Crypto
internal import Foundation

/// A person's Ed25519 key (RFC 8032), with which approvals are signed.
public struct ApproverKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// A new key from the system's random numbers.
  public init() { key = Curve25519.Signing.PrivateKey() }

  /// From the text of a key file; nil when it holds no key.
  public init?(text: String) {
    let line = text.split(whereSeparator: \.isNewline).last { !$0.hasPrefix("#") }
    guard let line, let bytes = Data(base64Encoded: line.trimmingCharacters(in: .whitespaces)),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else { return nil }
    self.key = key
  }

  /// What its file holds: the secret, base64.
  public var text: String { key.rawRepresentation.base64EncodedString() }
  /// What station.yaml holds: the public key, base64.
  public var publicText: String { key.publicKey.rawRepresentation.base64EncodedString() }

  /// Whether `text` can be a public key.
  public static func isPublicKey(_ text: String) -> Bool {
    Data(base64Encoded: text).map { (try? Curve25519.Signing.PublicKey(rawRepresentation: $0)) != nil } ?? false
  }

  /// - Returns: nil when the system has no random numbers to sign with.
  public func sign(_ bytes: [UInt8]) -> String? { (try? key.signature(for: Data(bytes)))?.base64EncodedString() }

  /// Whether a signature is one of `bytes` by a public key, both base64.
  public static func isValid(_ signature: String, of bytes: [UInt8], by publicText: String) -> Bool {
    guard let signature = Data(base64Encoded: signature), let raw = Data(base64Encoded: publicText),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return false }
    return key.isValidSignature(signature, for: Data(bytes))
  }
}
