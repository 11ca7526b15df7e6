public import Bulletin

/// What airs on a day, and what does not and why (bảng phát trong ngày).
public struct DaySheet: Sendable, Hashable {
  public let date: CivilDate
  public let lunar: LunarDate
  /// By session, in the order they play.
  public let rows: [Row]
  /// Notices that asked for the day and do not air, or not where they asked, each with its reason.
  public let refusals: [Refusal]
  /// Sessions held that day, with the time they use.
  public let sessions: [SessionUse]
  /// Sessions that are not held, or shorter or later than they should be.
  public let conflicts: [Conflict]

  /// One sound at one time.
  public struct Row: Sendable, Hashable {
    public enum Item: Sendable, Hashable {
      case chime, greeting, closing, music
      /// Another station's programme: its place and time, no sound of ours.
      case relay(title: String)
      case notice(id: String, title: String, noticeClass: NoticeClass, zones: Zones)
    }

    public let slot: Slot
    public let item: Item
    public let sound: Sound
    /// Milliseconds after 1970-01-01T00:00:00Z.
    public let unixMilliseconds: Int
    /// Silence after the sound, in seconds.
    public let gapSeconds: Double
    /// Where it is heard.
    public let zones: Zones
    /// Whether the notice has aired before: people are told so.
    public let isRepeat: Bool
    /// LUFS; nil for none.
    public let loudnessCeiling: Double?

    public var session: String { slot.session }

    /// The start in Vietnam, rounded down to the second.
    public var starts: LocalDateTime? { LocalDateTime(unixSeconds: Int((Double(unixMilliseconds) / 1000).rounded(.down))) }

    /// When its sound is over.
    public var endUnixMilliseconds: Int { unixMilliseconds + Int((sound.seconds * 1000).rounded(.up)) }
  }

  /// How much of a session's budget is used.
  public struct SessionUse: Sendable, Hashable {
    public let session: Session
    /// When it begins on this day.
    public let startUnixMilliseconds: Int
    /// What it has on this day: less than the session's own where another session or the quiet hours follow.
    public let budgetSeconds: Double
    public let usedSeconds: Double
  }

  public func rows(of session: String) -> [Row] { rows.filter { $0.session == session } }
}

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

extension Conflict.Reason {
  public var vietnamese: String {
    switch self {
    case .holiday(let name): "đổi vì ngày \(name)"
    case .quietHours: "chạm giờ yên tĩnh, chỉ phát ngoài giờ ấy"
    case .cutBy(let session, let lost): "mất \(lost) giây vì buổi \(session) phải bắt đầu đúng giờ"
    case .waitsFor(let session, let seconds): "bắt đầu muộn \(seconds) giây, chờ buổi \(session) xong"
    case .noTime(let session): "không có giờ: trùng với buổi \(session)"
    case .relayOutside: "phần tiếp âm không nằm gọn trong buổi; hãy sửa giờ tiếp âm hoặc độ dài buổi"
    }
  }

  public var english: String {
    switch self {
    case .holiday(let name): "changed for \(name)"
    case .quietHours: "it touches the quiet hours and airs outside of them only"
    case .cutBy(let session, let lost): "it loses \(lost) s because session \(session) begins on time"
    case .waitsFor(let session, let seconds): "it begins \(seconds) s late, after session \(session)"
    case .noTime(let session): "it has no time: session \(session) has it"
    case .relayOutside: "its relay does not lie inside it; change the relay's time or the session's length"
    }
  }
}
