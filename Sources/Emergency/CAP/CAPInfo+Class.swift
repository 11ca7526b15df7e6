public import Bulletin

extension CAPAlert.Info {
  /// How the loudspeakers treat it.
  ///
  /// | class     | severity                  | urgency                     | certainty                  |
  /// |-----------|---------------------------|-----------------------------|----------------------------|
  /// | emergency | Extreme, Severe           | Immediate, Expected         | Observed, Likely           |
  /// | priority  | Extreme, Severe, Moderate | Immediate, Expected, Future | Observed, Likely, Possible |
  /// | normal    | anything else             |                             |                            |
  ///
  /// The emergency row is the one public warning systems wake people for (wireless emergency alerts, 47 CFR 10.400). A danger
  /// that is less bad, later or less sure goes first in the next session. Unknown is no reason to sound early: where an
  /// officer knows more, `loa emergency` is one command away.
  public var emergencyClass: NoticeClass {
    let isSerious = severity == .extreme || severity == .severe
    let isNear = urgency == .immediate || urgency == .expected
    let isSure = certainty == .observed || certainty == .likely
    if isSerious && isNear && isSure { return .emergency }
    let isNotable = isSerious || severity == .moderate
    let isComing = isNear || urgency == .future
    let isBelievable = isSure || certainty == .possible
    return isNotable && isComing && isBelievable ? .priority : .normal
  }
}
