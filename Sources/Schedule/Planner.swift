public import Bulletin

/// Makes day sheets: a pure function of rules, notices, history and date, the same to the byte for the same inputs.
public struct Planner: Sendable {
  /// The station's own sounds, for the parts of a session that are no notice; a part without its sound is left out.
  public struct Fixtures: Sendable, Hashable {
    public var chime: Sound?
    /// By session name.
    public var greetings: [String: Sound]
    public var closings: [String: Sound]
    /// Fills what is left, in this order.
    public var music: [Sound]

    public init(
      chime: Sound? = nil, greetings: [String: Sound] = [:], closings: [String: Sound] = [:], music: [Sound] = []
    ) {
      self.chime = chime
      self.greetings = greetings
      self.closings = closings
      self.music = music
    }
  }

  public var rules: StationRules
  public var fixtures: Fixtures

  public init(rules: StationRules, fixtures: Fixtures = Fixtures()) {
    self.rules = rules
    self.fixtures = fixtures
  }

  /// The day sheet of `date`.
  ///
  /// Each session takes the notices whose rules allow it: class first, then the soonest deadline, the fewest plays, the oldest, the id; a
  /// notice that does not fit is passed over for one that does, and refused with the reason.
  /// - Parameter frozen: rows of that day that are on air or over; they stay, and their sessions go on behind them.
  /// - Parameter without: slots that have ended without sounding, and are not laid again.
  /// - Parameter now: milliseconds after 1970; nothing new is laid before it. Nil plans the whole day.
  public func plan(
    _ date: CivilDate, candidates: [Candidate], frozen: [DaySheet.Row] = [], without: Set<Slot> = [], now: Int? = nil
  ) -> DaySheet {
    plan(date, Agenda(candidates, rules: rules), frozen: frozen, without: without, now: now)
  }

  /// The same for notices made ready once for many days.
  public func plan(_ date: CivilDate, _ agenda: Agenda, frozen: [DaySheet.Row] = [], without: Set<Slot> = [], now: Int? = nil)
    -> DaySheet
  {
    let lunar = LunarCalendar.lunarDate(of: date)
    var day = PlannedDay(date: date, lunar: lunar, agenda: agenda, frozen: frozen, without: without, now: now ?? .min)
    day.countFrozen()
    let (held, conflicts) = windows(on: date, lunar, agenda.neighbours)
    day.conflicts = conflicts
    let heldMask = held.reduce(0 as UInt64) { $0 | 1 << UInt64(min($1.index, 63)) }
    for (index, notice) in agenda.notices.enumerated() {
      if let reason = refusal(of: notice, on: date, lunar, held: held, heldMask: heldMask) {
        day.refuse(index, reason)
      } else {
        day.allowed.append(index)
        if !notice.unknownSessions.isEmpty {
          day.refuse(index, .noSuchSession(notice.unknownSessions, held: rules.sessions.map(\.name)))
        }
      }
    }
    for (place, window) in held.enumerated() { fill(window, of: held, place, into: &day) }
    return day.sheet()
  }

  private func refusal(
    of notice: Agenda.Notice, on date: CivilDate, _ lunar: LunarDate, held: [SessionWindow], heldMask: UInt64
  ) -> Refusal.Reason? {
    let bulletin = notice.candidate.bulletin
    if bulletin.noticeClass == .emergency { return .emergency }
    if let last = bulletin.validity.last, last < date { return .expired(on: last) }
    if let first = bulletin.validity.first, date < first { return .notYetValid(from: first) }
    if !bulletin.air.allows(date, lunar: lunar) { return .otherDay }
    if let most = bulletin.air.timesInAll, notice.candidate.plays >= most { return .playedOut(times: most) }
    if notice.isNowhere { return .noSuchZone(notice.unknownZones, known: rules.zones) }
    if notice.sessions & heldMask == 0 {
      return bulletin.air.sessions.isEmpty
        ? .noSession : .noSuchSession(bulletin.air.sessions, held: held.map(\.session.name))
    }
    let longest = rules.sessions.map(\.budgetSeconds).max() ?? 0
    if notice.candidate.sound.seconds + rules.gapSeconds > longest {
      return .tooLong(seconds: notice.candidate.sound.seconds, longest: longest)
    }
    return nil
  }
}
