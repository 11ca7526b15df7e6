public import PCM

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Decibels {
  /// The factor samples are multiplied by; 0 for minus infinity.
  public var amplitude: Double { pow(10, value / 20) }

  /// The level of an amplitude; 0 gives minus infinity.
  public init(amplitude: Double) { self.init(20 * log10(abs(amplitude))) }
}

extension TruePeak {
  /// The amplitude, full scale at 1.
  public var amplitude: Double { pow(10, dBTP / 20) }

  public init(amplitude: Double) { self.init(dBTP: 20 * log10(abs(amplitude))) }
}
