extension PCMBuffer {
  /// The mean of the channels. Equal channels keep their level; sound that is in one of two channels only loses 6 dB.
  public func mixedToMono() -> PCMBuffer {
    let channels = format.channelCount
    guard channels > 1 else { return self }
    let scale = 1 / Float(channels)
    var mono = [Float](repeating: 0, count: frameCount)
    for frame in mono.indices {
      var sum: Float = 0
      for channel in 0..<channels { sum += samples[frame * channels + channel] }
      mono[frame] = sum * scale
    }
    return PCMBuffer(mono: mono, rate: format.rate)
  }
}
