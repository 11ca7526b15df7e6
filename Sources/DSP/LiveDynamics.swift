internal import PCM

/// Clarity's compression for sound as it comes: `DynamicsCurve` against the largest envelope so far.
///
/// The envelope is the mean magnitude of the six last blocks of 32 frames (4 ms at 48 kHz), heard two blocks late, so that it lies around
/// the sound it turns. The reference rises at once and falls by 1 dB a second while somebody speaks; what lies over 35 dB below it is a
/// pause, whose noise is not brought up.
struct LiveDynamics: Sendable {
  /// How many frames later a sound comes out.
  static let latencyFrames = 3 * block
  private static let block = BlockAnalysis.blockFrames
  private static let width = 6

  private let table: DynamicsCurve.Table?
  private let fall: Float
  /// A ring of the frames that wait.
  private var line = [Float](repeating: 0, count: latencyFrames)
  private var place = 0
  private var filled = 0
  private var sum: Float = 0
  private var levels = InlineArray<6, Float>(repeating: 0)
  private var next = 0
  private var reference: Float = 0
  private var gain: Float = 1
  private var step: Float = 0

  init(_ clarity: MasteringSettings.Clarity, rateHertz: Double) {
    let curve = DynamicsCurve(clarity)
    table = curve.strength > 0 ? curve.table : nil
    fall = Float(Decibels(-Double(Self.block) / rateHertz).amplitude)
  }

  mutating func process(_ x: Float) -> Float {
    let late = line[place]
    line[place] = x
    place = place + 1 == line.count ? 0 : place + 1
    let result = late * gain
    gain += step
    sum += abs(x)
    filled += 1
    if filled == Self.block { close() }
    return result
  }

  private mutating func close() {
    levels[next] = sum * (1 / Float(Self.block))
    next = next + 1 == Self.width ? 0 : next + 1
    (filled, sum) = (0, 0)
    guard let table else { return }
    var total: Float = 0
    for i in levels.indices { total += levels[i] }
    let envelope = total * (1 / Float(Self.width))
    if envelope > 0.02 * reference { reference *= fall }
    reference = max(reference, envelope)
    // Straight to the next edge, and no error is carried on.
    let wanted = reference > 1e-6 ? Self.gain(envelope / (0.3 * reference), table) : 1
    step = (wanted - gain) * (1 / Float(Self.block))
  }

  /// The curve down to 35 dB under the reference, from there straight (in dB) to nothing at 55 dB.
  private static func gain(_ ratio: Float, _ table: DynamicsCurve.Table) -> Float {
    let (pause, nothing) = (Float(0.06), Float(0.006))
    if ratio >= pause { return table.gain(ratio) }
    if ratio <= nothing { return 1 }
    let part = (ratio - nothing) / (pause - nothing)
    return 1 + (table.gain(pause) - 1) * part
  }
}
