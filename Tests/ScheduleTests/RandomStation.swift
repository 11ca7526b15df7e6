import Bulletin
import Schedule

/// Stations and notices as odd as rules allow, the same for the same seed.
struct RandomStation {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return range.lowerBound + Int(state >> 33) % range.count
  }

  mutating func one(in hundred: Int) -> Bool { number(1...100) <= hundred }

  mutating func rules() -> StationRules {
    let zones = (1...number(1...4)).map { "Thôn \($0)" }
    let sessions = (1...number(1...6)).map { index in
      let start = number(0...287) * 300
      let budget = number(1...60) * 60
      let relay = Session.Relay(
        title: "VOV", startSecondOfDay: (start + number(0...20) * 60) % 86_400, seconds: Double(number(1...20) * 60))
      return Session(
        name: "buổi \(index)", weekdays: Set(Weekday.allCases.filter { _ in one(in: 80) }), startSecondOfDay: start,
        budgetSeconds: Double(budget), parts: Session.Part.allCases.filter { $0 == .notices || one(in: 70) },
        relay: one(in: 30) ? relay : nil, zones: some(of: zones), start: one(in: 50) ? .hard : .soft)
    }
    return StationRules(
      sessions: sessions, zones: zones,
      quietHours: one(in: 70) ? Hours(from: number(0...23) * 3600, to: number(0...23) * 3600) : nil,
      holidays: one(in: 20) ? [Holiday(name: "rằm", day: .lunar(LunarDay(day: 15) ?? .first), change: .silent)] : [],
      gapSeconds: Double(number(0...3)))
  }

  mutating func some(of zones: [String]) -> Zones {
    let chosen = zones.filter { _ in one(in: 50) }
    return chosen.isEmpty ? .all : .named(chosen)
  }

  mutating func candidates(for rules: StationRules, around date: CivilDate) -> [Candidate] {
    (1...number(1...40)).map { index in
      var bulletin = Bulletin(id: "tin-\(index)", title: "Tin \(index)", body: "Nội dung.")
      bulletin.noticeClass = one(in: 20) ? .priority : .normal
      let first = CivilDate(daysSinceEpoch: date.daysSinceEpoch + number(-5...3))
      let last = CivilDate(daysSinceEpoch: date.daysSinceEpoch + number(-2...9))
      bulletin.validity = Validity(first: one(in: 50) ? first : nil, last: one(in: 50) ? last : nil) ?? .always
      bulletin.air = AirRule(
        sessions: one(in: 40) ? ["buổi \(number(1...7))", "buổi \(number(1...7))"] : [],
        weekdays: one(in: 20) ? [Weekday.allCases[number(0...6)]] : [],
        lunarDays: one(in: 10) ? [LunarDay(day: number(1...30)) ?? .first] : [], timesPerDay: one(in: 30) ? number(1...3) : nil,
        timesInAll: one(in: 20) ? number(1...5) : nil, gapSeconds: one(in: 20) ? number(1...8) * 3600 : 0)
      bulletin.zones = some(of: rules.zones + ["Thôn lạ"])
      bulletin.issued =
        one(in: 70)
        ? CivilDate(daysSinceEpoch: date.daysSinceEpoch - number(0...9)).map { LocalDateTime(date: $0, secondOfDay: 0) } : nil
      return Candidate(
        bulletin: bulletin, sound: Sound(file: "\(index).flac", seconds: Double(number(5...600))), plays: number(0...4))
    }
  }
}

extension LunarDay {
  static var first: LunarDay { LunarDay(day: 1) ?? first }
}
