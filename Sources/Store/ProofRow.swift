public import Schedule

/// What a microphone or a line back heard of a slot on one loudspeaker.
public struct ProofRow: Sendable, Hashable {
  public var slot: Slot
  public var output: String
  /// -1 to 1.
  public var correlation: Double
  /// Relative to what was sent, in dB.
  public var levelDecibels: Double
  /// Milliseconds after 1970.
  public var unixMilliseconds: Int

  public init(slot: Slot, output: String, correlation: Double, levelDecibels: Double, unixMilliseconds: Int) {
    (self.slot, self.output, self.correlation) = (slot, output, correlation)
    (self.levelDecibels, self.unixMilliseconds) = (levelDecibels, unixMilliseconds)
  }
}
