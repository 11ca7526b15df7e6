public import Bulletin

/// What a station does about one message.
public enum CAPDecision: Sendable, Hashable {
  /// At once.
  case sound(CAPOrder)
  /// The orders of these ids end and this one takes their place, at once or later as its class says.
  case replace([String], CAPOrder)
  /// The orders of these ids end.
  case cancel([String])
  /// In the next sessions.
  case schedule(NoticeClass, CAPOrder)
  /// Nothing changes.
  case refuse(CAPRefusal)
}
