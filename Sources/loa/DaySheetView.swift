internal import Bulletin
internal import Foundation
internal import Schedule

/// A day sheet as a person or a program sees it.
struct DaySheetView {
  private let sheet: DaySheet

  init(_ sheet: DaySheet) { self.sheet = sheet }

  /// One row under the keys of `loa plan --json`.
  struct Record: Encodable {
    let session: String
    let starts: String
    let seconds: Double
    let item: String
    let notice: String?
    let `class`: String?
    let zones: String?
    let file: String
  }

  var records: [Record] {
    sheet.rows.map { row in
      let starts = row.starts?.description ?? ""
      switch row.item {
      case .notice(let id, let title, let noticeClass, let zones):
        return Record(
          session: row.session, starts: starts, seconds: row.sound.seconds, item: title, notice: id,
          class: noticeClass.rawValue, zones: zones.description, file: row.sound.file)
      case .chime, .greeting, .closing:
        return Record(
          session: row.session, starts: starts, seconds: row.sound.seconds, item: row.item.title, notice: nil, class: nil,
          zones: nil, file: row.sound.file)
      }
    }
  }

  var page: String {
    var lines: [String] = [
      text("BẢNG PHÁT \(sheet.date.weekday.vietnamese), ngày \(sheet.date.vietnamese)", "DAY SHEET \(sheet.date)")
    ]
    for use in sheet.sessions {
      let name = use.session.name
      lines += [
        "",
        text("Buổi \(name)", "Session \(name)") + ": "
          + text(
            "dùng \(Format.length(use.usedSeconds)) trong \(Format.length(use.session.budgetSeconds))",
            "\(Format.length(use.usedSeconds)) of \(Format.length(use.session.budgetSeconds)) used"),
      ]
      var table = Table([
        (text("GIỜ", "TIME"), .left), (text("DÀI", "LENGTH"), .right), (text("NỘI DUNG", "ITEM"), .left),
        (text("LOẠI", "CLASS"), .left), (text("KHU VỰC", "ZONES"), .left),
      ])
      for row in sheet.rows(of: name) {
        table.add([row.starts?.clock ?? "", Format.length(row.sound.seconds), row.item.title] + row.item.classAndZones)
      }
      lines += table.lines
    }
    if !sheet.refusals.isEmpty {
      lines += ["", text("Không phát:", "Not on air:")]
      for refusal in sheet.refusals {
        lines.append("- \(refusal.title): " + text(refusal.reason.vietnamese, refusal.reason.english))
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension DaySheet.Row.Item {
  var title: String {
    switch self {
    case .chime: text("nhạc hiệu", "chime")
    case .greeting: text("lời chào", "greeting")
    case .closing: text("lời kết", "closing")
    case .notice(_, let title, _, _): title
    }
  }

  fileprivate var classAndZones: [String] {
    guard case .notice(_, _, let noticeClass, let zones) = self else { return ["", ""] }
    let where_ = zones == .all ? text("toàn xã", "all") : zones.description
    return [text(noticeClass.vietnamese, noticeClass.rawValue), where_]
  }
}
