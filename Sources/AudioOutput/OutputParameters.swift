public import PCM

/// What is asked of a device; it may grant something near.
public struct OutputParameters: Sendable, Hashable {
  /// Granted exactly or refused.
  public var rate: SampleRate
  /// Frames handed over at a time: the grain of reactions, such as a fade.
  public var periodFrames: Int
  /// Frames the device holds.
  public var bufferFrames: Int
  /// Frames kept in the device, even where it insists on a longer buffer: how late the thread may be before the sound
  /// breaks, and how late a reaction is heard.
  public var queueFrames: Int
  /// Exactly so many channels, each with its own sound; nil for one sound on however many the device has.
  public var channelCount: Int?
  /// Frames written before the device starts by itself.
  public var startThresholdFrames: Int
  /// Seconds without any progress after which the device counts as stalled.
  public var patienceSeconds: Double
  /// Seconds a device may take to open and to take its first sound: a server or a wireless speaker may have to wake up.
  public var openingSeconds: Double

  /// - Parameter queueFrames: nil for all of `bufferFrames`.
  /// - Precondition: all positive; a buffer and a queue of at least two periods.
  public init(
    rate: SampleRate = .broadcast, periodFrames: Int = 480, bufferFrames: Int = 1920, queueFrames: Int? = nil,
    startThresholdFrames: Int = 960, patienceSeconds: Double = 1, openingSeconds: Double = 5
  ) {
    precondition(periodFrames > 0 && bufferFrames >= 2 * periodFrames && startThresholdFrames > 0)
    precondition(patienceSeconds > 0 && openingSeconds > 0)
    self.rate = rate
    self.periodFrames = periodFrames
    self.bufferFrames = bufferFrames
    self.queueFrames = queueFrames ?? bufferFrames
    precondition(self.queueFrames >= 2 * periodFrames)
    self.startThresholdFrames = startThresholdFrames
    self.patienceSeconds = patienceSeconds
    self.openingSeconds = openingSeconds
  }
}
