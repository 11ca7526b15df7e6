#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The static curve of SSDRC's dynamic range compression (Zorila, Kandia, Stylianou 2012): quiet consonants
/// come up to the vowels.
package struct DynamicsCurve: Sendable {
  /// How much of the curve's gain is applied: 0 nothing, 1 all of it.
  let strength: Double
  private let clarity: MasteringSettings.Clarity

  package init(_ clarity: MasteringSettings.Clarity) {
    self.clarity = clarity
    strength =
      switch clarity {
      case .none: 0
      case .medium: 0.4
      case .strong: 0.65
      }
  }

  /// Input and output levels in dB, relative to 0.3 of the largest envelope.
  private static let points: [(input: Double, output: Double)] = [
    (-90, -90), (-60, -50), (-50, -24), (-40, -14), (-25, -8), (-10, -4), (0, -2), (15, 0),
  ]

  /// Gain as a factor for an envelope relative to the reference; silence is left alone.
  package func gain(_ ratio: Double) -> Double {
    guard ratio > 0 else { return 1 }
    let input = 20 * log10(ratio)
    var output = input
    if input >= 15 { output = 0 }
    for (low, high) in zip(Self.points, Self.points.dropFirst()) where input >= low.input && input < high.input {
      output = low.output + (input - low.input) / (high.input - low.input) * (high.output - low.output)
    }
    return pow(10, (output - input) * strength / 20)
  }

  /// Gains for ratios from 2^-16 to 2^4, 32 to the octave: the steps of a float's exponent and five bits of its
  /// mantissa.
  private static let tables = [DynamicsCurve(.none), DynamicsCurve(.medium), DynamicsCurve(.strong)].map { curve in
    Table(values: (0...(20 * 32)).map { Float(curve.gain(Double(Float(bitPattern: UInt32(lowestStep + $0) << 18)))) })
  }

  private static let lowestStep = (127 - 16) * 32

  /// The curve as values at fixed ratios.
  struct Table: Sendable {
    fileprivate let values: [Float]

    /// Straight between the table's steps, within 0.05 dB of the curve.
    /// - Parameter ratio: the envelope relative to the reference, at least 0.
    @inline(__always) func gain(_ ratio: Float) -> Float {
      let step = Int(ratio.bitPattern >> 18) - lowestStep
      guard step >= 0 else { return 1 }
      guard step + 1 < values.count else { return values[values.count - 1] }
      let part = Float(ratio.bitPattern & 0x3_FFFF) / Float(1 << 18)
      return values[step] + (values[step + 1] - values[step]) * part
    }
  }

  var table: Table {
    switch clarity {
    case .none: Self.tables[0]
    case .medium: Self.tables[1]
    case .strong: Self.tables[2]
    }
  }

  /// Gains at the edges of every block.
  /// - Parameter levels: mean magnitudes of the blocks.
  /// - Returns: one more than there are levels.
  func gains(levels: [Float], isSpeech: [Bool], blocksPerSecond: Double) -> [Float] {
    var gains = [Float](repeating: 1, count: levels.count + 1)
    guard strength > 0, !levels.isEmpty else { return gains }
    let envelope = Self.mean(levels, width: max(1, Int((0.004 * blocksPerSecond).rounded())))
    var reference: Float = 0
    for i in envelope.indices where isSpeech[i] { reference = max(reference, envelope[i]) }
    guard reference > 0 else { return gains }
    let scale = 1 / (0.3 * reference)
    let table = self.table
    for i in envelope.indices where isSpeech[i] { gains[i] = table.gain(envelope[i] * scale) }
    return Self.mean(gains, width: max(1, Int((0.002 * blocksPerSecond).rounded())))
  }

  /// Centred moving mean.
  private static func mean(_ values: [Float], width: Int) -> [Float] {
    var sums = [Double](repeating: 0, count: values.count + 1)
    for i in values.indices { sums[i + 1] = sums[i] + Double(values[i]) }
    return values.indices.map { i in
      let low = max(0, i - width / 2)
      let high = min(values.count, i - width / 2 + width)
      return Float((sums[high] - sums[low]) / Double(high - low))
    }
  }
}
