internal import PCM

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A crossfade whose level runs straight, in decibels, from the outgoing sound's to the incoming one's.
///
/// Signal-matched power-complementary crossfade (Fink, Holters, Zölzer, DAFx 2016): how alike the two sounds are decides
/// between fading their amplitudes (the same sound) and their powers (strangers), so that nothing dips or swells. What
/// a difference of level has beyond 12 dB, and silence on one side, are left to the fade alone. Nothing is allocated.
public struct Crossfade: Sendable, Hashable {
  /// The normalised correlation of the two sounds, 0 to 1.
  public let correlation: Double
  /// The incoming sound's level relative to the outgoing one's, at most 12 dB either way.
  private let difference: Double

  /// Measures the stretch that both sounds share.
  /// - Precondition: both have the same number of samples.
  public init(outgoing: Span<Float>, incoming: Span<Float>) {
    precondition(outgoing.count == incoming.count, "both sides of a crossfade are as long")
    var (a, b, both) = (0.0, 0.0, 0.0)
    for i in outgoing.indices {
      let (x, y) = (Double(outgoing[i]), Double(incoming[i]))
      guard abs(x) <= 1e6, abs(y) <= 1e6 else { continue }
      a += x * x
      b += y * y
      both += x * y
    }
    let heard = Double(outgoing.count) * 1e-8
    guard a > heard, b > heard else {
      (correlation, difference) = (0, 0)
      return
    }
    correlation = min(1, max(0, both / (a * b).squareRoot()))
    difference = min(12, max(-12, 10 * log10(b / a)))
  }

  /// Between two sounds that have nothing in common and are as loud: their powers add up to one.
  public static let ofStrangers = Crossfade(correlation: 0, difference: 0)

  private init(correlation: Double, difference: Double) { (self.correlation, self.difference) = (correlation, difference) }

  /// The two factors at `position`, 0 at the start and 1 at the end.
  public func gains(at position: Double) -> (outgoing: Double, incoming: Double) {
    let t = min(1, max(0, position))
    let power = (1 - t) * (1 - t) + t * t + 2 * correlation * t * (1 - t)
    let even = 1 / power.squareRoot()
    // Each side is brought to the level that lies on the way, so that the sum does too.
    let outgoing = Decibels(difference * t).amplitude
    let incoming = Decibels(difference * (t - 1)).amplitude
    return ((1 - t) * even * outgoing, t * even * incoming)
  }

  /// Writes the mixture of two sounds as long as those that were measured.
  /// - Precondition: all three hold the same whole number of frames.
  public func mix(_ outgoing: Span<Float>, _ incoming: Span<Float>, into result: inout MutableSpan<Float>, channelCount: Int = 1)
  {
    let frames = result.count / max(1, channelCount)
    precondition(
      channelCount > 0 && outgoing.count == result.count && incoming.count == result.count
        && frames * channelCount == result.count,
      "a crossfade takes whole frames, as many on each side")
    var index = 0
    for frame in 0..<frames {
      let gains = gains(at: frames > 1 ? Double(frame) / Double(frames - 1) : 1)
      for _ in 0..<channelCount {
        result[index] = outgoing[index] * Float(gains.outgoing) + incoming[index] * Float(gains.incoming)
        index += 1
      }
    }
  }
}
