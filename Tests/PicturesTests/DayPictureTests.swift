import Bulletin
import Foundation
import Pictures
import Schedule
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct DayPictureTests {
  private let rules = StationRules(
    sessions: [
      Session(name: "sáng", startSecondOfDay: 19_800, budgetSeconds: 600),
      Session(
        name: "chiều", startSecondOfDay: 61_200, budgetSeconds: 1800,
        relay: Session.Relay(title: "VOV1", startSecondOfDay: 61_800, seconds: 300)),
    ], zones: ["Thôn <1>", "Thôn & 2"], quietHours: .night)
  private let sheet: DaySheet
  private let words: DayWords

  init() throws {
    let date = try #require(CivilDate(year: 2026, month: 12, day: 1))
    let candidates = ["Cắt điện <khẩn>; \"gấp\", xem", "Họp"].enumerated().map { index, title in
      var bulletin = Bulletin(id: "n\(index)", title: title, body: "A")
      bulletin.noticeClass = index == 0 ? .priority : .normal
      return Candidate(bulletin: bulletin, sound: Sound(file: "\(index)", seconds: 120 + Double(index) * 900))
    }
    sheet = Planner(rules: rules, fixtures: Planner.Fixtures(chime: Sound(file: "c", seconds: 4))).plan(
      date, candidates: candidates)
    words = DayWords(
      heading: "Bảng phát", quietHours: "giờ yên tĩnh", wholeDay: "Cả ngày", budget: "dùng", time: "Giờ", length: "Dài",
      content: "Nội dung", noticeClass: "Loại", zones: "Khu vực", aired: "Đã phát", refusals: "Không phát", changes: "Thay đổi",
      maker: "Người lập", approver: "Người duyệt", signature: "(ký)", everywhere: "toàn xã", logHead: "Dấu cuối",
      name: { row in
        switch row.item {
        case .notice(_, let title, _, _), .relay(let title): title
        default: row.slot.name
        }
      }, className: { $0.vietnamese }, session: { "Buổi \($0)" }, reason: { $0.vietnamese }, change: { $0.vietnamese })
  }

  @Test func thePictureIsXMLAndNamesEverySessionZoneAndItem() {
    let svg = DayPicture(sheet, rules: rules, words: words).svg
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    for name in [
      "Buổi sáng 05:30", "Buổi chiều 17:00", "Thôn &lt;1&gt;", "Thôn &amp; 2", "giờ yên tĩnh", "VOV1", "Cắt điện &lt;khẩn&gt;",
    ] {
      #expect(svg.contains(name), "\(name)")
    }
    // Out of 10 minutes the notice of 17 does not fit.
    #expect(svg.contains("buổi sáng không đủ chỗ: cần 17'02"))
  }

  @Test func thePageHasARowForEachSoundAndPlacesToSign() {
    let html = DayPage([(sheet, words)], logHead: "abc123").html
    #expect(html.components(separatedBy: "<tr><td>").count - 1 == sheet.rows.count)
    #expect(html.contains("Dấu cuối: <code>abc123</code>"))
    #expect(html.contains("Người lập") && html.contains("Người duyệt") && !html.contains("<khẩn>"))
  }

  @Test func theCalendarKeepsRFC5545() {
    let ics = DayCalendar([(sheet, words)]).ics
    let lines = ics.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 } && lines.last == "")
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 2 && lines.contains("DTSTART:20261130T223000Z"))
    let unfolded = ics.replacing("\r\n ", with: "")
    #expect(unfolded.contains("Cắt điện <khẩn>\\; \"gấp\"\\, xem (2'00)\\n"))
  }

  @Test func anEmptyDayIsAPictureToo() throws {
    let date = try #require(CivilDate(year: 2026, month: 12, day: 1))
    let empty = Planner(rules: StationRules(sessions: [])).plan(date, candidates: [])
    #expect(XMLParser(data: Data(DayPicture(empty, rules: StationRules(sessions: []), words: words).svg.utf8)).parse())
    #expect(DayCalendar([(empty, words)]).ics.hasSuffix("END:VCALENDAR\r\n"))
  }
}
