// StationFill: a station's database after years of work. `scripts/bench station` builds and runs it.
import Bulletin
import Schedule
import Store

/// usage: station-fill DATABASE NOTICES LOG-ROWS; the notices have expired, the log's days end yesterday.
@main struct StationFill {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 4, let notices = Int(words[2]), let rows = Int(words[3]),
      let first = CivilDate(year: 2021, month: 1, day: 1)
    else { return print("usage: station-fill DATABASE NOTICES LOG-ROWS") }
    let store = try Store(path: words[1])
    let start = LocalDateTime(date: first, secondOfDay: 8 * 3600).unixSeconds
    for number in 1...max(1, notices) {
      let act = Act(person: "lan", unixMilliseconds: (start + number * 1600) * 1000)
      let text =
        "---\nhiệu lực: đến 31/12/2025\n---\nThông báo số \(number)\nMời bà con thôn \(number % 12) dự họp lần \(number)."
      let bulletin = try BulletinParser().parse(text, file: "\(number).md", id: "\(number)")
      _ = try store.submit(Submission(bulletin: bulletin, text: text, file: "\(number).md"), by: act)
    }
    if let end = CivilDate(year: 2026, month: 1, day: 1) {
      try store.expire(before: end, by: Act(person: "loa", unixMilliseconds: 0))
    }
    let perDay = max(1, rows / 2000)
    var batch: [AsRunRow] = []
    for number in 0..<rows {
      guard let date = CivilDate(daysSinceEpoch: first.daysSinceEpoch + number / perDay) else { continue }
      let notice = NoticeID(number: 1 + (number / perDay * 50 + number % perDay / 2) % max(1, notices))
      batch.append(
        AsRunRow(
          slot: Slot(
            date: date, session: number % perDay < perDay / 2 ? "sáng" : "chiều", name: "\(notice)", ordinal: number % perDay),
          notice: "\(notice)", title: "Thông báo số \(notice.number)", file: "\(notice).flac",
          startedUnixMilliseconds: (LocalDateTime(date: date, secondOfDay: 20_000).unixSeconds + number % perDay * 60) * 1000,
          outcome: number % 97 == 0 ? .missed("late") : .played))
      if batch.count == 20_000 {
        try store.append(batch)
        batch = []
      }
    }
    try store.append(batch)
    print("\(notices) notices, \(rows) log rows")
  }
}
