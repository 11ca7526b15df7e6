import Bulletin
import Foundation
import Schedule
import Testing

@Suite struct LunarCalendarTests {
  /// The Tết days that everybody knows, and two on which China's calendar differs.
  @Test(arguments: [
    "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26",
    "2029-02-13", "2030-02-02", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08", "2053-02-18",
    // North and south kept it a day apart in 1968, by two meridians; this is UTC+7.
    "1968-01-29", "1985-01-21", "2007-02-17",
  ])
  func tếtIsWhereEverybodyKeepsIt(written: String) throws {
    let date = try #require(CivilDate(written: written))
    #expect(LunarCalendar.newYear(date.year) == date)
    let lunar = LunarCalendar.lunarDate(of: date)
    #expect(lunar.description == "mùng 1 tháng Giêng" && lunar.year == date.year)
    let eve = try #require(CivilDate(daysSinceEpoch: date.daysSinceEpoch - 1))
    #expect(LunarCalendar.lunarDate(of: eve).month == 12)
  }

  @Test(arguments: [
    (2020, 4), (2023, 2), (2025, 6), (2028, 5), (2031, 3), (2033, 11), (2036, 6), (2039, 5), (2042, 2), (2044, 7), (2026, 0),
  ])
  func leapMonthsAreWhereTheAlmanacHasThem(year: Int, leap: Int) throws {
    let tết = try #require(LunarCalendar.newYear(year)).daysSinceEpoch
    let next = try #require(LunarCalendar.newYear(year + 1)).daysSinceEpoch
    let dates = (tết..<next).compactMap { CivilDate(daysSinceEpoch: $0).map(LunarCalendar.lunarDate(of:)) }
    #expect(Set(dates.filter(\.isLeap).map(\.month)) == (leap == 0 ? [] : [leap]))
  }

  @Test(arguments: [
    ("2026-11-21", "13 tháng 10"), ("2026-08-27", "rằm tháng 7"), ("2026-02-10", "23 tháng Chạp"),
    ("2025-07-25", "mùng 1 tháng 6 nhuận"),
    ("2026-04-26", "mùng 10 tháng 3"),
  ])
  func daysAreNamedAsPeopleSayThem(written: String, name: String) throws {
    #expect(LunarCalendar.lunarDate(of: try #require(CivilDate(written: written))).description == name)
  }

  /// Every day of 300 years against a table made another way (lunar_reference.py: JPL's DE405, bisection).
  @Test func everyDayOfThreeHundredYearsIsTheReferences() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "lunar-1900-2199.tsv")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    var days = 0
    for row in rows {
      let fields = row.split(separator: "\t")
      var day = try #require(CivilDate(written: fields[0])).daysSinceEpoch
      let (leap, year) = (try #require(Int(fields[1])), try #require(CivilDate(written: fields[0])).year)
      var isAfterLeap = false
      for (index, length) in fields[2].split(separator: " ").compactMap({ Int($0) }).enumerated() {
        let isLeap = leap > 0 && index == leap
        if isLeap { isAfterLeap = true }
        let month = isAfterLeap ? index : index + 1
        for number in 1...length {
          defer { day += 1 }
          guard let date = CivilDate(daysSinceEpoch: day) else { continue }
          let lunar = LunarCalendar.lunarDate(of: date)
          days += 1
          guard (lunar.year, lunar.month, lunar.day, lunar.isLeap) == (year, month, number, isLeap), lunar.daysInMonth == length
          else {
            Issue.record(
              "\(date): \(lunar.year) \(lunar), \(lunar.daysInMonth) days; the reference: \(year)-\(month)-\(number), \(length)")
            return
          }
        }
      }
    }
    #expect(rows.count == 300 && days > 109_500)
  }
}
