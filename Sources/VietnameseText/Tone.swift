/// One of the six tones of Vietnamese, by its own name.
public enum Tone: UInt8, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  /// Level, unwritten: `ma`.
  case ngang
  /// Falling: `mà`.
  case huyền
  /// Rising: `má`.
  case sắc
  /// Dipping: `mả`.
  case hỏi
  /// Broken and rising: `mã`.
  case ngã
  /// Low and stopped: `mạ`.
  case nặng

  /// Whether a syllable that ends in p, t, c or ch can bear the tone.
  public var fitsStop: Bool { self == .sắc || self == .nặng }

  public var description: String {
    switch self {
    case .ngang: "ngang"
    case .huyền: "huyền"
    case .sắc: "sắc"
    case .hỏi: "hỏi"
    case .ngã: "ngã"
    case .nặng: "nặng"
    }
  }
}
