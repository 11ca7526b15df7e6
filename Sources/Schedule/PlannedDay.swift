internal import Bulletin

/// A day sheet in the making.
struct PlannedDay {
  let date: CivilDate
  let lunar: LunarDate
  let agenda: Agenda
  let frozen: [DaySheet.Row]
  /// Slots that are not laid again.
  let without: Set<Slot>
  /// Nothing new before it.
  let now: Int
  /// Notices that the day allows, as places in the agenda.
  var allowed: [Int] = []
  var rows: [DaySheet.Row] = []
  var uses: [DaySheet.SessionUse] = []
  var conflicts: [Conflict] = []
  /// What has aired today, by place in the agenda.
  private(set) var timesToday: [Int]
  private(set) var last: [Int?]
  private var playsByPlace: [Int]
  /// When each session that was filled is over, by its place in the rules.
  var ends: [Int: Int] = [:]
  private var refusals: [(place: Int, reason: Refusal.Reason)] = []

  init(date: CivilDate, lunar: LunarDate, agenda: Agenda, frozen: [DaySheet.Row], without: Set<Slot>, now: Int) {
    (self.date, self.lunar, self.agenda, self.frozen) = (date, lunar, agenda, frozen)
    (self.without, self.now) = (without, now)
    timesToday = Array(repeating: 0, count: agenda.notices.count)
    last = agenda.notices.map(\.candidate.lastUnixMilliseconds)
    playsByPlace = agenda.notices.map(\.candidate.plays)
  }

  /// Counts what was heard of the day already, in sessions that are not planned here too.
  mutating func countFrozen() {
    for row in frozen {
      guard case .notice(let id, _, _, _) = row.item,
        let index = agenda.notices.firstIndex(where: { $0.candidate.bulletin.id == id })
      else { continue }
      air(index, at: row.unixMilliseconds)
    }
  }

  mutating func refuse(_ place: Int, _ reason: Refusal.Reason) { refusals.append((place, reason)) }

  mutating func air(_ place: Int, at unixMilliseconds: Int) {
    timesToday[place] += 1
    playsByPlace[place] += 1
    last[place] = unixMilliseconds
  }

  /// How often it will have aired when the next session begins.
  func plays(_ place: Int) -> Int { playsByPlace[place] }

  /// Notices in the order in which they are asked.
  func ordered(_ places: [Int]) -> [Int] {
    let ranks = agenda.ranks
    // Places lie in the order of the ids.
    return places.sorted { a, b in
      let (x, y) = (ranks[a], ranks[b])
      if x.noticeClass != y.noticeClass { return x.noticeClass < y.noticeClass }
      if x.deadline != y.deadline { return x.deadline < y.deadline }
      let (p, q) = (playsByPlace[a], playsByPlace[b])
      if p != q { return p < q }
      return x.issued != y.issued ? x.issued < y.issued : a < b
    }
  }

  /// The finished sheet. Whoever was allowed, did not air and was told nothing asked for a session that had no time.
  mutating func sheet() -> DaySheet {
    let told = Set(refusals.map(\.place))
    for place in allowed where timesToday[place] == 0 && !told.contains(place) { refuse(place, .noSession) }
    return made()
  }

  private func made() -> DaySheet {
    // Where a notice goes instead: the first session after the one that refused it.
    var airs: [String: [String]] = [:]
    for row in rows {
      if case .notice(let id, _, _, _) = row.item { airs[id, default: []].append(row.session) }
    }
    let order = Dictionary(uses.enumerated().map { ($1.session.name, $0) }) { first, _ in first }
    let told = refusals.map { place, reason in
      let bulletin = agenda.notices[place].candidate.bulletin
      var reason = reason
      if case .doesNotFit(let session, let needs, let left, _) = reason {
        let own = order[session] ?? 0
        let instead = airs[bulletin.id]?.first { (order[$0] ?? 0) > own }
        reason = .doesNotFit(session: session, needs: needs, left: left, instead: instead)
      }
      return Refusal(bulletin: bulletin.id, title: bulletin.title, reason: reason)
    }
    return DaySheet(date: date, lunar: lunar, rows: rows, refusals: told, sessions: uses, conflicts: conflicts)
  }
}
