/// One line of the journal.
public struct EmergencyRecord: Sendable, Hashable, Codable {
  public enum Event: String, Sendable, Hashable, Codable {
    /// In force from here.
    case ordered
    /// A round's first frames sounded, and its last.
    case began, ended
    /// Never sounds again.
    case cancelled
    /// The round is in the station's as-run log.
    case logged
    /// Somebody tried and was turned away.
    case refused
  }

  /// Milliseconds after 1970.
  public var at: Int
  public var event: Event
  public var id: String
  public var order: EmergencyOrder?
  /// From 0.
  public var round: Int?
  public var person: String?
  /// What was degraded, which loudspeakers sounded, why it was refused; in English, for whoever reads the file.
  public var detail: String?

  /// Moments this side of the year 2096, in milliseconds after 1970: anything else was written by no clock.
  static let moments = 0...4_000_000_000_000

  /// Whether its numbers can be reckoned with: a damaged line must not be the end of the program that reads it.
  var isPlausible: Bool {
    Self.moments.contains(at) && (0...1_000_000).contains(round ?? 0) && (order?.isPlausible ?? true)
  }

  public init(
    at: Int, _ event: Event, id: String, order: EmergencyOrder? = nil, round: Int? = nil, person: String? = nil,
    detail: String? = nil
  ) {
    (self.at, self.event, self.id, self.order, self.round) = (at, event, id, order, round)
    (self.person, self.detail) = (person, detail)
  }
}
