public import Bulletin

/// What should sound: a pure function of day sheets, how slots have ended, and the clock.
///
/// The daemon asks it over and over, so that nothing depends on an event that could be missed; `loa simulate` asks it for any instant.
public struct OnAir: Sendable {
  /// How a slot ended; each ends once, but an interrupted one may go on.
  public enum Ending: Sendable, Hashable {
    case played, skipped, missed
    /// Interrupted for good: some of it was heard, and it does not go on.
    case ended
    /// Where in its sound it broke off, and when; milliseconds after 1970.
    case interrupted(atSeconds: Double, unixMilliseconds: Int)
  }

  /// How late a row may still begin, in milliseconds.
  public struct Grace: Sendable, Hashable {
    public var normal = 2 * 60 * 1000
    public var priority = 15 * 60 * 1000
    /// An interruption up to this long goes on where it broke off.
    public var resume = 4000

    public init() {}
  }

  /// What to do now in one place.
  public struct Decision: Sendable, Hashable {
    public enum Beginning: Sendable, Hashable {
      case start
      /// At the beginning of the sentence that this second lies in.
      case sentence(atSeconds: Double)
    }

    /// What should sound, from where.
    public var play: DaySheet.Row?
    public var from = Beginning.start
    /// What will never sound now, each to be ended as missed.
    public var missed: [DaySheet.Row] = []
    /// What comes after it.
    public var next: DaySheet.Row?
  }

  /// In the order they begin.
  let rows: [DaySheet.Row]
  private let sessionEnds: [String: Int]
  private let grace: Grace
  private let quietHours: QuietHours?

  /// - Parameter sheets: of the day, and of the days beside it where sessions pass midnight.
  /// - Parameter quietHours: when even what is late may not sound.
  public init(_ sheets: [DaySheet], grace: Grace = Grace(), quietHours: QuietHours? = nil) {
    rows = sheets.flatMap(\.rows).sorted { ($0.unixMilliseconds, $0.slot) < ($1.unixMilliseconds, $1.slot) }
    var ends: [String: Int] = [:]
    for sheet in sheets {
      for use in sheet.sessions {
        ends[Self.key(sheet.date, use.session.name)] = use.startUnixMilliseconds + Int(use.budgetSeconds * 1000)
      }
    }
    sessionEnds = ends
    self.grace = grace
    self.quietHours = quietHours
  }

  private static func key(_ date: CivilDate, _ session: String) -> String { "\(date)/\(session)" }

  /// What sounds in `zone` at an instant if everything goes as planned; nil in silence.
  public func row(at unixMilliseconds: Int, zone: String? = nil) -> DaySheet.Row? {
    rows.first {
      $0.unixMilliseconds <= unixMilliseconds && unixMilliseconds < $0.endUnixMilliseconds
        && (zone.map($0.zones.contains) ?? true)
    }
  }

  /// The first row to begin after an instant.
  public func next(after unixMilliseconds: Int, zone: String? = nil) -> DaySheet.Row? {
    rows.first { $0.unixMilliseconds > unixMilliseconds && (zone.map($0.zones.contains) ?? true) }
  }

  /// What a player that has nothing on should do now.
  ///
  /// The first row that is due and not over plays: from its start while its grace lasts, at its sentence when it was interrupted for
  /// a moment. What is later than its grace, or would outlast its session, is missed; the row after it is asked next, so nothing piles up.
  /// - Parameters:
  ///   - zones: those the player is heard in; nil for any.
  ///   - excluded: slots that are none of the player's business: it plays them already, or another one does.
  public func decision(
    at now: Int, endings: [Slot: Ending], zones: Zones = .all, except excluded: Set<Slot> = []
  ) -> Decision {
    var decision = Decision()
    for row in rows where !row.zones.intersection(zones).isNone && !excluded.contains(row.slot) {
      if row.unixMilliseconds > now || decision.play != nil {
        if endings[row.slot] == nil {
          decision.next = row
          break
        }
        continue
      }
      switch endings[row.slot] {
      case .played, .skipped, .missed, .ended: continue
      case .interrupted(let position, let when):
        if now - when <= grace.resume, hasRoom(row, at: now, seconds: row.sound.seconds - position) {
          (decision.play, decision.from) = (row, .sentence(atSeconds: position))
        } else if hasRoom(row, at: now, seconds: row.sound.seconds), now - when <= allowance(row) {
          decision.play = row
        } else {
          decision.missed.append(row)
        }
      case nil:
        if now - row.unixMilliseconds <= allowance(row), hasRoom(row, at: now, seconds: row.sound.seconds) {
          decision.play = row
        } else {
          decision.missed.append(row)
        }
      }
    }
    return decision
  }

  private func allowance(_ row: DaySheet.Row) -> Int {
    if case .notice(_, _, .priority, _) = row.item { grace.priority } else { grace.normal }
  }

  /// Whether a row that begins now is over with its session, or as late as its own grace lets it be.
  private func hasRoom(_ row: DaySheet.Row, at now: Int, seconds: Double) -> Bool {
    if let quietHours, let second = LocalDateTime(unixSeconds: now / 1000)?.secondOfDay,
      quietHours.contains(second) || Double(quietHours.secondsUntilStart(from: second)) < seconds
    {
      return false
    }
    guard let end = sessionEnds[Self.key(row.slot.date, row.session)] else { return true }
    return now + Int(seconds * 1000) <= end + allowance(row)
  }
}

extension OnAir.Ending {
  /// Whether nothing of the slot was heard, so that its room may go to others.
  var isSilent: Bool {
    switch self {
    case .skipped, .missed: true
    case .played, .ended, .interrupted: false
    }
  }
}
