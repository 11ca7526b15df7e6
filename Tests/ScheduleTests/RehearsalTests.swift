import Bulletin
import Schedule
import Testing

/// Months of a station with everything going wrong: the short form of `loa simulate --days 30 --faults SEED`.
@Suite struct RehearsalTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func everySlotEndsOnceAndNothingSoundsWhenItMayNot(seed: UInt64) throws {
    let sessions = [
      Session(name: "sáng", startSecondOfDay: 5 * 3600 + 1800, budgetSeconds: 1800),
      Session(name: "trưa", startSecondOfDay: 11 * 3600, budgetSeconds: 900, zones: .named(["Thôn 2"])),
      Session(name: "tối", startSecondOfDay: 21 * 3600 + 2700, budgetSeconds: 900),
    ]
    let rules = StationRules(sessions: sessions, zones: ["Thôn 1", "Thôn 2"], quietHours: .night)
    let fixtures = Planner.Fixtures(
      chime: Sound(file: "chime", seconds: 3), greetings: ["sáng": Sound(file: "hello", seconds: 8)],
      closings: ["sáng": Sound(file: "bye", seconds: 9)])
    let candidates = (0..<30).map { index in
      var bulletin = Bulletin(id: "n\(index)", title: "n\(index)", body: "A")
      bulletin.noticeClass = index % 7 == 0 ? .priority : .normal
      bulletin.zones = index % 3 == 0 ? .named(["Thôn 2"]) : .all
      return Candidate(bulletin: bulletin, sound: Sound(file: "n\(index).flac", seconds: 15 + Double(index * 13 % 90)))
    }
    let first = try #require(CivilDate(year: 2026, month: 12, day: 1))
    var rehearsal = Rehearsal(
      planner: Planner(rules: rules, fixtures: fixtures), candidates: candidates,
      outputs: [("một", .named(["Thôn 1"])), ("hai", .named(["Thôn 2"]))], from: first, days: 4, seed: seed)
    rehearsal.run()
    let ledger = rehearsal.ledger
    #expect(ledger.broken.isEmpty, "\(ledger.broken.prefix(5))")
    #expect(ledger.slots == ledger.played + ledger.interrupted + ledger.skipped + ledger.missed)
    #expect(ledger.played > ledger.slots / 2 && ledger.faults.count >= 4)
  }
}
