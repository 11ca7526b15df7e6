public import Emergency

/// What a station has to do because of a CAP message.
///
/// The ids in `ending` and `end` are of emergencies and of notices; one that is over or was never carried out is no fault.
public enum CAPOutcome: Sendable, Hashable {
  /// At once; what it takes the place of ends.
  case sound(EmergencyOrder, ending: [String])
  case end([String])
  /// In the next sessions; what it takes the place of ends now.
  case notice(CAPNotice, ending: [String])
}
