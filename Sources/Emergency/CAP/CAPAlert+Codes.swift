extension CAPAlert {
  /// How a message is to be handled.
  public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    case actual = "Actual"
    case exercise = "Exercise"
    case system = "System"
    case test = "Test"
    case draft = "Draft"
  }

  /// What a message is to the ones before it.
  public enum MessageType: String, Sendable, Hashable, Codable, CaseIterable {
    case alert = "Alert"
    case update = "Update"
    case cancel = "Cancel"
    case acknowledgement = "Ack"
    case error = "Error"
  }

  /// Who may hear a message.
  public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    case isPublic = "Public"
    case restricted = "Restricted"
    case isPrivate = "Private"
  }
}
