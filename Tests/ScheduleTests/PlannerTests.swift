import Bulletin
import Schedule
import Testing

@Suite struct PlannerTests {
  private let friday = CivilDate(year: 2026, month: 11, day: 20)
  private let morning = Session(name: "sáng", startSecondOfDay: 5 * 3600 + 1800, budgetSeconds: 300)
  private let afternoon = Session(name: "chiều", startSecondOfDay: 17 * 3600, budgetSeconds: 300)

  private func notice(_ id: String, _ header: String = "", seconds: Double = 60) throws -> Candidate {
    let text = "---\ntitle: \(id)\n\(header)\n---\nNội dung."
    return Candidate(
      bulletin: try BulletinParser().parse(text, file: id, id: id), sound: Sound(file: "\(id).flac", seconds: seconds))
  }

  private func ids(_ sheet: DaySheet, _ session: String) -> [String] {
    sheet.rows(of: session).compactMap { row in
      if case .notice(let id, _, _, _) = row.item { id } else { nil }
    }
  }

  @Test func rowsFollowEachOtherFromTheSessionsStartInVietnam() throws {
    let date = try #require(friday)
    let fixtures = Planner.Fixtures(
      chime: Sound(file: "chime", seconds: 2.5), greetings: ["sáng": Sound(file: "hello", seconds: 5)],
      closings: ["sáng": Sound(file: "bye", seconds: 4)])
    let sheet = Planner(rules: StationRules(sessions: [morning], gapSeconds: 1), fixtures: fixtures).plan(
      date, candidates: [try notice("a"), try notice("b")])
    #expect(sheet.rows.map(\.sound.file) == ["chime", "hello", "a.flac", "b.flac", "bye"])
    #expect(sheet.rows.first?.starts?.description == "2026-11-20T05:30:00+07:00")
    for (row, next) in zip(sheet.rows, sheet.rows.dropFirst()) {
      #expect(next.unixMilliseconds == row.unixMilliseconds + Int(((row.sound.seconds + row.gapSeconds) * 1000).rounded()))
    }
    #expect(sheet.sessions.first?.usedSeconds == 2.5 + 5 + 60 + 60 + 4 + 5)
  }

  @Test func classThenDeadlineThenPlaysThenAgeDecideTheOrder() throws {
    var played = try notice("played")
    played.plays = 3
    let sheet = Planner(rules: StationRules(sessions: [Session(name: "sáng", startSecondOfDay: 0, budgetSeconds: 3600)])).plan(
      try #require(friday),
      candidates: [
        played, try notice("new", "issued: 19/11/2026"), try notice("old", "issued: 1/11/2026"),
        try notice("soon", "valid: đến 21/11/2026"), try notice("urgent", "class: priority"),
      ])
    #expect(ids(sheet, "sáng") == ["urgent", "soon", "old", "new", "played"])
  }

