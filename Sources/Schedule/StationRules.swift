public import Bulletin

/// What a station's plans must keep to.
public struct StationRules: Sendable, Hashable {
  public var sessions: [Session]
  /// The zones there are; empty when the station has none of its own, and any name is taken.
  public var zones: [String]
  /// When nothing but an emergency may sound; nil for never.
  public var quietHours: QuietHours?
  public var holidays: [Holiday]
  public var loudnessCeilings: [LoudnessCeiling]
  /// Silence between two sounds, in seconds, where `gaps` says nothing else.
  public var gapSeconds: Double
  /// Silence after sounds of one kind, in seconds.
  public var gaps: [Kind: Double] = [:]
  /// How long a piece of music runs on under the next one, in seconds; 0 for none.
  public var crossfadeSeconds = 2.0

  /// What a session is made of.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case chime, greeting, notice, repeatIntro, music, relay, closing
  }

  public init(
    sessions: [Session], zones: [String] = [], quietHours: QuietHours? = nil, holidays: [Holiday] = [],
    loudnessCeilings: [LoudnessCeiling] = [], gapSeconds: Double = 1.5
  ) {
    self.sessions = sessions
    self.zones = zones
    self.quietHours = quietHours
    self.holidays = holidays
    self.loudnessCeilings = loudnessCeilings
    self.gapSeconds = gapSeconds
  }

  /// Silence after an item, in seconds.
  public func gap(after item: DaySheet.Row.Item) -> Double { gaps[item.kind] ?? gapSeconds }

  /// The lowest ceiling that holds for `zones` at a second of the day, in LUFS; nil for none.
  public func loudnessCeiling(for zones: Zones, secondOfDay: Int) -> Double? {
    loudnessCeilings.filter { $0.hours.contains(secondOfDay) && !$0.zones.intersection(zones).isNone }.map(\.lufs).min()
  }
}

extension DaySheet.Row.Item {
  public var kind: StationRules.Kind {
    switch self {
    case .chime: .chime
    case .greeting: .greeting
    case .closing: .closing
    case .music: .music
    case .repeatIntro: .repeatIntro
    case .relay: .relay
    case .notice: .notice
    }
  }
}
