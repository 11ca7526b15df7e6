public import Bulletin
internal import Production
public import Schedule
public import Store

/// When a notice will first air, approved or not yet, and what keeps it from airing earlier.
public struct Outlook: Sendable {
  /// Its first slot; nil when it has none within the days looked at.
  public let row: DaySheet.Row?
  /// The session of that slot: what it uses of its budget, this notice included.
  public let use: DaySheet.SessionUse?
  /// Why it is not in an earlier session, day by day, at most one reason for each.
  public let refusals: [(date: CivilDate, reason: Refusal.Reason)]
}

extension Station {
  /// Plans the coming days with a notice that waits for approval as if it were approved.
  /// - Parameters:
  ///   - candidates: what else may air from today on.
  ///   - now: milliseconds after 1970; sessions before it are over.
  ///   - days: how many are looked at.
  public func outlook(
    for id: NoticeID, among candidates: Candidates, now: Int, days: Int = 31
  ) throws(StationError) -> Outlook {
    guard let today = LocalDateTime(unixSeconds: now / 1000)?.date else { return Outlook(row: nil, use: nil, refusals: []) }
    let (file, sound) = (try noticeFile(id).file, try kept { store throws(StoreError) in try store.notice(id).sound })
    var sounds = candidates.sounds.filter { $0.bulletin.id != id.description }
    if let sound { sounds.append(Candidate(bulletin: file.bulletin, sound: sound.sound)) }
    let planner = Planner(rules: configuration.rules, fixtures: try fixtures())
    var agenda = Agenda(sounds, rules: configuration.rules)
    var refusals: [(date: CivilDate, reason: Refusal.Reason)] = []
    for day in today.daysSinceEpoch..<(today.daysSinceEpoch + days) {
      guard let date = CivilDate(daysSinceEpoch: day) else { continue }
      let sheet = planner.plan(date, agenda, now: date == today ? now : nil)
      let row = sheet.rows.first { row in
        if case .notice(id.description, _, _, _) = row.item { true } else { false }
      }
      if let reason = sheet.refusals.first(where: { $0.bulletin == id.description })?.reason { refusals.append((date, reason)) }
      if let row {
        return Outlook(row: row, use: sheet.sessions.first { $0.session.name == row.session }, refusals: refusals)
      }
      agenda.count(sheet)
    }
    return Outlook(row: nil, use: nil, refusals: refusals)
  }
}
