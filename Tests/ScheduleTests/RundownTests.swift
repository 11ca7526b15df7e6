import Bulletin
import Schedule
import Testing

@Suite struct RundownTests {
  private let planner: Planner
  private let candidates: [Candidate]
  private let start: Int

  init() throws {
    let date = try #require(CivilDate(year: 2026, month: 12, day: 1))
    let session = Session(name: "sáng", startSecondOfDay: 5 * 3600 + 1800, budgetSeconds: 900)
    planner = Planner(rules: StationRules(sessions: [session], zones: ["Thôn 1", "Thôn 2"], quietHours: .night, gapSeconds: 1))
    candidates = ["a", "b", "c"].map { id in
      Candidate(bulletin: Bulletin(id: id, title: id, body: "A"), sound: Sound(file: id, seconds: 100))
    }
    start = LocalDateTime(date: date, secondOfDay: 5 * 3600 + 1800).unixSeconds * 1000
  }

  private func rundown(
    _ candidates: [Candidate]? = nil, kept: [DaySheet.Row] = [], endings: [Slot: OnAir.Ending] = [:], at now: Int
  ) -> Rundown {
    var rundown = Rundown(
      planner: planner, agenda: Agenda(candidates ?? self.candidates, rules: planner.rules), kept: kept, endings: endings)
    rundown.plan(at: now)
    return rundown
  }

  private func row(_ step: Rundown.Step) -> DaySheet.Row? {
    if case .play(let row, _) = step { row } else { nil }
  }

  @Test func aLoudspeakerRestsUntilTheSessionThenPlaysEachRowAtItsTime() throws {
    var rundown = rundown(at: start - 60_000)
    #expect(rundown.next(at: start - 60_000, on: "loa", zones: .all) == .rest(until: start))
    #expect(rundown.next(at: start - 3000, on: "loa", zones: .all) == .silence(until: start))
    let first = try #require(row(rundown.next(at: start, on: "loa", zones: .all)))
    #expect(first.slot.name == "a")
    rundown.begin(first, on: "loa", at: start)
    #expect(rundown.next(at: start + 100_000, on: "loa", zones: .all) == .silence(until: start + 101_000))
    rundown.end(first, on: "loa", .played, at: start + 100_000)
    #expect(rundown.takeEntries().map(\.ending) == [.played])
    #expect(row(rundown.next(at: start + 101_000, on: "loa", zones: .all))?.slot.name == "b")
  }

  @Test(arguments: [(3, true), (20, false)]) func afterAKillASoundGoesOnWhereItWas(seconds: Int, isResumed: Bool) throws {
    let before = rundown(at: start - 60_000)
    let first = try #require(before.rows.first)
    let broken = start + 50_000
    let endings = [first.slot: OnAir.Ending.interrupted(atSeconds: 50, unixMilliseconds: broken)]
    let now = broken + seconds * 1000
    var after = rundown(kept: before.rows, endings: endings, at: now)
    let step = after.next(at: now, on: "loa", zones: .all)
    #expect(step == .play(first, from: isResumed ? .sentence(atSeconds: 50) : .start))
  }

  @Test func whatIsPlayedOnSeveralLoudspeakersEndsOnce() throws {
    var rundown = rundown(at: start - 60_000)
    let one = Zones.named(["Thôn 1"])
    let first = try #require(row(rundown.next(at: start, on: "một", zones: one)))
    rundown.begin(first, on: "một", at: start)
    #expect(row(rundown.next(at: start + 40, on: "hai", zones: .named(["Thôn 2"]))) == first)
    rundown.begin(first, on: "hai", at: start + 40)
    rundown.end(first, on: "một", .interrupted(atSeconds: 20, reason: "device"), at: start + 20_000)
    #expect(rundown.takeEntries().isEmpty)
    // Back before the other is done: it does not begin anew beside it.
    #expect(row(rundown.next(at: start + 21_000, on: "một", zones: one)) == nil)
    rundown.end(first, on: "hai", .played, at: start + 100_040)
    #expect(rundown.takeEntries().map(\.ending) == [.played])
  }

  @Test func whatFollowsASoundThatCannotBePlayedMovesUp() throws {
    var rundown = rundown(at: start - 60_000)
    let first = try #require(row(rundown.next(at: start, on: "loa", zones: .all)))
    rundown.begin(first, on: "loa", at: start)
    rundown.end(first, on: "loa", .skipped(reason: "damaged"), at: start)
    #expect(rundown.takeEntries().map(\.ending) == [.skipped("damaged")])
    #expect(row(rundown.next(at: start + 10, on: "loa", zones: .all))?.slot.name == "b")
  }

  @Test func whatIsWithdrawnDoesNotBeginThoughItIsDue() throws {
    var rundown = rundown(at: start - 60_000)
    let now = start + 5000
    rundown.take(planner, Agenda(Array(candidates.dropFirst()), rules: planner.rules), at: now)
    #expect(row(rundown.next(at: now, on: "loa", zones: .all))?.slot.name == "b")
  }

  @Test func whatIsTooLateIsMissedAndSaidSo() throws {
    let before = rundown(at: start - 60_000)
    let noon = start + 6 * 3_600_000
    var late = rundown(kept: before.rows, at: noon)
    #expect(row(late.next(at: noon, on: "loa", zones: .all)) == nil)
    #expect(late.takeEntries().map(\.ending) == [.missed("too late"), .missed("too late"), .missed("too late")])
  }
}
