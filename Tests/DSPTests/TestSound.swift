import PCM

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sounds with known properties.
enum TestSound {
  static func tone(hertz: Double, decibels: Double, seconds: Double, rate: Int = 48_000, phase: Double = 0) -> [Float] {
    let amplitude = pow(10, decibels / 20)
    return (0..<Int((seconds * Double(rate)).rounded())).map {
      Float(amplitude * sin(2 * Double.pi * hertz * Double($0) / Double(rate) + phase))
    }
  }

  /// White noise between -1 and 1 times `amplitude`, the same for the same seed.
  static func noise(amplitude: Float, count: Int, seed: UInt64 = 1) -> [Float] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return amplitude * (Float(state >> 40) / Float(1 << 23) - 1)
    }
  }

  /// Syllables of voiced sound and hissing consonants at four a second, with pauses: the peaks and levels of
  /// speech.
  static func speech(seconds: Double, rate: Int = 22_050, level: Float = 0.6) -> [Float] {
    let count = Int((seconds * Double(rate)).rounded())
    let hiss = noise(amplitude: 1, count: count, seed: 7)
    let period = rate / 120
    let pulse = (0..<period).map { i in
      (1...20).reduce(0.0) { sum, harmonic in
        let hertz = 120.0 * Double(harmonic)
        let formants = 1 / (1 + pow((hertz - 500) / 150, 2)) + 0.3 / (1 + pow((hertz - 1600) / 200, 2))
        return sum + 0.25 * formants * cos(2 * Double.pi * Double(i * harmonic) / Double(period))
      }
    }
    return (0..<count).map { i in
      let t = Double(i) / Double(rate)
      let syllable = (t * 4).truncatingRemainder(dividingBy: 1)
      let isPause = t.truncatingRemainder(dividingBy: 3) > 2.6
      guard !isPause else { return 0 }
      if syllable < 0.2 { return hiss[i] * 0.04 * level }
      return Float(pulse[i % period] * sin(Double.pi * (syllable - 0.2) / 0.8)) * level
    }
  }

  static func rms(_ samples: some Collection<Float>) -> Double {
    guard !samples.isEmpty else { return 0 }
    return (samples.reduce(0) { $0 + Double($1) * Double($1) } / Double(samples.count)).squareRoot()
  }

  /// Amplitude of the sine of `hertz` in `samples`.
  static func amplitude(hertz: Double, in samples: [Float], rate: Int) -> Double {
    var (re, im, weight) = (0.0, 0.0, 0.0)
    for (i, x) in samples.enumerated() {
      let window = 0.5 - 0.5 * cos(2 * Double.pi * Double(i) / Double(samples.count))
      let angle = 2 * Double.pi * hertz * Double(i) / Double(rate)
      re += window * Double(x) * cos(angle)
      im += window * Double(x) * sin(angle)
      weight += window
    }
    return 2 * (re * re + im * im).squareRoot() / weight
  }
}
