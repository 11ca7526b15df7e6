/// The consonant a syllable begins with; one case per sound of the spelling, not per spelling.
///
/// `c` covers c and k, `g` covers g and gh, `ng` covers ng and ngh. `qu` carries its own glide: `quá` is `qu` + `a`.
public enum Onset: String, Sendable, Hashable, CaseIterable {
  case none = ""
  case b, c, ch, d, đ, g, gi, h, kh, l, m, n, ng, nh, p, ph, qu, r, s, t, th, tr, v, x
}
