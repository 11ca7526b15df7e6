/// The main vowel of a syllable; `oo` and `ôô` are the long vowels of `xoong` and `ôông`.
public enum Nucleus: String, Sendable, Hashable, CaseIterable {
  case a, ă, â, e, ê, i, o, ô, ơ, u, ư, iê, uô, ươ, oo, ôô

  /// Whether c, g and ng are written k, gh and ngh before it.
  var isFront: Bool { self == .e || self == .ê || self == .i || self == .iê }
}
