import Testing
import VietnameseText

/// What looks right and can't be: said as written, and flagged.
@Suite struct DoubtTests {
  @Test(arguments: [
    "Họp lúc 8h75.", "Họp lúc 25h.", "Họp thứ hai ngày 22/11/2026.", "Họp thứ 2, 22/11/2026.", "Họp Chủ nhật, ngày 23/11/2026.",
    "Họp ngày 30/2/2026.", "Họp T3 (22/11/2026).", "Họp ở huyện t. Bắc.", "Mời các q.chúng dự.", "Bà con b/c.", "Kỳ 3-2.",
    "Họp TT ngày mai.", "Mời XNĐH dự.", "Có l5 hộ.", "Năm 2O24.",
  ]) func whatCantBeIsFlagged(written: String) {
    #expect(!ReaderFixture.reader.read(written).flagged.isEmpty)
  }

  @Test(arguments: [
    "Họp lúc 8h45.", "Họp chủ nhật ngày 22/11/2026.", "Họp thứ hai ngày 23/11/2026.", "Họp ngày 28/2/2026.",
    "Mời bác sĩ Nguyễn Văn A. Lê Thị B dự.", "Trực 36h.", "Bà con chú ý. Có lũ.",
  ]) func whatFitsIsNot(written: String) {
    #expect(ReaderFixture.reader.read(written).flagged.isEmpty)
  }

  /// The day of the week of every day of two centuries, against a count of days: a wrong one beside the date is flagged,
  /// the right one never.
  @Test func daysOfTheWeekAreChecked() {
    let names = ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"]
    let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var weekday = 1  // 1 January 1900 was a Monday
    for year in 1900...2100 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (index, length) in months.enumerated() {
        let days = index == 1 && isLeap ? 29 : length
        for day in 1...days {
          // Each day of 29 is tried with its own name and with the next day's.
          if (year * 372 + index * 31 + day) % 29 == 0 {
            let date = "\(day)/\(index + 1)/\(year)"
            let right = ReaderFixture.reader.read("Họp \(names[weekday]) ngày \(date)").flagged
            let wrong = ReaderFixture.reader.read("Họp \(names[(weekday + 1) % 7]) ngày \(date)").flagged
            if !right.isEmpty || wrong.isEmpty { Issue.record("\(names[weekday]) \(date)") }
          }
          weekday = (weekday + 1) % 7
        }
      }
    }
  }
}
