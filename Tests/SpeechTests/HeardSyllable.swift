import Glibc

/// A syllable measured as an ear would: frames of 10 ms, loud or not, and the pitch of the loud ones.
struct HeardSyllable {
  private let samples: [Float]
  private let loud: [Bool]
  private let hop = 220

  init(_ samples: [Float]) {
    self.samples = samples
    let levels = stride(from: 0, to: samples.count - 220, by: 220).map { start in
      samples[start..<start + 220].reduce(0) { $0 + $1 * $1 }
    }
    let peak = levels.max() ?? 0
    // 30 dB below the loudest frame.
    loud = levels.map { $0 > peak * 0.001 }
  }

  var voicedSeconds: Double { Double(loud.count { $0 }) * 0.01 }

  /// The longest silence between two loud frames.
  var longestBreakSeconds: Double {
    guard let first = loud.firstIndex(of: true), let last = loud.lastIndex(of: true) else { return 0 }
    var (run, longest) = (0, 0)
    for frame in loud[first...last] {
      run = frame ? 0 : run + 1
      longest = max(longest, run)
    }
    return Double(longest) * 0.01
  }

  /// The pitch at a part of the syllable, in semitones re 100 Hz: the lag of the highest normalised autocorrelation.
  func semitones(at part: Double) -> Double {
    let window = 1100
    let lags = 22_050 / 260...22_050 / 62
    let room = samples.count - window - lags.upperBound
    guard room > 0 else { return 0 }
    let centre = Int(part * Double(samples.count)) - (window + lags.upperBound) / 2
    let start = min(max(centre, 0), room)
    var best = (lag: lags.lowerBound, value: -Float.infinity)
    for lag in lags {
      var (product, a, b) = (Float(0), Float(1e-9), Float(1e-9))
      for i in start..<start + window {
        product += samples[i] * samples[i + lag]
        a += samples[i] * samples[i]
        b += samples[i + lag] * samples[i + lag]
      }
      // A shorter lag wins a tie: its multiples correlate as well.
      let value = product / (a * b).squareRoot() - Float(lag) * 0.0004
      if value > best.value { best = (lag, value) }
    }
    return 12 * log2(22_050 / Double(best.lag) / 100)
  }
}
