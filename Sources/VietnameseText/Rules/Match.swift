/// What a rule makes of the atoms from its place up to `end`.
struct Match {
  var end: Int
  var spoken: String
  var semioticClass: SemioticClass
  var rule: Rule
  var flag: Flag = .sure
  /// The silence the match itself asks for after it.
  var pause: Utterance.Pause = .none
  /// Tokens the match falls into, in order; empty when it is one.
  var parts: [Match] = []

  static func silent(_ end: Int, _ rule: Rule, pause: Utterance.Pause = .none) -> Match {
    Match(end: end, spoken: "", semioticClass: .silent, rule: rule, pause: pause)
  }
}
