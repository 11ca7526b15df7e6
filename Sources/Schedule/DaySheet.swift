public import Bulletin

/// What airs on a day, and what does not and why (bảng phát trong ngày).
public struct DaySheet: Sendable, Hashable {
  public let date: CivilDate
  /// In the order they play.
  public let rows: [Row]
  /// Notices that asked for the day and do not air, each with its reason.
  public let refusals: [Refusal]
  /// Sessions held that day, with the time they use.
  public let sessions: [SessionUse]

  /// One sound at one time.
  public struct Row: Sendable, Hashable {
    public enum Item: Sendable, Hashable {
      case chime, greeting, closing
      case notice(id: String, title: String, noticeClass: NoticeClass, zones: Zones)
    }

    public let session: String
    public let item: Item
    public let sound: Sound
    /// Milliseconds after 1970-01-01T00:00:00Z.
    public let unixMilliseconds: Int
    /// Silence after the sound, in seconds.
    public let gapSeconds: Double

    /// The start in Vietnam, rounded down to the second.
    public var starts: LocalDateTime? { LocalDateTime(unixSeconds: unixMilliseconds / 1000) }
  }

  /// How much of a session's budget is used.
  public struct SessionUse: Sendable, Hashable {
    public let session: Session
    public let usedSeconds: Double
  }

  public func rows(of session: String) -> [Row] { rows.filter { $0.session == session } }
}
