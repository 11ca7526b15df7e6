public import Bulletin

/// The running order of a station that is on air: sheets, what of them has begun and ended, what each loudspeaker plays next.
///
/// A value: time is a parameter, and what should sound now follows from sheets, endings and clock alone. The daemon and the simulation
/// drive the same one.
public struct Rundown: Sendable {
  /// What a loudspeaker does next.
  public enum Step: Sendable, Hashable {
    case play(DaySheet.Row, from: OnAir.Decision.Beginning)
    /// The next row is near: silence until it begins; milliseconds after 1970.
    case silence(until: Int)
    /// Nothing for a while: the loudspeaker may be switched off until then; nil when nothing is planned.
    case rest(until: Int?)
  }

  /// How a slot ended for good: a row of the as-run log.
  public struct Entry: Sendable, Hashable {
    public enum Ending: Sendable, Hashable {
      case played
      case interrupted(String)
      case skipped(String)
      case missed(String)
    }

    public let row: DaySheet.Row
    /// Milliseconds after 1970; nil when it never sounded.
    public let startedUnixMilliseconds: Int?
    public let ending: Ending
  }

  /// How the playing of a row on one loudspeaker ended.
  public enum Outcome: Sendable, Hashable {
    case played
    /// After so many seconds of its sound.
    case interrupted(atSeconds: Double, reason: String)
    case skipped(reason: String)
  }

  /// A gap up to this long is silence; a loudspeaker rests through a longer one. In milliseconds.
  public static let longestSilence = 10_000
  /// A loudspeaker that comes this much later than another does not join its row: two beginnings are an echo. In milliseconds.
  static let joining = 500

  private var planner: Planner
  private var agenda: Agenda
  private let grace: OnAir.Grace
  private var sheets: [CivilDate: DaySheet] = [:]
  private var onAir = OnAir([])
  private var endings: [Slot: OnAir.Ending]
  private var underway: [Slot: Underway] = [:]
  private var finished: [Entry] = []
  /// What was heard of the days on air, whatever has become of its session.
  private var heard: [DaySheet.Row] = []
  /// The rows are not planned anew.
  private var isFixed = false

  private struct Underway {
    var outputs: Set<String> = []
    var started: Int
    var hasPlayed = false
    var interruption: (seconds: Double, reason: String)?
    var skipped: String?
  }

  /// - Parameters:
  ///   - kept: rows of a run before this one, so that a day that has begun goes on as it was planned.
  ///   - endings: how slots have ended so far.
  public init(
    planner: Planner, agenda: Agenda, kept: [DaySheet.Row] = [], endings: [Slot: OnAir.Ending] = [:],
    grace: OnAir.Grace = OnAir.Grace()
  ) {
    (self.planner, self.agenda, self.endings, self.grace) = (planner, agenda, endings, grace)
    for (date, rows) in Dictionary(grouping: kept, by: \.slot.date) {
      sheets[date] = DaySheet(
        date: date, lunar: LunarCalendar.lunarDate(of: date), rows: rows, refusals: [], sessions: [], conflicts: [])
    }
  }

  /// Rows of a run before this one, where nothing else is known: they are played as they are, until `take`.
  public init(asKept rows: [DaySheet.Row], endings: [Slot: OnAir.Ending], planner: Planner) {
    self.init(planner: planner, agenda: Agenda([], rules: planner.rules), kept: rows, endings: endings)
    isFixed = true
    onAir = OnAir(Array(sheets.values), grace: grace, quietHours: planner.rules.quietHours)
  }

  /// The rows of the days that are planned, in the order they begin.
  public var rows: [DaySheet.Row] { onAir.rows }

  /// The sheet of a day that is planned.
  public func sheet(of date: CivilDate) -> DaySheet? { sheets[date] }

  /// Takes other notices or rules from now on.
  /// - Parameter known: how slots ended, as far as this rundown does not know it.
  public mutating func take(_ planner: Planner, _ agenda: Agenda, knowing known: [Slot: OnAir.Ending] = [:], at now: Int) {
    endings.merge(known) { own, _ in own }
    (self.planner, self.agenda, isFixed) = (planner, agenda, false)
    plan(at: now)
  }

  /// Plans today and tomorrow anew: what has begun stays as it is, what was skipped or missed makes room.
  public mutating func plan(at now: Int) {
    guard !isFixed, let today = LocalDateTime(unixSeconds: now / 1000)?.date else { return }
    let days = [-1, 0, 1].compactMap { CivilDate(daysSinceEpoch: today.daysSinceEpoch + $0) }
    sheets = sheets.filter { days.contains($0.key) }
    endings = endings.filter { days.contains($0.key.date) }
    heard = heard.filter { days.contains($0.slot.date) }
    var agenda = agenda
    for date in days {
      var frozen = (sheets[date]?.rows ?? []).filter { isFrozen($0, at: now) }
      let slots = Set(frozen.lazy.map(\.slot))
      frozen += heard.filter { $0.slot.date == date && !slots.contains($0.slot) }
      // Yesterday is of interest only while something of it is left.
      if date < today, frozen.isEmpty { continue }
      let without = Set(endings.filter { $0.key.date == date && $0.value.isSilent }.keys)
      let sheet = planner.plan(date, agenda, frozen: frozen, without: without, now: date > today ? nil : now)
      sheets[date] = sheet
      if date == today { agenda.count(sheet) }
    }
    onAir = OnAir(Array(sheets.values), grace: grace, quietHours: planner.rules.quietHours)
  }

