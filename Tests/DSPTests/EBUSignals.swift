import DSP
import PCM
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The test signals of EBU Tech 3341 (v4, 2023) and Tech 3342 that need no recorded programme, 48 kHz.
struct EBUSignal: Sendable, CustomTestStringConvertible {
  enum Quantity { case integrated, momentaryMax, shortTermMax, range, truePeak }

  let name: String
  let quantity: Quantity
  let expected: Double
  let channelLevels: [Double]
  let mono: @Sendable () -> [Float]

  var testDescription: String { name }

  var tolerance: ClosedRange<Double> {
    switch quantity {
    case .range: (expected - 1)...(expected + 1)
    case .truePeak: (expected - 0.4)...(expected + 0.2)
    default: (expected - 0.1)...(expected + 0.1)
    }
  }

  /// Interleaved, each channel at its level in dB.
  var sound: PCMBuffer {
    let mono = mono()
    let gains = channelLevels.map { Float(pow(10, $0 / 20)) }
    var samples: [Float] = []
    samples.reserveCapacity(mono.count * gains.count)
    for x in mono { for gain in gains { samples.append(x * gain) } }
    return PCMBuffer(format: PCMFormat(rate: .broadcast, channelCount: gains.count), samples: samples)
  }

  func read(_ measurement: LoudnessMeasurement) -> Double {
    switch quantity {
    case .integrated: measurement.integrated.value
    case .momentaryMax: measurement.momentaryMax.value
    case .shortTermMax: measurement.shortTermMax.value
    case .range: measurement.loudnessRange
    case .truePeak: measurement.truePeak.dBTP
    }
  }
}

extension EBUSignal {
  static let all: [EBUSignal] =
    levels + ranges + (0..<20).flatMap(onset) + phases + (0..<4).map(burst)

  private static func tone(
    _ name: String, _ quantity: Quantity, _ expected: Double, _ segments: [(Double, Double)], channels: [Double] = [0, 0]
  ) -> EBUSignal {
    EBUSignal(name: name, quantity: quantity, expected: expected, channelLevels: channels) { steps(segments) }
  }

  /// A 1 kHz tone of the given lengths in seconds and levels in dB.
  private static func steps(_ segments: [(Double, Double)]) -> [Float] {
    let cycle = (0..<48).map { sin(2 * Double.pi * Double($0) / 48) }
    var samples: [Float] = []
    for (seconds, level) in segments {
      let amplitude = pow(10, level / 20)
      for _ in 0..<Int((seconds * 48_000).rounded()) { samples.append(Float(amplitude * cycle[samples.count % 48])) }
    }
    return samples
  }

  private static let levels = [
    tone("3341-1", .integrated, -23, [(20, -23)]),
    tone("3341-2", .integrated, -33, [(20, -33)]),
    tone("3341-3", .integrated, -23, [(10, -36), (60, -23), (10, -36)]),
    tone("3341-4", .integrated, -23, [(10, -72), (10, -36), (60, -23), (10, -36), (10, -72)]),
    tone("3341-5", .integrated, -23, [(20, -26), (20.1, -20), (20, -26)]),
    tone("3341-6", .integrated, -23, [(20, 0)], channels: [-28, -28, -24, -30, -30]),
    tone("3341-9", .shortTermMax, -23, (0..<5).flatMap { _ in [(1.34, -20.0), (1.66, -30.0)] }),
    tone("3341-12", .momentaryMax, -23, (0..<25).flatMap { _ in [(0.18, -20.0), (0.22, -30.0)] }),
  ]

  private static let ranges = [
    tone("3342-1", .range, 10, [(20, -20), (20, -30)]),
    tone("3342-2", .range, 5, [(20, -20), (20, -15)]),
    tone("3342-3", .range, 20, [(20, -40), (20, -20)]),
    tone("3342-4", .range, 15, [(20, -50), (20, -35), (20, -20), (20, -35), (20, -50)]),
  ]

  /// Cases 10 and 13: a tone that begins at any place between the meter's steps.
  private static func onset(_ i: Int) -> [EBUSignal] {
    [
      tone("3341-10-\(i + 1)", .shortTermMax, -23, [(Double(i) * 0.15, -300), (3, -23), (1, -300)]),
      tone("3341-13-\(i + 1)", .momentaryMax, -23, [(Double(i) * 0.02, -300), (0.4, -23), (1, -300)]),
    ]
  }

  /// Cases 15 to 19: sines whose samples miss their peaks.
  private static let phases = [
    (15, 4.0, 0.5, 0.0, -6.0), (16, 4, 0.5, 45, -6), (17, 6, 0.5, 60, -6), (18, 8, 0.5, 67.5, -6), (19, 4, 1.41, 45, 3),
  ].map { (number, divisor, amplitude, degrees, peak) in
    EBUSignal(name: "3341-\(number)", quantity: .truePeak, expected: peak, channelLevels: [0, 0]) {
      let count = 153_600
      return (0..<count).map { i in
        let phase = 2 * Double.pi * Double(i) / divisor + degrees * Double.pi / 180
        return Float(amplitude * sin(phase) * taper(i, count, 480))
      }
    }
  }

  private static func taper(_ i: Int, _ count: Int, _ length: Int) -> Double {
    min(1, Double(min(i, count - 1 - i)) / Double(length))
  }

  /// Cases 20 to 23: a short burst made at four times the rate, sampled at each of the four offsets.
  private static func burst(_ offset: Int) -> EBUSignal {
    EBUSignal(name: "3341-\(20 + offset)", quantity: .truePeak, expected: 0, channelLevels: [0, 0]) {
      let count = 76_800
      let middle = count / 2 / 24 * 24
      var phase = 0.0
      let fine = (0..<count).map { i -> Double in
        let isBurst = (middle..<(middle + 16)).contains(i)
        defer { phase += 2 * Double.pi / (isBurst ? 16 : 24) }
        return (isBurst ? 1 : 0.5) * sin(phase) * taper(i, count, 1920)
      }
      let filter = lowPass
      return stride(from: offset, to: count, by: 4).map { at in
        var sum = 0.0
        for (tap, weight) in filter.enumerated() {
          let index = at + 255 - tap
          if fine.indices.contains(index) { sum += fine[index] * weight }
        }
        return Float(sum)
      }
    }
  }

  /// 511 taps, cut off at 0.46 of 48 kHz for a rate of 192 kHz, Kaiser window with beta 10.
  private static let lowPass: [Double] = {
    let taps = (0..<511).map { i -> Double in
      let x = Double(i - 255)
      let angle = Double.pi * 0.23 * x
      let edge = x / 255
      return (x == 0 ? 1 : sin(angle) / angle) * bessel(10 * (1 - edge * edge).squareRoot())
    }
    let sum = taps.reduce(0, +)
    return taps.map { $0 / sum }
  }()

  private static func bessel(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for k in 1..<60 {
      term *= (x / (2 * Double(k))) * (x / (2 * Double(k)))
      sum += term
    }
    return sum
  }
}
