internal import PCM

/// The programme under its gain, as 16-bit samples and as what they sound like.
struct Rendering {
  private var written: [Int16]
  private var heard: [Float]

  /// - Parameter frames: a whole number of blocks.
  init(frames: Int) {
    written = Array(repeating: 0, count: frames)
    heard = Array(repeating: 0, count: frames)
  }

  /// Applies the gains at the edges of the blocks and measures the result.
  mutating func apply(_ gains: [Float], to sound: [Float], frames: Int, rate: SampleRate) -> LoudnessMeasurement {
    var dither = Dither()
    let size = BlockAnalysis.blockFrames
    sound.withUnsafeBufferPointer { sound in
      written.withUnsafeMutableBufferPointer { written in
        heard.withUnsafeMutableBufferPointer { heard in
          guard let x = sound.baseAddress, let y = written.baseAddress, let z = heard.baseAddress else { return }
          for block in 0..<max(0, gains.count - 1) {
            let at = block * size
            dither.quantise(x + at, from: gains[block], to: gains[block + 1], written: y + at, heard: z + at)
          }
        }
      }
    }
    return measure(frames: frames, rate: rate)
  }

  func measure(frames: Int, rate: SampleRate) -> LoudnessMeasurement {
    LoudnessMeter.measure(mono: heard.span.extracting(..<frames), rate: rate)
  }

  consuming func samples(frames: Int) -> [Int16] {
    written.removeLast(written.count - frames)
    return written
  }
}
