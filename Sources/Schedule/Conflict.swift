/// A session that cannot be held as it should.
public struct Conflict: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case holiday(String)
    case quietHours
    /// A session that must begin on time cuts it short.
    case cutBy(session: String, lostSeconds: Int)
    /// It waits for the session before it.
    case waitsFor(session: String, seconds: Int)
    /// The whole of its time is another session's.
    case noTime(session: String)
    /// Its relay does not lie inside it, or what is before it in its zones still lasts.
    case relayOutside
  }

  public let session: String
  public let reason: Reason
}
