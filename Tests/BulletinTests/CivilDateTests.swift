import Bulletin
import Testing

@Suite struct CivilDateTests {
  @Test func everyDayOf1900To2199FollowsTheOneBefore() throws {
    let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
    let last = try #require(CivilDate(year: 2199, month: 12, day: 31))
    var previous = first
    for days in (first.daysSinceEpoch + 1)...last.daysSinceEpoch {
      let date = try #require(CivilDate(daysSinceEpoch: days))
      #expect(date.daysSinceEpoch == days && previous < date)
      #expect(date.weekday.rawValue == (previous.weekday.rawValue + 1) % 7)
      previous = date
    }
    #expect(previous == last)
  }

  @Test func knownDaysFallOnTheirWeekdays() {
    #expect(CivilDate(year: 1975, month: 4, day: 30)?.weekday == .wednesday)
    #expect(CivilDate(year: 2026, month: 11, day: 20)?.weekday == .friday)
  }

  @Test(arguments: ["30/2/2026", "31/11/2026", "0/1/2026", "1/13/2026", "1/1/26", "hôm nay", "1/1", ""])
  func noSuchDayIsRefused(written: String) { #expect(CivilDate(written: written) == nil) }

  @Test func morningInVietnamIsThePreviousDayInUTC() throws {
    // 2026-11-19T22:30:00Z
    let moment = try #require(LocalDateTime(unixSeconds: 1_795_127_400))
    #expect(moment.description == "2026-11-20T05:30:00+07:00")
    #expect(moment.unixSeconds == 1_795_127_400)
  }
}
