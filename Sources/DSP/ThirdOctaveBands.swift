#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
public import PCM

/// A long-term spectrum: the mean power in third-octave bands (nominal frequencies of IEC 61260-1, 100 Hz to 16 kHz).
///
/// Each band is two second-order band passes of a third of an octave in a row: good to a decibel or two beside steep
/// slopes, which is what a picture needs; not a class of the standard. Costs about 40 ns a sample for all bands.
public struct ThirdOctaveBands: Sendable, Hashable {
  public static let hertz: [Double] = [
    100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000, 6300, 8000, 10_000,
    12_500, 16_000,
  ]

  /// Decibels re the power of a full-scale square, by band; -infinity for silence, nil above 0.45 of the rate.
  public let levels: [Double?]

  /// Measures a whole sound; channels are added up in power.
  public init(_ sound: PCMBuffer) {
    let rate = Double(sound.format.rate.hertz)
    let channels = sound.format.channelCount
    let frames = sound.frameCount
    levels = Self.hertz.map { centre in
      guard centre <= 0.45 * rate, frames > 0 else { return nil }
      var power = 0.0
      for channel in 0..<channels {
        var first = BandPass(hertz: centre, rate: rate)
        var second = first
        for frame in 0..<frames {
          let sample = sound.samples[frame * channels + channel]
          let filtered = second.process(first.process(sample.isFinite ? Double(sample) : 0))
          power += filtered * filtered
        }
      }
      return power > 0 ? 10 * log10(power / Double(frames)) : -.infinity
    }
  }

  /// Constant peak gain band pass (R. Bristow-Johnson's Audio EQ Cookbook), direct form 2 transposed.
  private struct BandPass {
    private let b0, a1, a2: Double
    private var s1 = 0.0
    private var s2 = 0.0

    init(hertz: Double, rate: Double) {
      let w = 2 * Double.pi * hertz / rate
      // Two in a row are as narrow as a third of an octave: 4.318 times the width's widening by the second.
      let alpha = sin(w) / (2 * 2.77)
      b0 = alpha / (1 + alpha)
      a1 = -2 * cos(w) / (1 + alpha)
      a2 = (1 - alpha) / (1 + alpha)
    }

    mutating func process(_ x: Double) -> Double {
      let y = b0 * x + s1
      s1 = s2 - a1 * y
      s2 = -b0 * x - a2 * y
      return y
    }
  }
}
