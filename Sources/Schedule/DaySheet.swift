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
  public struct Row: Sendable, Hashable, Codable {
    public enum Item: Sendable, Hashable, Codable {
      case chime, greeting, closing, music
      /// Says before a repeat when the notice was issued.
      case repeatIntro(of: String)
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
    public private(set) var gapSeconds: Double
    /// How long the end of its sound runs on under the next row, in seconds; nil for not at all.
    public private(set) var crossfadeSeconds: Double?
    /// Where it is heard.
    public let zones: Zones
    /// Whether the notice has aired before: people are told so.
    public let isRepeat: Bool
    /// LUFS; nil for none.
    public let loudnessCeiling: Double?

    /// A row of a day that is over, as far as a log knows it.
    public init(aired slot: Slot, title: String, sound: Sound, unixMilliseconds: Int) {
      let again = "again:"
      let item: Item =
        switch slot.name {
        case "chime": .chime
        case "greeting": .greeting
        case "closing": .closing
        case "music": .music
        case "relay": .relay(title: title)
        case let name where name.hasPrefix(again): .repeatIntro(of: String(name.dropFirst(again.count)))
        default: .notice(id: slot.name, title: title, noticeClass: .normal, zones: .all)
        }
      self.init(
        slot: slot, item: item, sound: sound, unixMilliseconds: unixMilliseconds, gapSeconds: 0, zones: .all, isRepeat: false,
        loudnessCeiling: nil)
    }

    init(
      slot: Slot, item: Item, sound: Sound, unixMilliseconds: Int, gapSeconds: Double, zones: Zones, isRepeat: Bool,
      loudnessCeiling: Double?
    ) {
      (self.slot, self.item, self.sound, self.unixMilliseconds) = (slot, item, sound, unixMilliseconds)
      (self.gapSeconds, self.zones, self.isRepeat, self.loudnessCeiling) = (gapSeconds, zones, isRepeat, loudnessCeiling)
    }

    public var session: String { slot.session }

    /// The start in Vietnam, rounded down to the second.
    public var starts: LocalDateTime? { LocalDateTime(unixSeconds: Int((Double(unixMilliseconds) / 1000).rounded(.down))) }

    /// When its sound is over, or runs on under the next.
    public var endUnixMilliseconds: Int {
      unixMilliseconds + Int(((sound.seconds - (crossfadeSeconds ?? 0)) * 1000).rounded(.up))
    }

    /// The row with the end of its sound under the next one's beginning.
    func crossfaded(seconds: Double) -> Self {
      var row = self
      (row.crossfadeSeconds, row.gapSeconds) = (seconds, 0)
      return row
    }
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
