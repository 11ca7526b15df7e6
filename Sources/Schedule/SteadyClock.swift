/// The station's time: the wall clock's, but without its jumps while something is on air.
///
/// A clock that is set while a session plays must not cut it short, leave it silent or repeat it: the session goes on by the monotonic
/// clock, and the new time is taken when the loudspeakers rest. Small corrections, as time servers make them, are followed slowly.
public struct SteadyClock: Sendable, Hashable {
  /// Wall time less monotonic time, in milliseconds.
  private var offset: Int?
  private var last = 0
  /// When the wall clock was first seen to have jumped; monotonic milliseconds.
  private var jumped: Int?

  /// A jump is taken at last after this long on air, in milliseconds.
  static let longestDelay = 6 * 3_600_000
  /// How fast small corrections are followed: one millisecond in so many.
  private static let slew = 200
  /// More than this is a jump, in milliseconds.
  private static let jump = 1000

  public init() {}

  /// - Parameters:
  ///   - wall: milliseconds after 1970.
  ///   - monotonic: milliseconds of a clock that is never set.
  ///   - isOnAir: whether a loudspeaker sounds or is about to.
  /// - Returns: the station's time; milliseconds after 1970.
  public mutating func now(wall: Int, monotonic: Int, isOnAir: Bool) -> Int {
    let measured = wall - monotonic
    guard let offset, isOnAir else {
      (self.offset, last, jumped) = (measured, monotonic, nil)
      return wall
    }
    let error = measured - offset
    if abs(error) <= Self.jump {
      jumped = nil
      let step = (monotonic - last) / Self.slew
      if step > 0 || error == 0 {
        self.offset = offset + max(-step, min(step, error))
        last = monotonic
      }
    } else if monotonic - (jumped ?? monotonic) >= Self.longestDelay {
      (self.offset, last, jumped) = (measured, monotonic, nil)
      return wall
    } else {
      jumped = jumped ?? monotonic
      last = monotonic
    }
    return monotonic + (self.offset ?? measured)
  }
}
