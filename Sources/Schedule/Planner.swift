public import Bulletin

/// Makes day sheets: a pure function of sessions, notices and date, the same to the byte for the same inputs.
public struct Planner: Sendable {
  /// The station's own sounds, for the parts of a session that are no notice; a part without its sound is left out.
  public struct Fixtures: Sendable, Hashable {
    public var chime: Sound?
    /// By session name.
    public var greetings: [String: Sound]
    public var closings: [String: Sound]

    public init(chime: Sound? = nil, greetings: [String: Sound] = [:], closings: [String: Sound] = [:]) {
      self.chime = chime
      self.greetings = greetings
      self.closings = closings
    }
  }

  public var sessions: [Session]
  public var fixtures: Fixtures
  /// Silence between two sounds, in seconds.
  public var gapSeconds: Double

  public init(sessions: [Session], fixtures: Fixtures = Fixtures(), gapSeconds: Double = 1.5) {
    self.sessions = sessions
    self.fixtures = fixtures
    self.gapSeconds = gapSeconds
  }

  /// The day sheet of `date`.
  ///
  /// Each session takes the notices whose rules allow it: class first, then the soonest deadline, the fewest plays,
  /// the oldest, the id; a notice that does not fit is passed over for one that does, and refused with the reason.
  public func plan(_ date: CivilDate, candidates: [Candidate]) -> DaySheet {
    let held = sessions.filter { $0.weekdays.contains(date.weekday) }
      .sorted { ($0.startSecondOfDay, $0.name) < ($1.startSecondOfDay, $1.name) }
    let ordered = candidates.sorted(by: Self.airsBefore)
    var refusals: [Refusal] = []
    var allowed: [Candidate] = []
    for candidate in ordered {
      if let reason = Self.refusal(of: candidate.bulletin, on: date, held: held) {
        refusals.append(Refusal(bulletin: candidate.bulletin.id, title: candidate.bulletin.title, reason: reason))
      } else {
        allowed.append(candidate)
        // A misspelt name beside a good one must be seen too.
        let unknown = candidate.bulletin.air.sessions.filter { name in !sessions.contains { $0.isNamed(name) } }
        if !unknown.isEmpty {
          refusals.append(
            Refusal(
              bulletin: candidate.bulletin.id, title: candidate.bulletin.title,
              reason: .noSuchSession(unknown, held: sessions.map(\.name))))
        }
      }
    }
    var rows: [DaySheet.Row] = []
    var uses: [DaySheet.SessionUse] = []
    for session in held {
      let filled = fill(session, on: date, from: allowed)
      rows += filled.rows
      refusals += filled.refusals
      uses.append(DaySheet.SessionUse(session: session, usedSeconds: filled.usedSeconds))
    }
    return DaySheet(date: date, rows: rows, refusals: refusals, sessions: uses)
  }

  /// Whether the notice asks for the session by its air rule.
  static func asks(_ bulletin: Bulletin, for session: Session) -> Bool {
    bulletin.air.sessions.isEmpty || bulletin.air.sessions.contains { session.isNamed($0) }
  }

  private static func refusal(of bulletin: Bulletin, on date: CivilDate, held: [Session]) -> Refusal.Reason? {
    if bulletin.noticeClass == .emergency { return .emergency }
    if let last = bulletin.validity.last, last < date { return .expired(on: last) }
    if let first = bulletin.validity.first, date < first { return .notYetValid(from: first) }
    if !bulletin.air.allows(date) { return .otherDay }
    if !held.contains(where: { asks(bulletin, for: $0) }) {
      return .noSuchSession(bulletin.air.sessions, held: held.map(\.name))
    }
    return nil
  }

  private static func airsBefore(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.bulletin.noticeClass != b.bulletin.noticeClass { return a.bulletin.noticeClass > b.bulletin.noticeClass }
    let deadlines = (a.bulletin.validity.last?.daysSinceEpoch ?? .max, b.bulletin.validity.last?.daysSinceEpoch ?? .max)
    if deadlines.0 != deadlines.1 { return deadlines.0 < deadlines.1 }
    if a.plays != b.plays { return a.plays < b.plays }
    let issued = (a.bulletin.issued?.unixSeconds ?? .max, b.bulletin.issued?.unixSeconds ?? .max)
    if issued.0 != issued.1 { return issued.0 < issued.1 }
    return a.bulletin.id < b.bulletin.id
  }
}
