/// What a stream of frames looks like.
public struct PCMFormat: Sendable, Hashable, CustomStringConvertible {
  public let rate: SampleRate
  /// Samples per frame, at least 1.
  public let channelCount: Int

  public init(rate: SampleRate, channelCount: Int) {
    precondition(channelCount > 0, "a frame has at least one channel")
    self.rate = rate
    self.channelCount = channelCount
  }

  public var description: String { "\(rate), \(channelCount) ch" }
}
