/// What is answered: lines of JSON, as things happen.
public enum EmergencyReply: Sendable, Hashable, Codable {
  /// The message has come: whoever answers is alive.
  case heard
  /// In force; sent at once, before anything sounds.
  case taken(id: String)
  /// The chime's first frames were taken by a loudspeaker so long after the order.
  case sounding(output: String, milliseconds: Int)
  /// Another emergency is heard, which goes first; this one follows it.
  case waiting(behind: String)
  /// The words are ready so long after the order.
  case speaking(milliseconds: Int)
  /// On the disk.
  case kept(path: String)
  case degraded(Degradation)
  case refused(EmergencyRefusal)
  case cancelled([String])
  case orders([EmergencyState])
  /// Nothing more comes; whether anything sounds.
  case end(sounds: Bool)
}

/// An order in force, for whoever asks.
public struct EmergencyState: Sendable, Hashable, Codable {
  public var order: EmergencyOrder
  public var isSounding: Bool
  /// When it sounds next; milliseconds after 1970, nil when it does not.
  public var next: Int?
}
