import Bulletin
import Schedule
import Testing

@Suite struct OnAirTests {
  private let sheet: DaySheet
  private let onAir: OnAir

  init() throws {
    let date = try #require(CivilDate(year: 2026, month: 12, day: 1))
    let sessions = [
      Session(name: "sáng", startSecondOfDay: 5 * 3600 + 1800, budgetSeconds: 600),
      Session(name: "trưa", startSecondOfDay: 11 * 3600, budgetSeconds: 600, zones: .named(["Thôn 3"])),
    ]
    let candidates = ["a", "b", "c"].map { id in
      var bulletin = Bulletin(id: id, title: id, body: "A")
      bulletin.noticeClass = id == "a" ? .priority : .normal
      return Candidate(bulletin: bulletin, sound: Sound(file: id, seconds: 100))
    }
    sheet = Planner(rules: StationRules(sessions: sessions, zones: ["Thôn 1", "Thôn 3"])).plan(date, candidates: candidates)
    onAir = OnAir([sheet])
  }

  private func instant(_ clock: String, _ seconds: Double = 0) throws -> Int {
    let second = try #require(LocalDateTime.secondOfDay(written: clock))
    return LocalDateTime(date: sheet.date, secondOfDay: second).unixSeconds * 1000 + Int(seconds * 1000)
  }

  @Test(arguments: [
    ("05:29:59", nil, nil), ("05:30:00", nil, "a"), ("05:31:39", nil, "a"), ("05:31:40", nil, nil), ("05:31:42", nil, "b"),
    ("11:00:30", "Thôn 3", "a"), ("11:00:30", "Thôn 1", nil), ("05:30:30", "thon 1", "a"),
  ])
  func whatSoundsIsWhatTheSheetSays(clock: String, zone: String?, notice: String?) throws {
    #expect(onAir.row(at: try instant(clock), zone: zone)?.slot.name == notice)
  }

  @Test func aPlayerThatStartsOnTimePlaysEveryRowOnce() throws {
    var endings: [Slot: OnAir.Ending] = [:]
    var played: [Slot] = []
    var now = try instant("05:00")
    while now < (try instant("12:00")) {
      let decision = onAir.decision(at: now, endings: endings)
      for row in decision.missed { Issue.record("\(row.slot) was missed") }
      if let row = decision.play {
        #expect(now - row.unixMilliseconds < 500)
        played.append(row.slot)
        endings[row.slot] = .played
        now = row.endUnixMilliseconds
      } else {
        now += 100
      }
    }
    #expect(played == sheet.rows.map(\.slot))
  }

  @Test func whatIsLaterThanItsGraceIsMissedAndNothingPilesUp() throws {
    // The clock jumps to three minutes after the start: the priority notice still plays, then what is due.
    let late = onAir.decision(at: try instant("05:33"), endings: [:])
    #expect(late.play?.slot.name == "a" && late.missed.isEmpty)
    let first = try #require(sheet.rows.first)
    let then = onAir.decision(at: try instant("05:36"), endings: [first.slot: .played])
    #expect(then.missed.map(\.slot.name) == ["b", "c"] && then.play == nil)
    // Hours later everything of the morning is missed, nothing plays.
    let noon = onAir.decision(at: try instant("10:00"), endings: [:])
    #expect(noon.play == nil && noon.missed.count == 3 && noon.next?.session == "trưa")
  }

  @Test func aMomentsInterruptionGoesOnAtItsSentenceALongerOneFromItsStart() throws {
    let first = try #require(sheet.rows.first)
    let broken = OnAir.Ending.interrupted(atSeconds: 40, unixMilliseconds: try instant("05:30:40"))
    let soon = onAir.decision(at: try instant("05:30:43"), endings: [first.slot: broken])
    #expect(soon.play == first && soon.from == .sentence(atSeconds: 40))
    let later = onAir.decision(at: try instant("05:31:10"), endings: [first.slot: broken])
    #expect(later.play == first && later.from == .start)
  }

  @Test func whatWouldOutlastItsSessionIsMissed() throws {
    let last = try #require(sheet.rows.first { $0.slot.name == "c" && $0.session == "sáng" })
    let broken = OnAir.Ending.interrupted(atSeconds: 10, unixMilliseconds: try instant("05:42:00"))
    var endings = Dictionary(uniqueKeysWithValues: sheet.rows.map { ($0.slot, OnAir.Ending.played) })
    endings[last.slot] = broken
    let decision = onAir.decision(at: try instant("05:42:10"), endings: endings)
    #expect(decision.play == nil && decision.missed == [last])
  }
}
