import Bulletin
import Testing

@Suite struct BulletinParserTests {
  private func parse(_ text: String) throws -> Bulletin {
    try BulletinParser().parse(text, file: "a.md", id: "a")
  }

  @Test func vietnameseAndEnglishHeadersSayTheSame() throws {
    let vietnamese = try parse(
      """
      ---
      tiêu đề: Cắt điện
      loại: ưu tiên
      hiệu lực: 20/11/2026 - 30/11/2026
      phát: sáng, thứ 2, 25/11/2026
      khu vực: [Thôn 1, Thôn 2]
      giọng: bac
      nhắc lại: 1
      ban hành: 19/11/2026 07:30
      cách đọc:
        BCĐ: ban chỉ đạo
      ---
      Kính gửi bà con.
      """)
    let english = try parse(
      """
      ---
      title: Cắt điện
      class: priority
      valid: 2026-11-20..2026-11-30
      air: [sáng, monday, 2026-11-25]
      zones: Thôn 1, Thôn 2
      voice: bac
      repeat: 1
      issued: 2026-11-19T07:30
      pronounce: {BCĐ: ban chỉ đạo}
      ---
      Kính gửi bà con.
      """)
    #expect(vietnamese.noticeClass == .priority && english.noticeClass == .priority)
    #expect(vietnamese.validity == english.validity && vietnamese.validity.description == "2026-11-20..2026-11-30")
    #expect(vietnamese.air == english.air && vietnamese.air.weekdays == [.monday])
    #expect(vietnamese.zones == .named(["Thôn 1", "Thôn 2"]) && english.zones == vietnamese.zones)
    #expect(vietnamese.issued?.description == "2026-11-19T07:30:00+07:00" && english.issued == vietnamese.issued)
    #expect(vietnamese.pronunciations == english.pronunciations && vietnamese.pronunciations.count == 1)
    #expect(vietnamese.body == "Kính gửi bà con." && english.repeats == 1)
  }

  @Test func theFirstLineOfAPlainTextIsItsTitle() throws {
    let bulletin = try parse("THÔNG BÁO\nvề việc cắt nước\n")
    #expect(bulletin.title == "THÔNG BÁO")
    #expect(bulletin.body == "\nvề việc cắt nước\n")
  }

  @Test func aHeadingWinsAsTitleAndIsSaidOnce() throws {
    let bulletin = try parse("---\ntitle: Cắt điện\n---\n\n# Cắt điện\n\nNội dung\n## Lưu ý\nĐóng cầu dao")
    #expect(bulletin.title == "Cắt điện")
    #expect(!bulletin.body.contains("Cắt điện"))
    let heading = bulletin.headings.map { String(decoding: Array(bulletin.body.utf8)[$0], as: UTF8.self) }
    #expect(heading == ["Lưu ý"])
  }

