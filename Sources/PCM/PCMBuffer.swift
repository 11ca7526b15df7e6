// PCM: samples and the units they are measured in. Level 0: imports nothing, does no I/O, reads no clock.

/// Sound in memory: interleaved 32-bit float samples, full scale at ±1.0.
public struct PCMBuffer: Sendable, Hashable {
  /// Frames per second and channels per frame of `samples`.
  public let format: PCMFormat
  /// Interleaved: frame 0 channel 0, frame 0 channel 1, ..., frame 1 channel 0, ...
  public var samples: [Float]

  /// - Precondition: `samples.count` is a whole number of frames.
  public init(format: PCMFormat, samples: [Float] = []) {
    precondition(samples.count % format.channelCount == 0, "a PCMBuffer holds whole frames")
    self.format = format
    self.samples = samples
  }

  /// Mono sound.
  public init(mono samples: [Float], rate: SampleRate) {
    self.init(format: PCMFormat(rate: rate, channelCount: 1), samples: samples)
  }

  public var frameCount: Int { samples.count / format.channelCount }

  /// Length in seconds.
  public var seconds: Double { Double(frameCount) / Double(format.rate.hertz) }
}

extension PCMBuffer: CustomStringConvertible {
  public var description: String { "\(frameCount) frames, \(format)" }
}
