#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
internal import PCM

/// Rides the gain of sound as it comes to a target loudness, as a hand on a fader would.
///
/// Loudness is the K-weighted mean square (BS.1770-5) of 10 ms hops, averaged over what counts: 400 ms that lie over -60 LUFS and
/// at most 10 LU below the average. A pause therefore moves nothing, and its noise does not come up. The average is
/// over all that counted until 4 s of it have come, then over the last 4 s. What lies 10 to 25 LU below it, as when somebody steps
/// back, draws the average down fifteen times more slowly. What the limiter takes away is measured behind it and given back, up to 6 dB.
struct LoudnessRider: Sendable {
  private let target: Double
  private let hop: Int
  private var before: KWeightedEnergy
  private var after: KWeightedEnergy
  private var comes: [Float]
  private var leaves: [Float]
  private var filled = 0
  private var heard = 0
  /// Mean squares of the last 400 ms of hops.
  private var hops = [Double](repeating: 0, count: 40)
  private var place = 0
  private var average = 0.0
  private var counted = 0.0
  /// Averages behind the gain and behind the limiter, over the same hops.
  private var given = 0.0
  private var left = 0.0
  private var hopGiven = 0.0
  private var isCounting = false
  private var decibels: Double
  private var factor: Float
  private var step: Float = 0

  private static let hopSeconds = 0.01
  private static let window = 4.0
  private static let range = -24.0...36.0

  init(target: LUFS, rateHertz: Double, startingGain: Decibels) {
    self.target = target.value
    hop = max(8, Int((rateHertz * Self.hopSeconds).rounded()))
    before = KWeightedEnergy(rateHertz: rateHertz, hop: hop)
    after = before
    comes = Array(repeating: 0, count: hop)
    leaves = comes
    decibels = startingGain.value.clamped(to: Self.range)
    factor = Float(Decibels(decibels).amplitude)
  }

  var gain: Decibels { Decibels(decibels) }

  var outputLoudness: LUFS { left > 0 ? LUFS(LoudnessGate.loudness(left)) : .silence }

  /// Brings the next sample to its level.
  mutating func level(_ x: Float) -> Float {
    comes[filled] = x
    let result = x * factor
    factor += step
    filled += 1
    if filled == hop { close() }
    return result
  }

  /// Hears what leaves the limiter.
  mutating func hear(_ x: Float) {
    leaves[heard] = x
    heard += 1
    guard heard == hop else { return }
    heard = 0
    let energy = leaves.withUnsafeBufferPointer { $0.baseAddress.map { after.hop($0).sum() } ?? 0 }
    guard isCounting else { return }
    let share = self.share
    given += (hopGiven - given) * share
    left += (energy / Double(hop) - left) * share
  }

  /// How much of the average one hop is.
  private var share: Double { Self.hopSeconds / min(Self.window, max(Self.hopSeconds, counted)) }

  private mutating func close() {
    filled = 0
    let energy = comes.withUnsafeBufferPointer { $0.baseAddress.map { before.hop($0).sum() } ?? 0 } / Double(hop)
    hops[place] = energy
    place = place + 1 == hops.count ? 0 : place + 1
    var recent = 0.0
    for hop in hops { recent += hop }
    recent /= Double(hops.count)
    // Until 400 ms have come, what there is stands for them.
    if counted < 0.4 { recent = max(recent, energy) }
    isCounting = recent > LoudnessGate.meanSquare(-60) && recent > 0.1 * average
    if isCounting {
      counted += Self.hopSeconds
      average += (energy - average) * share
    } else if recent > LoudnessGate.meanSquare(-60), recent > 0.003 * average {
      average += (energy - average) * Self.hopSeconds / (15 * Self.window)
    }
    hopGiven = energy * pow(10, decibels / 10)
    move()
  }

  /// A step towards the gain the average asks for: fast while little is known, then at most 12 dB a second down and 4 up.
  private mutating func move() {
    guard average > 0 else {
      step = 0
      return
    }
    let taken = left > 0 && given > left ? min(6, 10 * log10(given / left)) : 0
    let wanted = (target - LoudnessGate.loudness(average) + taken).clamped(to: Self.range)
    let isNew = counted < 1.5
    let (down, up) = isNew ? (0.6, 0.4) : (0.12, 0.04)
    decibels += (wanted - decibels).clamped(to: -down...up)
    // Straight to the next hop's edge; what rounding left is taken up there.
    step = (Float(pow(10, decibels / 20)) - factor) / Float(hop)
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
