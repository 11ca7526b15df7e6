internal import Bulletin

extension Planner {
  /// Lays out one session behind what is already on the sheet.
  func fill(_ window: SessionWindow, of held: [SessionWindow], _ place: Int, into day: inout PlannedDay) {
    var window = window
    let session = window.session
    let frozen = day.frozen.filter { $0.session == session.name }
    // What sounds before it in its zones must be over.
    let neighbours = day.agenda.neighbours[window.index]
    let sharing = held[..<place].filter { neighbours & 1 << UInt64($0.index) != 0 }
    let before = sharing.compactMap { day.ends[$0.index] }.max() ?? .min
    if frozen.isEmpty, before > window.start {
      let waits = (before - window.start + 999) / 1000
      let other = sharing.max { day.ends[$0.index] ?? 0 < day.ends[$1.index] ?? 0 }?.session.name ?? ""
      if before >= window.end {
        day.conflicts.append(Conflict(session: session.name, reason: .noTime(session: other)))
        return
      }
      day.conflicts.append(Conflict(session: session.name, reason: .waitsFor(session: other, seconds: waits)))
      window.start = before
    }
    if frozen.isEmpty, day.now > window.start {
      // Over before anything of it sounded.
      if day.now >= window.end { return }
      window.start = day.now
    }
    var layout = SessionLayout(window: window, date: day.date, rules: rules, without: day.without)
    layout.keep(frozen, now: day.now)
    // What has said goodbye is over.
    if frozen.contains(where: { $0.item == .closing }) {
      finish(layout, window, &day)
      return
    }
    let closing = session.parts.contains(.closing) ? fixtures.closings[session.name] : nil
    layout.reserve(closing)
    let isFresh = frozen.allSatisfy { $0.item == .chime }
    if frozen.isEmpty, session.parts.contains(.chime) { layout.lay(.chime, fixtures.chime) }
    if isFresh, session.parts.contains(.greeting) { layout.lay(.greeting, fixtures.greetings[session.name]) }
    if session.parts.contains(.relay), let relay = session.relay, !layout.holdsRelay, !layout.placeRelay(relay) {
      day.conflicts.append(Conflict(session: session.name, reason: .relayOutside))
    }
    if session.parts.contains(.notices) {
      let bit = UInt64(1) << UInt64(window.index)
      let asking = day.allowed.filter { day.agenda.notices[$0].sessions & bit != 0 }
      // What was introduced comes next, whatever came in since.
      if case .repeatIntro(let id) = frozen.last?.item,
        let introduced = asking.first(where: { day.agenda.notices[$0].candidate.bulletin.id == id })
      {
        air(introduced, in: &layout, &day, window, frozen: frozen)
      }
      for index in day.ordered(asking) where !layout.holds(day.agenda.notices[index].candidate.bulletin.id) {
        air(index, in: &layout, &day, window, frozen: frozen)
      }
    }
    layout.passRelay()
    if session.parts.contains(.music) { layout.fill(with: fixtures.music) }
    layout.close(closing)
    finish(layout, window, &day)
  }

  private func finish(_ layout: SessionLayout, _ window: SessionWindow, _ day: inout PlannedDay) {
    day.rows += layout.rows
    day.ends[window.index] = layout.end
    day.uses.append(
      DaySheet.SessionUse(
        session: window.session, startUnixMilliseconds: window.start, budgetSeconds: window.budgetSeconds,
        usedSeconds: layout.usedSeconds))
  }

  private func air(
    _ index: Int, in layout: inout SessionLayout, _ day: inout PlannedDay, _ window: SessionWindow, frozen: [DaySheet.Row]
  ) {
    let (notice, session) = (day.agenda.notices[index], window.session)
    let (bulletin, sound) = (notice.candidate.bulletin, notice.candidate.sound)
    let isOn = frozen.contains { row in if case .notice(bulletin.id, _, _, _) = row.item { true } else { false } }
    if isOn || day.without.contains(Slot(date: day.date, session: session.name, name: bulletin.id)) { return }
    if let most = bulletin.air.timesPerDay, day.timesToday[index] >= most { return }
    if let most = bulletin.air.timesInAll, day.plays(index) >= most { return }
    let isRepeat = day.plays(index) > 0
    // One that was cut off between its introduction and itself is not introduced twice.
    let isIntroduced = frozen.last?.item == .repeatIntro(of: bulletin.id)
    let intro = isRepeat && !isIntroduced ? notice.candidate.repeatIntro : nil
    let item = DaySheet.Row.Item.notice(
      id: bulletin.id, title: bulletin.title, noticeClass: bulletin.noticeClass, zones: bulletin.zones)
    let again = DaySheet.Row.Item.repeatIntro(of: bulletin.id)
    let lengths = [intro.map { $0.seconds + rules.gap(after: again) }, sound.seconds + rules.gap(after: item)].compactMap(\.self)
    guard let start = layout.room(for: lengths) else {
      day.refuse(
        index, .doesNotFit(session: session.name, needs: lengths.reduce(0, +), left: layout.leftSeconds, instead: nil))
      return
    }
    if let last = day.last[index], start - last < bulletin.air.gapSeconds * 1000 {
      day.refuse(index, .tooSoon(session: session.name, gapSeconds: bulletin.air.gapSeconds))
      return
    }
    layout.lay(again, intro, zones: notice.zones[window.index])
    layout.lay(item, sound, zones: notice.zones[window.index], isRepeat: isRepeat)
    day.air(index, at: start)
  }
}
