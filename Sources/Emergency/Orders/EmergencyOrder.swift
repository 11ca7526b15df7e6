public import Bulletin

/// One emergency: what is said, where, when, and who said so.
public struct EmergencyOrder: Sendable, Hashable, Codable {
  /// Short enough to be typed at night.
  public var id: String
  /// Cleaned; empty where a recording, a microphone or a kind's own message is said instead.
  public var text: String
  /// A sound file in place of the text; an absolute path.
  public var audio: String?
  /// An ALSA capture device in place of the text.
  public var microphone: String?
  public var kind = EmergencyKind.general
  public var zones = Zones.all
  /// How often a round says it, 1 to 20.
  public var repeats = 3
  public var timing = EmergencyTiming.once
  /// Milliseconds after 1970.
  public var issued: Int
  /// When it is over by itself; milliseconds after 1970, nil until it is cancelled.
  public var expires: Int?
  public var isDrill = false
  /// The quiet tone of the monthly self-test, in place of chime and words.
  public var isSelfTest = false
  /// Who ordered it.
  public var person = ""

  /// Times a round may say its message.
  public static let repeatLimit = 20

  public init(id: String, text: String, issued: Int) { (self.id, self.text, self.issued) = (id, text, issued) }

  /// A name for an order: six letters and digits of its moment, a new one every millisecond for 25 days.
  public static func id(at unixMilliseconds: Int) -> String {
    let digits = String(abs(unixMilliseconds) % 2_176_782_336, radix: 36)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Without an end of its own: the one its timing gives it.
  public mutating func setDefaultEnd() {
    if expires == nil { expires = timing.defaultLifeSeconds.map { issued + $0 * 1000 } }
  }

  /// Whether its moments can be reckoned with.
  var isPlausible: Bool {
    EmergencyRecord.moments.contains(issued) && EmergencyRecord.moments.contains(expires ?? 0)
  }

  func isOver(at now: Int) -> Bool { expires.map { $0 <= now } ?? false }
}
