public import PCM

/// What a device agreed to, beside what was asked.
public struct GrantedParameters: Sendable, Hashable, CustomStringConvertible {
  public let device: String
  public let asked: OutputParameters
  public let sampleFormat: SampleFormat
  /// Channels of the device; each carries the same sound.
  public let channelCount: Int
  public let rate: SampleRate
  public let periodFrames: Int
  public let bufferFrames: Int
  /// Frames kept in the device: what was asked, or three periods where its periods are long.
  public let queueFrames: Int
  public let startThresholdFrames: Int

  public init(
    device: String, asked: OutputParameters, sampleFormat: SampleFormat, channelCount: Int, rate: SampleRate,
    periodFrames: Int, bufferFrames: Int
  ) {
    self.device = device
    self.asked = asked
    self.sampleFormat = sampleFormat
    self.channelCount = channelCount
    self.rate = rate
    self.periodFrames = periodFrames
    self.bufferFrames = bufferFrames
    queueFrames = min(bufferFrames, max(asked.queueFrames, 3 * periodFrames))
    startThresholdFrames = min(asked.startThresholdFrames, queueFrames)
  }

  /// The longest time from a write to its sound.
  public var latencySeconds: Double { Double(queueFrames) / Double(rate.hertz) }

  public var description: String {
    "\(device): \(sampleFormat.rawValue), \(channelCount) ch, \(rate), period \(periodFrames) (asked \(asked.periodFrames)), "
      + "buffer \(bufferFrames) (asked \(asked.bufferFrames)), keeps \(queueFrames), starts at \(startThresholdFrames)"
  }
}
