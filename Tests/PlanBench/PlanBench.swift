// PlanBench: how long planning takes. `scripts/bench plan` builds and runs it.
import Bulletin
import Schedule

/// A year of day sheets for 500 notices and 20 sessions.
@main struct PlanBench {
  static func main() {
    let zones = (1...8).map { "Thôn \($0)" }
    let sessions = (0..<20).map { index in
      Session(
        name: "buổi \(index)", startSecondOfDay: (5 * 60 + index * 50) * 60, budgetSeconds: 2400,
        zones: index % 3 == 0 ? .named([zones[index % 8], zones[(index + 3) % 8]]) : .all)
    }
    let rules = StationRules(sessions: sessions, zones: zones, quietHours: .night)
    guard let first = CivilDate(year: 2027, month: 1, day: 1) else { return }
    let candidates = (0..<500).map { index in
      var bulletin = Bulletin(id: "tin-\(index)", title: "Tin \(index)", body: "Nội dung.")
      bulletin.noticeClass = index % 10 == 0 ? .priority : .normal
      let start = CivilDate(daysSinceEpoch: first.daysSinceEpoch + index % 180)
      let end = CivilDate(daysSinceEpoch: first.daysSinceEpoch + index % 180 + 20 + index % 200)
      bulletin.validity = Validity(first: start, last: end) ?? .always
      bulletin.air = AirRule(
        sessions: index % 4 == 0 ? ["buổi \(index % 20)"] : [], weekdays: index % 5 == 0 ? [.monday, .thursday] : [],
        lunarDays: index % 50 == 1 ? Set([LunarDay(day: 15), LunarDay(day: 1)].compactMap(\.self)) : [],
        timesPerDay: index % 3 == 0 ? 2 : nil, timesInAll: index % 7 == 0 ? 30 : nil)
      bulletin.zones = index % 3 == 0 ? .named([zones[index % 8]]) : .all
      return Candidate(bulletin: bulletin, sound: Sound(file: "\(index).flac", seconds: Double(20 + index % 120)))
    }
    let planner = Planner(rules: rules, fixtures: Planner.Fixtures(chime: Sound(file: "chime", seconds: 4)))
    let clock = ContinuousClock()
    var times: [Duration] = []
    var (rows, refusals) = (0, 0)
    for _ in 0..<5 {
      (rows, refusals) = (0, 0)
      times.append(
        clock.measure {
          var agenda = Agenda(candidates, rules: rules)
          for day in 0..<365 {
            guard let date = CivilDate(daysSinceEpoch: first.daysSinceEpoch + day) else { continue }
            let sheet = planner.plan(date, agenda)
            agenda.count(sheet)
            rows += sheet.rows.count
            refusals += sheet.refusals.count
          }
        })
    }
    times.sort()
    print(
      "365 day sheets, 500 notices, 20 sessions: median \(times[2]), least \(times[0]) of 5; \(rows) rows, \(refusals) refusals")
  }
}
