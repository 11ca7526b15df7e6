import Bulletin
import Schedule
import Testing

/// What holds of every day sheet, whatever the station.
@Suite struct PlannerPropertyTests {
  struct Day {
    let rules: StationRules
    let candidates: [Candidate]
    let sheet: DaySheet
    let planner: Planner
  }

  static let fixtures = Planner.Fixtures(
    chime: Sound(file: "chime", seconds: 4), greetings: ["buổi 1": Sound(file: "hello", seconds: 6)],
    closings: ["buổi 1": Sound(file: "bye", seconds: 5), "buổi 2": Sound(file: "bye", seconds: 5)],
    music: [Sound(file: "m1", seconds: 180), Sound(file: "m2", seconds: 95)])

  static func days(_ seeds: Range<Int>) -> [Day] {
    seeds.compactMap { seed in
      var station = RandomStation(seed: seed)
      guard let date = CivilDate(daysSinceEpoch: 20_000 + station.number(0...4000)) else { return nil }
      let rules = station.rules()
      let candidates = station.candidates(for: rules, around: date)
      let planner = Planner(rules: rules, fixtures: fixtures)
      return Day(rules: rules, candidates: candidates, sheet: planner.plan(date, candidates: candidates), planner: planner)
    }
  }

  static func notice(_ row: DaySheet.Row) -> String? {
    if case .notice(let id, _, _, _) = row.item { id } else { nil }
  }

  @Test(arguments: [0..<300, 300..<600])
  func nothingOverlapsInAZoneAndSlotsAreOnce(seeds: Range<Int>) {
    for day in Self.days(seeds) {
      #expect(Set(day.sheet.rows.map(\.slot)).count == day.sheet.rows.count)
      for (index, row) in day.sheet.rows.enumerated() {
        for other in day.sheet.rows[(index + 1)...] where !row.zones.intersection(other.zones).isNone {
          #expect(
            row.endUnixMilliseconds <= other.unixMilliseconds || other.endUnixMilliseconds <= row.unixMilliseconds,
            "\(row.slot) and \(other.slot)")
        }
      }
    }
  }

  @Test func aNoticeAirsOnlyWhereAndWhenItMay() throws {
    for day in Self.days(0..<600) {
      for row in day.sheet.rows {
        guard let id = Self.notice(row) else { continue }
        let candidate = try #require(day.candidates.first { $0.bulletin.id == id })
        let bulletin = candidate.bulletin
        #expect(bulletin.validity.contains(day.sheet.date))
        #expect(bulletin.air.allows(day.sheet.date, lunar: day.sheet.lunar))
        #expect(bulletin.air.sessions.isEmpty || bulletin.air.sessions.contains(row.session))
        #expect(!row.zones.isNone && !row.zones.intersection(bulletin.zones).isNone)
        #expect(
          row.isRepeat
            == (candidate.plays > 0
              || day.sheet.rows.contains { Self.notice($0) == id && $0.unixMilliseconds < row.unixMilliseconds }))
      }
      for candidate in day.candidates {
        let airings = day.sheet.rows.filter { Self.notice($0) == candidate.bulletin.id }
        let air = candidate.bulletin.air
        #expect(airings.count <= air.timesPerDay ?? .max)
        #expect(airings.isEmpty || airings.count + candidate.plays <= air.timesInAll ?? .max)
        #expect(Set(airings.map(\.session)).count == airings.count)
        for (a, b) in zip(airings, airings.dropFirst()) {
          #expect(b.unixMilliseconds - a.unixMilliseconds >= air.gapSeconds * 1000)
        }
      }
    }
  }

  @Test func budgetsAndQuietHoursAreKept() throws {
    for day in Self.days(0..<600) {
      for use in day.sheet.sessions {
        #expect(use.usedSeconds <= use.session.budgetSeconds + 0.001)
        let end = use.startUnixMilliseconds + Int(use.budgetSeconds * 1000)
        for row in day.sheet.rows(of: use.session.name) {
          #expect(row.unixMilliseconds >= use.startUnixMilliseconds && row.endUnixMilliseconds <= end)
        }
      }
      guard let quiet = day.rules.quietHours else { continue }
      for row in day.sheet.rows {
        for instant in [row.unixMilliseconds, row.endUnixMilliseconds - 1] {
          let second = try #require(LocalDateTime(unixSeconds: instant / 1000)).secondOfDay
          #expect(!quiet.contains(second), "\(row.slot)")
        }
      }
    }
  }

  @Test func whoeverStaysOutIsToldWhyAndOnlyWhoeverDoes() {
    for day in Self.days(0..<600) {
      let aired = Set(day.sheet.rows.compactMap(Self.notice))
      let told = Set(day.sheet.refusals.map(\.bulletin))
      for candidate in day.candidates { #expect(aired.contains(candidate.bulletin.id) || told.contains(candidate.bulletin.id)) }
      for refusal in day.sheet.refusals {
        #expect(!refusal.reason.vietnamese.isEmpty && !refusal.reason.english.isEmpty)
        guard case .doesNotFit(let session, let needs, let left, let instead) = refusal.reason else { continue }
        // What is refused for want of room would not have fitted behind what came before it.
        #expect(needs > left, "\(session)")
        if let instead { #expect(day.sheet.rows(of: instead).contains { Self.notice($0) == refusal.bulletin }) }
      }
    }
  }

  @Test func betterRankedNoticesComeFirstUnlessTheyDidNotFit() throws {
    for day in Self.days(0..<600) {
      for use in day.sheet.sessions {
        let aired = day.sheet.rows(of: use.session.name).compactMap(Self.notice)
        for (first, second) in zip(aired, aired.dropFirst()) {
          let a = try #require(day.candidates.first { $0.bulletin.id == first }).bulletin
          let b = try #require(day.candidates.first { $0.bulletin.id == second }).bulletin
          #expect(a.noticeClass >= b.noticeClass)
          if a.noticeClass == b.noticeClass {
            #expect((a.validity.last?.daysSinceEpoch ?? .max) <= (b.validity.last?.daysSinceEpoch ?? .max))
          }
        }
      }
    }
  }

  @Test func theSameInputsGiveTheSameSheetAndFrozenRowsStay() {
    for day in Self.days(0..<300) {
      let again = day.planner.plan(day.sheet.date, candidates: day.candidates.reversed())
      #expect(again == day.sheet)
      // The first rows are on air; a new notice comes.
      let frozen = Array(day.sheet.rows.prefix(day.sheet.rows.count / 2))
      var bulletin = Bulletin(id: "mới", title: "Mới", body: "A")
      bulletin.noticeClass = .priority
      let late = Candidate(bulletin: bulletin, sound: Sound(file: "new.flac", seconds: 20))
      let changed = day.planner.plan(day.sheet.date, candidates: day.candidates + [late], frozen: frozen)
      for row in frozen { #expect(changed.rows.contains(row), "\(row.slot)") }
      let airings = changed.rows.filter { Self.notice($0) != nil }
      #expect(Set(airings.map(\.slot)).count == airings.count)
    }
  }
}
