public import Bulletin
public import Schedule
internal import Store

extension Station {
  /// The day sheets of so many days. Between today and the first of them, what the days before will play is counted.
  /// - Parameter now: milliseconds after 1970. Where notices air by approval and by the clock, today holds what has aired of it and
  ///   nothing new before now; where folders are played by hand, a day is planned whole whatever the time is.
  public func daySheets(
    from first: CivilDate, days: Int, now: Int
  ) throws(StationError) -> (sheets: [DaySheet], candidates: Candidates) {
    guard let today = LocalDateTime(unixSeconds: now / 1000)?.date else { throw .nothingToPlan }
    let start = today < first && first.daysSinceEpoch - today.daysSinceEpoch <= 366 ? today : first
    let kept = try candidates(before: start)
    let planner = Planner(rules: configuration.rules, fixtures: try fixtures())
    var agenda = Agenda(kept.sounds, rules: configuration.rules)
    var sheets: [DaySheet] = []
    for day in start.daysSinceEpoch..<(first.daysSinceEpoch + max(1, days)) {
      guard let date = CivilDate(daysSinceEpoch: day) else { continue }
      let isByTheClock = date == today && isApprovalRequired
      let aired = isByTheClock ? try airedRows(on: date, kept) : []
      let sheet = planner.plan(date, agenda, frozen: aired, now: isByTheClock ? now : nil)
      agenda.count(sheet)
      if date >= first { sheets.append(sheet) }
    }
    keepScheduled(sheets.flatMap(\.rows))
    return (sheets, kept)
  }

  /// One session of a day, to be played by hand: what other sessions of the day have played is counted, not what they might play.
  /// - Throws: `StationError.noSuchSession` with the sessions that are held.
  public func session(_ name: String, on date: CivilDate) throws(StationError) -> (rows: [DaySheet.Row], candidates: Candidates) {
    let kept = try candidates(before: date)
    var planner = Planner(rules: configuration.rules, fixtures: try fixtures())
    let agenda = { (rules: StationRules) in Agenda(kept.sounds, rules: rules) }
    let held = planner.plan(date, agenda(planner.rules)).sessions.map(\.session)
    guard let session = held.first(where: { $0.isNamed(name) }) else { throw .noSuchSession(name, held: held.map(\.name)) }
    planner.rules.sessions = [session]
    let others = try airedRows(on: date, kept).filter { $0.session != session.name }
    return (planner.plan(date, agenda(planner.rules), frozen: others).rows(of: session.name), kept)
  }

  /// What plans are made of, from `date` on.
  public func plannerAndCandidates(before date: CivilDate) throws(StationError) -> (planner: Planner, candidates: Candidates) {
    let found = try candidates(before: date)
    return (Planner(rules: configuration.rules, fixtures: try fixtures()), found)
  }

  /// What the log says was heard on a day.
  private func airedRows(on date: CivilDate, _ candidates: Candidates) throws(StationError) -> [DaySheet.Row] {
    let log = try kept { store throws(StoreError) in try store.asRun(on: date) }
    guard !log.isEmpty else { return [] }
    let fixtures = try fixtures()
    let sounds =
      candidates.sounds.flatMap { [$0.sound, $0.repeatIntro].compactMap(\.self) } + fixtures.greetings.values
      + fixtures.closings.values + fixtures.music + [fixtures.chime].compactMap(\.self)
    let lengths = Dictionary(sounds.map { ($0.file, $0.seconds) }) { first, _ in first }
    return log.compactMap { row in
      guard let started = row.startedUnixMilliseconds else { return nil }
      return DaySheet.Row(
        aired: row.slot, title: row.title, sound: Sound(file: row.file, seconds: lengths[row.file] ?? 0),
        unixMilliseconds: started)
    }
  }

  func fixtures() throws(StationError) -> Planner.Fixtures {
    let kept = try kept { store throws(StoreError) in try store.fixtures() }
    let sounds = kept.mapValues { Sound(file: home.audioFile($0.file), seconds: $0.seconds) }
    let names = configuration.rules.sessions.map(\.name)
    func named(_ kind: String) -> [String: Sound] {
      Dictionary(names.compactMap { name in sounds["\(kind):\(name)"].map { (name, $0) } }) { first, _ in first }
    }
    let music = sounds.filter { $0.key.hasPrefix("music:") }.sorted { $0.key < $1.key }.map(\.value)
    return Planner.Fixtures(chime: sounds["chime"], greetings: named("greeting"), closings: named("closing"), music: music)
  }
}
