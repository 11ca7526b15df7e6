/// What closes a syllable; `i` and `u` are the off-glides, whichever letter writes them (`tai`, `tay`, `tau`, `tao`).
public enum Coda: String, Sendable, Hashable, CaseIterable {
  case none = ""
  case p, t, c, ch, m, n, ng, nh, i, u

  /// Whether only the tones sắc and nặng are possible.
  public var isStop: Bool { self == .p || self == .t || self == .c || self == .ch }
}