  @Test func everyFaultNamesLineAndWhatToWrite() {
    let error = #expect(throws: BulletinError.self) {
      try parse("---\nloai: gấp\nhieu luc: mai\nphat: 31/2/2026\nnhac lai: 9\nnguoi ky: A\n---\nNội dung ![x]()")
    }
    let lines = error?.vietnamese.split(separator: "\n").map(String.init) ?? []
    #expect(lines.count == 6)
    #expect(lines[0].hasPrefix("a.md, dòng 2") && lines[0].contains("thường, ưu tiên, khẩn cấp"))
    #expect(lines[1].hasPrefix("a.md, dòng 3") && lines[1].contains("20/11/2026 - 30/11/2026"))
    #expect(lines[2].hasPrefix("a.md, dòng 4"))
    #expect(lines[3].contains("từ 0 đến 5"))
    #expect(lines[4].contains("không có khóa «nguoi ky»"))
    #expect(lines[5].hasPrefix("a.md, dòng 8, cột 10"))
  }

  @Test func aMisspeltKeyIsAnsweredWithTheRightOne() {
    let error = #expect(throws: BulletinError.self) {
      try parse("---\ntiêu dề: A\nkhu vưc: Thôn 1\nlọai: thường\nhieu lưcc: a\n---\nB")
    }
    #expect(error?.vietnamese.contains("Có phải là «hiệu lực»?") == true)
  }

  @Test(arguments: [
    ("20/11/2026-30/11/2026", "2026-11-20..2026-11-30"), ("từ 20/11/2026 đến hết ngày 30/11/2026", "2026-11-20..2026-11-30"),
    ("đến 30/11/2026", "..2026-11-30"), ("Hết ngày 30/11/2026", "..2026-11-30"), ("..2026-11-30", "..2026-11-30"),
    ("20/11/2026 -", "2026-11-20.."), ("từ 20/11/2026", "2026-11-20.."),
    ("20/11/2026", "2026-11-20..2026-11-20"),
  ])
  func validityIsWrittenInManyWays(written: String, days: String) throws {
    #expect(try parse("---\nhiệu lực: \(written)\n---\nNội dung").validity.description == days)
  }

  @Test func anEmptyFileSaysSo() {
    #expect(throws: BulletinError.empty(file: "a.md")) { try parse(" \n\n") }
  }

  @Test func aHeaderWithoutItsEndIsNamed() {
    let error = #expect(throws: BulletinError.self) { try parse("---\ntitle: A\nNội dung") }
    #expect(error?.english.contains("add a «---» line") == true || error?.english.contains("Add a «---» line") == true)
  }

  @Test func recordingsKeepTheirPlace() throws {
    let bulletin = try parse("Tiêu đề\nTrước.\n![Tiếng H'Mông](hmong.flac)\nSau.")
    let insert = try #require(bulletin.inserts.first)
    #expect(insert.path == "hmong.flac" && insert.what == "Tiếng H'Mông" && insert.line == 3)
    let bytes = Array(bulletin.body.utf8)
    #expect(String(decoding: bytes[..<insert.offset], as: UTF8.self).contains("Trước."))
    #expect(String(decoding: bytes[insert.offset...], as: UTF8.self).contains("Sau."))
  }

  @Test(arguments: [
    ("**Lưu ý**: đóng cầu dao", "Lưu ý: đóng cầu dao"), ("* Thôn 1", "- Thôn 1"), ("> Trích", "Trích"),
    ("| Thôn 1 | 25 hộ |", "Thôn 1 | 25 hộ"), ("|---|:--|", ""), ("* * *", ""), ("5 * 3 = 15", "5 * 3 = 15"),
    ("a_b_c@xa.vn", "a_b_c@xa.vn"), ("xem [trang](https://xa.vn)", "xem trang"), ("\\*ghi chú", "*ghi chú"),
    ("**[xã](http://xa.vn)**", "xã"), ("***rất gấp***", "rất gấp"), ("**a** và *b*", "a và b"),
    ("trước <!-- bỏ --> sau", "trước  sau"), ("**chưa đóng", "**chưa đóng"),
  ])
  func markdownMarksComeOffAndTextStays(written: String, plain: String) throws {
    #expect(try parse("T\n" + written).body == "\n" + plain)
  }

  @Test func windowsAndOldMacLineEndsAreLineEnds() throws {
    for end in ["\r\n", "\r"] {
      let bulletin = try parse(["---", "title: Họp", "class: priority", "---", "Dòng một.", "Dòng hai."].joined(separator: end))
      #expect(bulletin.title == "Họp" && bulletin.noticeClass == .priority)
      #expect(bulletin.body == "Dòng một.\nDòng hai.")
    }
  }

  @Test(arguments: ["[", "![", "(", "*", " *a", "`", "> ", "<!--", "<!---->", "[a](", "\\", "_a ", "**", "![x]() "])
  func aLineOfMarksAsLongAsANoticeMayBeTakesNoTime(mark: String) {
    let line = "T\n" + String(repeating: mark, count: 250_000 / mark.count)
    _ = try? parse(line)
  }

  @Test func yamlAnchorsAreRefusedAndPlainSignsAreNot() throws {
    let bomb = "---\na: &a [x, x]\nb: [*a, *a]\n---\nNội dung"
    #expect((#expect(throws: BulletinError.self) { try parse(bomb) })?.english.contains("in quotes") == true)
    #expect(try parse("---\ntitle: Sở KH & CN\n---\nNội dung").title == "Sở KH & CN")
  }

  @Test func anEmptyPronunciationIsAFault() {
    let error = #expect(throws: BulletinError.self) { try parse("---\npronounce: {ABCX: \"\"}\n---\nNội dung") }
    #expect(error?.english.contains("«ABCX»") == true)
  }

  @Test func whenANoticeAirsIsWrittenAsPeopleSayIt() throws {
    func rule(_ written: String) throws -> Bulletin {
      try parse("---\nban hành: 20/11/2026\nphát: \(written)\n---\nNội dung")
    }
    let three = try rule("mỗi sáng và chiều trong 3 ngày")
    #expect(three.air.sessions == ["sáng", "chiều"] && three.validity.description == "2026-11-20..2026-11-22")
    #expect(try rule("2 lần mỗi ngày").air.timesPerDay == 2)
    #expect(
      try rule("ngày 2 lần, tổng cộng 6 lần, cách nhau 90 phút").air == AirRule(timesPerDay: 2, timesInAll: 6, gapSeconds: 5400))
    let lunar = try rule("rằm, mùng 1, 23 tháng Chạp, 15/7 âm lịch, ngày 10 âm lịch").air.lunarDays
    #expect(
      Set(lunar.map(\.description)) == [
        "rằm", "mùng 1", "ngày 23 tháng Chạp âm lịch", "rằm tháng 7 âm lịch", "mùng 10",
      ])
    #expect(try rule("24/11, thứ 5").air.dates == [try #require(CivilDate(year: 2026, month: 11, day: 24))])
    #expect(try rule("buổi sáng, mỗi ngày").air == AirRule(sessions: ["sáng"]))
  }

  @Test func yearsMayBeLeftOutWhereTheDayOfIssueTellsThem() throws {
    let notice = try parse("---\nban hành: 20/11/2026\nhiệu lực: 25/11 - 5/1\nnhắc lại: 2 lần\nloại: bình thường\n---\nA")
    #expect(notice.validity.description == "2026-11-25..2027-01-05" && notice.repeats == 2)
    let error = #expect(throws: BulletinError.self) { try parse("---\nhiệu lực: 25/11 - 30/11\n---\nA") }
    #expect(error?.vietnamese.contains("ban hành") == true)
    let days = #expect(throws: BulletinError.self) { try parse("---\nphát: trong 3 ngày\n---\nA") }
    #expect(days?.vietnamese.contains("ban hành") == true)
  }
}
