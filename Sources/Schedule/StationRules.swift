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
  /// Silence between two sounds, in seconds.
  public var gapSeconds: Double

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

  /// The lowest ceiling that holds for `zones` at a second of the day, in LUFS; nil for none.
  public func loudnessCeiling(for zones: Zones, secondOfDay: Int) -> Double? {
    loudnessCeilings.filter { $0.hours.contains(secondOfDay) && !$0.zones.intersection(zones).isNone }.map(\.lufs).min()
  }
}
