extension CAPAlert {
  /// One telling of what happens: one language, one degree of danger.
  public struct Info: Sendable, Hashable {
    /// An RFC 3066 tag; en-US where the message says none.
    public let language: String
    public let categories: [Category]
    public let event: String
    public let responseTypes: [ResponseType]
    public let urgency: Urgency
    public let severity: Severity
    public let certainty: Certainty
    public let audience: String?
    public let eventCodes: [CAPNamedValue]
    /// Milliseconds after 1970-01-01T00:00:00Z, as are the two below.
    public let effectiveMilliseconds: Int?
    public let onsetMilliseconds: Int?
    public let expiresMilliseconds: Int?
    public let senderName: String?
    public let headline: String?
    public let description: String?
    public let instruction: String?
    public let web: String?
    public let contact: String?
    public let parameters: [CAPNamedValue]
    public let areas: [CAPArea]
  }
}
