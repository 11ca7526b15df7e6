public import Bulletin

/// How loud it may be, where and when.
public struct LoudnessCeiling: Sendable, Hashable {
  public var zones: Zones
  public var hours: Hours
  /// Integrated loudness, LUFS.
  public var lufs: Double

  public init(zones: Zones, hours: Hours, lufs: Double) { (self.zones, self.hours, self.lufs) = (zones, hours, lufs) }
}
