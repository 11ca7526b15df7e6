public import PCM

/// What is asked of a device; it may grant something near.
public struct OutputParameters: Sendable, Hashable {
  /// Granted exactly or refused.
  public var rate: SampleRate
  /// Frames handed over at a time: the grain of reactions, such as a fade.
  public var periodFrames: Int
  /// Frames the device holds: how late the thread may be before the sound breaks, and how late a reaction is heard.
  public var bufferFrames: Int
  /// Frames written before the device starts by itself.
  public var startThresholdFrames: Int
  /// Seconds without any progress after which the device counts as stalled.
  public var patienceSeconds: Double
  /// Seconds a device may take to open and to take its first sound: a server or a wireless speaker may have to wake up.
  public var openingSeconds: Double

  /// - Precondition: all positive; a buffer of at least two periods.
  public init(
    rate: SampleRate = .broadcast, periodFrames: Int = 480, bufferFrames: Int = 1920, startThresholdFrames: Int = 960,
    patienceSeconds: Double = 1, openingSeconds: Double = 5
  ) {
    precondition(periodFrames > 0 && bufferFrames >= 2 * periodFrames && startThresholdFrames > 0)
    precondition(patienceSeconds > 0 && openingSeconds > 0)
    self.rate = rate
    self.periodFrames = periodFrames
    self.bufferFrames = bufferFrames
    self.startThresholdFrames = startThresholdFrames
    self.patienceSeconds = patienceSeconds
    self.openingSeconds = openingSeconds
  }
}
