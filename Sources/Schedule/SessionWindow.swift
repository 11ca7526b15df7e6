internal import Bulletin

/// The time a session has on a day.
struct SessionWindow {
  let session: Session
  /// Its place in the rules.
  let index: Int
  /// Milliseconds after 1970.
  var start: Int
  var end: Int

  var budgetSeconds: Double { Double(end - start) / 1000 }
}

extension Planner {
  /// The sessions of a day in the order they begin, cut where quiet hours and sessions that begin on time follow, and what that cost.
  func windows(on date: CivilDate, _ lunar: LunarDate, _ neighbours: [UInt64]) -> ([SessionWindow], [Conflict]) {
    var conflicts: [Conflict] = []
    var windows: [SessionWindow] = []
    let midnight = LocalDateTime(date: date, secondOfDay: 0).unixSeconds * 1000
    let holiday = rules.holidays.first { $0.isOn(date, lunar) }
    for (index, session) in rules.sessions.enumerated() where session.weekdays.contains(date.weekday) {
      var second = session.startSecondOfDay
      if let holiday {
        switch holiday.change {
        case .silent:
          conflicts.append(Conflict(session: session.name, reason: .holiday(holiday.name)))
          continue
        case .notBefore(let earliest):
          if second < earliest {
            conflicts.append(Conflict(session: session.name, reason: .holiday(holiday.name)))
            second = earliest
          }
        }
      }
      var seconds = session.budgetSeconds
      if let quiet = rules.quietHours {
        if quiet.contains(second) {
          conflicts.append(Conflict(session: session.name, reason: .quietHours))
          continue
        }
        let until = Double(quiet.secondsUntilStart(from: second))
        if until < seconds {
          conflicts.append(Conflict(session: session.name, reason: .quietHours))
          seconds = until
        }
      }
      let start = midnight + second * 1000
      windows.append(SessionWindow(session: session, index: index, start: start, end: start + Int(seconds * 1000)))
    }
    windows.sort { ($0.start, $0.session.name) < ($1.start, $1.session.name) }
    part(&windows, &conflicts, neighbours)
    return (windows, conflicts)
  }

  /// Parts sessions that would sound at once in a zone: one that begins on time cuts the one before it.
  private func part(_ windows: inout [SessionWindow], _ conflicts: inout [Conflict], _ neighbours: [UInt64]) {
    func share(_ a: SessionWindow, _ b: SessionWindow) -> Bool { neighbours[a.index] & 1 << UInt64(b.index) != 0 }
    var place = 0
    while place < windows.count {
      var window = windows[place]
      for next in windows[(place + 1)...]
      where next.session.start == .hard && next.start < window.end
        && !next.session.zones.intersection(window.session.zones).isNone
      {
        if next.start <= window.start { break }
        conflicts.append(
          Conflict(
            session: window.session.name,
            reason: .cutBy(session: next.session.name, lostSeconds: (window.end - next.start) / 1000)))
        window.end = next.start
      }
      let earlier = windows[..<place].first {
        $0.end > window.start && !$0.session.zones.intersection(window.session.zones).isNone
      }
      if let earlier, window.session.start == .hard {
        // Both begin at once: the first by name has the time.
        conflicts.append(Conflict(session: window.session.name, reason: .noTime(session: earlier.session.name)))
        windows.remove(at: place)
        continue
      }
      windows[place] = window
      place += 1
    }
  }
}
