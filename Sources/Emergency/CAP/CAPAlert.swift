/// One message of the OASIS Common Alerting Protocol 1.2, as it was sent.
///
/// Who sent it is what it says of itself: signatures are not checked here, the way it came has to be trusted.
public struct CAPAlert: Sendable, Hashable {
  public static let namespace = "urn:oasis:names:tc:emergency:cap:1.2"

  /// What other messages call this one by.
  public let reference: CAPReference
  public let status: Status
  public let messageType: MessageType
  public let scope: Scope
  public let source: String?
  /// Who a message of scope Restricted is for.
  public let restriction: String?
  /// Who a message of scope Private is for.
  public let addresses: [String]
  public let codes: [String]
  public let note: String?
  /// The earlier messages this one updates, cancels or answers.
  public let references: [CAPReference]
  public let incidents: [String]
  public let infos: [Info]

  public var identifier: String { reference.identifier }
  public var sender: String { reference.sender }
  /// Milliseconds after 1970-01-01T00:00:00Z.
  public var sentMilliseconds: Int { reference.sentMilliseconds }
}