  @Test func aRepeatIsAnnouncedAndTheAnnouncementCountsInTheBudget() throws {
    var again = try notice("a", seconds: 200)
    again.repeatIntro = Sound(file: "again.flac", seconds: 5)
    let planner = Planner(rules: StationRules(sessions: [morning, afternoon], gapSeconds: 1))
    let sheet = planner.plan(try #require(friday), candidates: [again])
    #expect(sheet.rows.map(\.sound.file) == ["a.flac", "again.flac", "a.flac"])
    #expect(sheet.rows.map(\.isRepeat) == [false, false, true])
    #expect(sheet.sessions.map(\.usedSeconds) == [201, 207])
    // With its announcement it no longer fits.
    again.sound.seconds = 295
    #expect(planner.plan(try #require(friday), candidates: [again]).rows.map(\.sound.file) == ["a.flac"])
    // Cut off between the announcement and the notice, it is not announced twice.
    again.sound.seconds = 200
    let frozen = Array(sheet.rows.prefix(2))
    let rest = planner.plan(try #require(friday), candidates: [again], frozen: frozen)
    #expect(rest.rows.map(\.sound.file) == ["a.flac", "again.flac", "a.flac"])
  }

  @Test func aSessionThatHasBegunGoesOnAsItWasPlanned() throws {
    let fixtures = Planner.Fixtures(
      chime: Sound(file: "chime", seconds: 2.5), greetings: ["sáng": Sound(file: "hello", seconds: 5)],
      closings: ["sáng": Sound(file: "bye", seconds: 4)], music: [Sound(file: "song", seconds: 50)])
    var session = morning
    session.parts = [.chime, .greeting, .notices, .music, .closing]
    let planner = Planner(rules: StationRules(sessions: [session], gapSeconds: 1), fixtures: fixtures)
    let (date, candidates) = (try #require(friday), [try notice("a"), try notice("b")])
    let whole = planner.plan(date, candidates: candidates)
    #expect(whole.rows.map(\.sound.file) == ["chime", "hello", "a.flac", "b.flac", "song", "bye"])
    for count in whole.rows.indices {
      let frozen = Array(whole.rows[...count])
      let now = whole.rows[count].unixMilliseconds + 10
      #expect(planner.plan(date, candidates: candidates, frozen: frozen, now: now).rows == whole.rows, "\(count)")
    }
  }

  @Test func nothingNewIsLaidBeforeNow() throws {
    let planner = Planner(rules: StationRules(sessions: [morning, afternoon], gapSeconds: 1))
    let (date, candidates) = (try #require(friday), [try notice("a"), try notice("b")])
    let whole = planner.plan(date, candidates: candidates)
    let noon = try #require(whole.rows.first).unixMilliseconds + 6 * 3_600_000
    #expect(planner.plan(date, candidates: candidates, now: noon).rows.map(\.session) == ["chiều", "chiều"])
    // In the middle of the morning's second notice, the day as it was made goes on as it was.
    let second = whole.rows[1].unixMilliseconds + 1000
    let frozen = whole.rows.filter { $0.unixMilliseconds <= second }
    #expect(planner.plan(date, candidates: candidates, frozen: frozen, now: second).rows == whole.rows)
  }

  @Test func eachRefusalNamesItsRule() throws {
    let sheet = Planner(rules: StationRules(sessions: [morning])).plan(
      try #require(friday),
      candidates: [
        try notice("a", "valid: đến 19/11/2026"), try notice("b", "valid: từ 21/11/2026"), try notice("c", "air: thứ 2"),
        try notice("d", "air: trưa"), try notice("e", "class: khẩn cấp"), try notice("f", seconds: 400),
      ])
    #expect(sheet.rows.isEmpty)
    let reasons = Dictionary(uniqueKeysWithValues: sheet.refusals.map { ($0.bulletin, $0.reason) })
    #expect(reasons["a"]?.vietnamese == "hết hiệu lực từ sau ngày 19/11/2026")
    #expect(reasons["b"]?.vietnamese.contains("21/11/2026") == true)
    #expect(reasons["c"] == .otherDay)
    #expect(reasons["d"]?.vietnamese.contains("«trưa»") == true)
    #expect(reasons["e"] == .emergency)
    #expect(reasons["f"]?.vietnamese.hasPrefix("dài 6'40, không buổi nào đủ chỗ (dài nhất 5'00)") == true)
  }

  @Test func theBudgetIsNeverExceededAndShortNoticesFillTheRest() throws {
    let candidates = try (1...9).map { try notice("n\($0)", seconds: Double($0) * 25) }
    let sheet = Planner(rules: StationRules(sessions: [morning, afternoon])).plan(try #require(friday), candidates: candidates)
    for use in sheet.sessions { #expect(use.usedSeconds <= use.session.budgetSeconds) }
    #expect(ids(sheet, "sáng") == ["n1", "n2", "n3", "n4"])
  }

  @Test func aSessionIsHeldOnItsDaysOnly() throws {
    let weekdays = Session(name: "sáng", weekdays: [.monday], startSecondOfDay: 0, budgetSeconds: 100)
    let sheet = Planner(rules: StationRules(sessions: [weekdays])).plan(try #require(friday), candidates: [try notice("a")])
    #expect(sheet.sessions.isEmpty && sheet.rows.isEmpty && sheet.refusals.count == 1)
  }

  @Test func theSameInputsGiveTheSameSheetWhateverTheirOrder() throws {
    let candidates = try (1...20).map { try notice("n\($0)", seconds: Double($0)) }
    let planner = Planner(rules: StationRules(sessions: [morning, afternoon]))
    let sheet = planner.plan(try #require(friday), candidates: candidates)
    #expect(sheet == planner.plan(try #require(friday), candidates: candidates.reversed()))
  }

  @Test func sessionsAreKnownWithoutMarksAndAMisspeltOneBesideThemIsSeen() throws {
    let sheet = Planner(rules: StationRules(sessions: [morning, afternoon])).plan(
      try #require(friday), candidates: [try notice("a", "air: buổi Sang, chìu")])
    #expect(ids(sheet, "sáng") == ["a"] && ids(sheet, "chiều").isEmpty)
    #expect(sheet.refusals.first?.reason.vietnamese.contains("«chìu»") == true)
  }

  @Test func silenceFollowsTheKindOfSoundAndMusicRunsIntoMusic() throws {
    let session = Session(
      name: "sáng", startSecondOfDay: 5 * 3600, budgetSeconds: 900, parts: [.chime, .greeting, .notices, .music, .closing])
    var rules = StationRules(sessions: [session], gapSeconds: 1.5)
    rules.gaps = [.chime: 0.25, .greeting: 1]
    rules.crossfadeSeconds = 2
    let music = (1...3).map { Sound(file: "m\($0)", seconds: 100) }
    let planner = Planner(
      rules: rules,
      fixtures: Planner.Fixtures(
        chime: Sound(file: "c", seconds: 3), greetings: ["sáng": Sound(file: "g", seconds: 5)],
        closings: ["sáng": Sound(file: "z", seconds: 5)], music: music))
    let date = try #require(CivilDate(year: 2026, month: 12, day: 1))
    let sheet = planner.plan(date, Agenda([try notice("a")], rules: rules))
    let start = try #require(sheet.rows.first?.unixMilliseconds)
    #expect(sheet.rows.map(\.sound.file) == ["c", "g", "a.flac", "m1", "m2", "m3", "z"])
    #expect(sheet.rows.map { $0.unixMilliseconds - start } == [0, 3250, 9250, 70_750, 168_750, 266_750, 368_250])
  }
}
