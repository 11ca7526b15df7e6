internal import PCM

/// The programme under its gain, as 16-bit samples and as what they sound like.
struct Rendering {
  private var written: [Int16]
  private var heard: [Float]
  private var samplePeaks: [Float]

  /// - Parameter frames: a whole number of blocks.
  init(frames: Int) {
    written = Array(repeating: 0, count: frames)
    heard = Array(repeating: 0, count: frames)
    samplePeaks = Array(repeating: 0, count: frames / BlockAnalysis.blockFrames)
  }

  /// Applies the gains at the edges of the blocks.
  mutating func apply(_ gains: [Float], to sound: [Float]) {
    var dither = Dither()
    let size = BlockAnalysis.blockFrames
    sound.withUnsafeBufferPointer { sound in
      written.withUnsafeMutableBufferPointer { written in
        heard.withUnsafeMutableBufferPointer { heard in
          samplePeaks.withUnsafeMutableBufferPointer { peaks in
            guard let x = sound.baseAddress, let y = written.baseAddress, let z = heard.baseAddress else { return }
            for block in peaks.indices {
              let at = block * size
              peaks[block] = dither.quantise(
                x + at, from: gains[block], to: gains[block + 1], written: y + at, heard: z + at)
            }
          }
        }
      }
    }
  }

  /// Measures the first `frames`; what follows them is silence.
  func measure(frames: Int, rate: SampleRate) -> LoudnessMeasurement {
    let heard = heard.span.extracting(..<frames)
    guard frames >= max(32 * LoudnessMeter.hopFrames(rate), 8 * BlockAnalysis.blockFrames) else {
      return LoudnessMeter.measure(mono: heard, rate: rate)
    }
    return heard.withUnsafeBufferPointer { heard in
      guard let base = heard.baseAddress else { return LoudnessMeter.measure(mono: heard.span, rate: rate) }
      let blocks = frames / BlockAnalysis.blockFrames
      return LoudnessMeter.measure(
        base, count: frames, rate: rate, peaks: Array(samplePeaks[..<blocks]), samplePeak: samplePeaks.max() ?? 0,
        hasOffset: false)
    }
  }

  consuming func samples(frames: Int) -> [Int16] {
    written.removeLast(written.count - frames)
    return written
  }

  /// To 16 bits: as they are if they came from there, else with dither.
  static func quantised(_ samples: [Float]) -> [Int16] {
    let steps = samples.map { $0 * 32768 }
    if steps.allSatisfy({ $0 == $0.rounded() && abs($0) < 32768 }) { return steps.map { Int16($0) } }
    let size = BlockAnalysis.blockFrames
    let padded = samples + [Float](repeating: 0, count: (size - samples.count % size) % size)
    var render = Rendering(frames: padded.count)
    render.apply(Array(repeating: 1, count: padded.count / size + 1), to: padded)
    return render.samples(frames: samples.count)
  }
}
