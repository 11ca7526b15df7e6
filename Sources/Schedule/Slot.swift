public import Bulletin

/// One place on a day sheet, the same however often the sheet is made anew.
public struct Slot: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  public let date: CivilDate
  public let session: String
  /// A notice's id, or `chime`, `greeting`, `relay`, `music`, `closing`.
  public let name: String
  /// From 1: which of the session's slots of that name.
  public let ordinal: Int

  public init(date: CivilDate, session: String, name: String, ordinal: Int = 1) {
    (self.date, self.session, self.name, self.ordinal) = (date, session, name, ordinal)
  }

  public var description: String { "\(date)/\(session)/\(name)/\(ordinal)" }

  public static func < (a: Slot, b: Slot) -> Bool {
    (a.date, a.session, a.name, a.ordinal) < (b.date, b.session, b.name, b.ordinal)
  }
}
