internal import Bulletin
internal import Pictures
internal import Schedule

extension DayWords {
  static func inPersonsLanguage(_ sheet: DaySheet, station: String) -> DayWords {
    let place = station.isEmpty ? "" : " " + station
    return DayWords(
      heading: text(
        "Bảng phát thanh\(place), \(sheet.date.weekday.vietnamese) ngày \(sheet.date.vietnamese) (\(sheet.lunar) âm lịch)",
        "Day sheet\(place), \(sheet.date) (lunar: \(sheet.lunar))"),
      quietHours: text("giờ yên tĩnh", "quiet hours"), wholeDay: text("Cả ngày", "The day"), budget: text("dùng", "used"),
      time: text("Giờ", "Time"), length: text("Dài", "Length"), content: text("Nội dung", "Item"),
      noticeClass: text("Loại", "Class"),
      zones: text("Khu vực", "Zones"), aired: text("Đã phát", "Aired"), refusals: text("Không phát", "Not on air"),
      changes: text("Buổi phát thay đổi", "Sessions changed"), maker: text("Người lập bảng", "Made by"),
      approver: text("Người duyệt", "Approved by"), signature: text("(ký, ghi rõ họ tên)", "(name and signature)"),
      everywhere: text("toàn xã", "all"),
      logHead: text("Mã kiểm nhật ký phát lúc in", "Head of the as-run log when printed"), name: { $0.title },
      className: { text($0.vietnamese, $0.rawValue) },
      session: { text("Buổi \($0)", "Session \($0)") }, reason: { text($0.vietnamese, $0.english) },
      change: { text($0.vietnamese, $0.english) })
  }
}
