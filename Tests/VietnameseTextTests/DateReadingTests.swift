import Testing
import VietnameseText

@Suite struct DateReadingTests {
  @Test(arguments: 1900...2100)
  func everyDayOfTheYearIsReadInEveryWrittenForm(year: Int) {
    for month in 1...12 {
      for day in 1...days(month, year) {
        let said = words(day, month, year)
        for written in forms(day, month, year) {
          let read = ReaderFixture.plain("họp ngày \(written) tại xã")
          if read != "họp ngày \(said) tại xã" { Issue.record("\(written): \(read)") }
        }
      }
    }
  }

  @Test func aDayTheCalendarLacksIsFlagged() {
    for written in ["30/02/2024", "31/4/2025", "29/2/2023", "32/1/2024"] {
      #expect(!ReaderFixture.reader.read("ngày \(written)").flagged.isEmpty, "\(written)")
    }
  }

  private func forms(_ day: Int, _ month: Int, _ year: Int) -> [String] {
    let twoDay = day < 10 ? "0\(day)" : "\(day)"
    let twoMonth = month < 10 ? "0\(month)" : "\(month)"
    return [
      "\(day)/\(month)/\(year)", "\(twoDay)/\(twoMonth)/\(year)", "\(day)-\(month)-\(year)", "\(twoDay).\(twoMonth).\(year)",
      "\(day) tháng \(month) năm \(year)", "\(year)-\(twoMonth)-\(twoDay)", "\(twoDay) / \(twoMonth) / \(year)",
    ]
  }

  private func words(_ day: Int, _ month: Int, _ year: Int) -> String {
    let month = month == 4 ? "tư" : NumberWords.cardinal(UInt64(month))
    return "\(NumberWords.cardinal(UInt64(day))) tháng \(month) năm \(NumberWords.cardinal(UInt64(year)))"
  }

  private func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 400 == 0 || year % 4 == 0 && year % 100 != 0 ? 29 : 28
    default: 31
    }
  }
}