  private func isFrozen(_ row: DaySheet.Row, at now: Int) -> Bool {
    if underway[row.slot] != nil { return true }
    if let ending = endings[row.slot] { return !ending.isSilent }
    // What is due and was withdrawn meanwhile does not begin any more.
    if case .notice(let id, _, _, _) = row.item, !agenda.holds(id) { return false }
    return row.unixMilliseconds <= now
  }

  /// What a loudspeaker that has nothing left to play plays next.
  /// - Parameters:
  ///   - now: when it would be heard; milliseconds after 1970.
  ///   - zones: where the loudspeaker is heard.
  public mutating func next(at now: Int, on output: String, zones: Zones) -> Step {
    // Each round ends at least one slot, so there is an end to it.
    while true {
      let others = underway.filter { $0.value.outputs.contains(output) || now - $0.value.started > Self.joining }
      let decision = onAir.decision(at: now, endings: endings, zones: zones, except: Set(others.keys))
      let missed = decision.missed.filter { underway[$0.slot] == nil }
      for row in missed { miss(row) }
      if !missed.isEmpty {
        plan(at: now)
        continue
      }
      if let row = decision.play {
        if case .relay = row.item {
          finish(row, .skipped("relays are not played"), started: nil)
          endings[row.slot] = .skipped
          plan(at: now)
          continue
        }
        return .play(row, from: decision.from)
      }
      guard let start = decision.next?.unixMilliseconds else { return .rest(until: nil) }
      return start - now <= Self.longestSilence ? .silence(until: start) : .rest(until: start)
    }
  }

  /// A loudspeaker has taken a row, to be heard at `now`.
  public mutating func begin(_ row: DaySheet.Row, on output: String, at now: Int) {
    var state = underway[row.slot] ?? Underway(started: now)
    state.outputs.insert(output)
    underway[row.slot] = state
  }

  /// The row is over on a loudspeaker; it ends for good when it is over on all that began it.
  public mutating func end(_ row: DaySheet.Row, on output: String, _ outcome: Outcome, at now: Int) {
    guard var state = underway[row.slot] else { return }
    state.outputs.remove(output)
    switch outcome {
    case .played: state.hasPlayed = true
    case .interrupted(let seconds, let reason): state.interruption = (seconds, reason)
    case .skipped(let reason): state.skipped = reason
    }
    underway[row.slot] = state
    conclude(row, at: now)
  }

  /// Ends a row that is over on all that began it, if any of them did something with it.
  private mutating func conclude(_ row: DaySheet.Row, at now: Int) {
    guard let state = underway[row.slot], state.outputs.isEmpty else { return }
    underway[row.slot] = nil
    if state.hasPlayed {
      finish(row, .played, started: state.started)
      heard.append(row)
      endings[row.slot] = .played
    } else if let (seconds, _) = state.interruption {
      // Not for good: it may go on.
      endings[row.slot] = .interrupted(atSeconds: seconds, unixMilliseconds: now)
    } else if let reason = state.skipped {
      finish(row, .skipped(reason), started: nil)
      endings[row.slot] = .skipped
      plan(at: now)
    }
  }

  /// A loudspeaker had taken a row and let it go before any of it was heard.
  public mutating func release(_ row: DaySheet.Row, on output: String, at now: Int) {
    underway[row.slot]?.outputs.remove(output)
    conclude(row, at: now)
  }

  /// An emergency is over that had interrupted these rows: the time it took does not count against going on at the sentence.
  public mutating func resume(_ rows: [DaySheet.Row], at now: Int) {
    for row in rows {
      guard case .interrupted(let seconds, _) = endings[row.slot] else { continue }
      endings[row.slot] = .interrupted(atSeconds: seconds, unixMilliseconds: now)
    }
  }

  private mutating func miss(_ row: DaySheet.Row) {
    if case .interrupted(let seconds, let when) = endings[row.slot] {
      let heard = Int((seconds * 10).rounded())
      finish(row, .interrupted("after \(heard / 10).\(heard % 10) s"), started: when - Int(seconds * 1000))
      endings[row.slot] = .ended
    } else {
      finish(row, .missed("too late"), started: nil)
      endings[row.slot] = .missed
    }
  }

  private mutating func finish(_ row: DaySheet.Row, _ ending: Entry.Ending, started: Int?) {
    finished.append(Entry(row: row, startedUnixMilliseconds: started, ending: ending))
  }

  /// Whether some of the slot was heard and it may go on.
  func wasInterrupted(_ slot: Slot) -> Bool {
    if case .interrupted = endings[slot] { true } else { false }
  }

  /// What has ended for good since it was last asked, in that order.
  public mutating func takeEntries() -> [Entry] {
    defer { finished = [] }
    return finished
  }
}
