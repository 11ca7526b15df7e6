/// Programme loudness in LUFS (ITU-R BS.1770); silence is `-.infinity`.
public struct LUFS: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let silence = LUFS(-.infinity)
  public static func < (a: LUFS, b: LUFS) -> Bool { a.value < b.value }
  /// The gain that brings a programme of loudness `b` to loudness `a`.
  public static func - (a: LUFS, b: LUFS) -> Decibels { Decibels(a.value - b.value) }
  public var description: String { "\(rounded(value)) LUFS" }
}

/// A true peak in dBTP: decibels relative to full scale, measured between the samples too (ITU-R BS.1770, annex 2).
public struct TruePeak: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let dBTP: Double
  public init(dBTP: Double) { self.dBTP = dBTP }
  public static let silence = TruePeak(dBTP: -.infinity)
  public static func < (a: TruePeak, b: TruePeak) -> Bool { a.dBTP < b.dBTP }
  public var description: String { "\(rounded(dBTP)) dBTP" }
}

/// A ratio of amplitudes in decibels: a gain, or a level relative to full scale.
public struct Decibels: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unity = Decibels(0)
  public static func < (a: Decibels, b: Decibels) -> Bool { a.value < b.value }
  public var description: String { "\(rounded(value)) dB" }
}

/// One decimal, without Foundation's formatting.
private func rounded(_ value: Double) -> String {
  guard value.isFinite else { return value < 0 ? "-inf" : value.isNaN ? "nan" : "inf" }
  let tenths = Int((value * 10).rounded())
  return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
