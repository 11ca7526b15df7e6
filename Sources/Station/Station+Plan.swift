public import Bulletin
public import Schedule
internal import Store

extension Station {
  /// The day sheet of `date`, from what the database keeps.
  /// - Returns: the sheet, and what it was made of.
  public func daySheet(on date: CivilDate) throws(StationError) -> (sheet: DaySheet, candidates: Candidates) {
    let (sheets, candidates) = try daySheets(from: date, days: 1, today: date)
    guard let sheet = sheets.first else { throw .nothingToPlan }
    return (sheet, candidates)
  }

  /// The day sheets of so many days. Between today and the first of them, what the days before will play is counted.
  public func daySheets(
    from first: CivilDate, days: Int, today: CivilDate
  ) throws(StationError) -> (sheets: [DaySheet], candidates: Candidates) {
    let start = today < first && first.daysSinceEpoch - today.daysSinceEpoch <= 366 ? today : first
    let kept = try candidates(before: start)
    var sheets: [DaySheet] = []
    let planner = Planner(rules: configuration.rules, fixtures: try fixtures())
    var agenda = Agenda(kept.sounds, rules: configuration.rules)
    for day in start.daysSinceEpoch..<(first.daysSinceEpoch + max(1, days)) {
      guard let date = CivilDate(daysSinceEpoch: day) else { continue }
      let sheet = planner.plan(date, agenda)
      agenda.count(sheet)
      if date >= first { sheets.append(sheet) }
    }
    try keepScheduled(sheets)
    return (sheets, kept)
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
