internal import Bulletin
internal import Foundation
internal import Schedule
internal import Station
internal import Store

/// A day sheet as a person or a program sees it.
struct DaySheetView {
  private let sheet: DaySheet

  init(_ sheet: DaySheet) { self.sheet = sheet }

  /// One row under the keys of `loa plan --json`.
  struct Record: Encodable {
    let session: String
    let starts: String
    /// Milliseconds after 1970-01-01T00:00:00Z.
    let startsUnixMilliseconds: Int
    let seconds: Double
    let item: String
    var notice: String?
    var `class`: String?
    let zones: String
    let isRepeat: Bool
    let slot: String
    let file: String

    enum CodingKeys: String, CodingKey {
      case session, starts, seconds, item, notice, `class`, zones
      case startsUnixMilliseconds = "starts_unix_ms"
      case isRepeat = "repeat"
      case slot, file
    }
  }

  var records: [Record] {
    sheet.rows.map { row in
      var record = Record(
        session: row.session, starts: row.starts?.description ?? "", startsUnixMilliseconds: row.unixMilliseconds,
        seconds: row.sound.seconds, item: row.item.title,
        notice: nil,
        class: nil, zones: row.zones.description, isRepeat: row.isRepeat, slot: row.slot.description, file: row.sound.file)
      if case .notice(let id, _, let noticeClass, _) = row.item {
        (record.notice, record.class) = (id, noticeClass.rawValue)
      }
      return record
    }
  }

  var page: String {
    var lines: [String] = [
      text(
        "BẢNG PHÁT \(sheet.date.weekday.vietnamese), ngày \(sheet.date.vietnamese) (\(sheet.lunar) âm lịch)",
        "DAY SHEET \(sheet.date) (lunar: \(sheet.lunar))")
    ]
    for use in sheet.sessions {
      let name = use.session.name
      lines += [
        "",
        text("Buổi \(name)", "Session \(name)") + ": "
          + text(
            "dùng \(Format.length(use.usedSeconds)) trong \(Format.length(use.budgetSeconds))",
            "\(Format.length(use.usedSeconds)) of \(Format.length(use.budgetSeconds)) used"),
      ]
      var table = Table([
        (text("GIỜ", "TIME"), .left), (text("DÀI", "LENGTH"), .right), (text("NỘI DUNG", "ITEM"), .left),
        (text("LOẠI", "CLASS"), .left), (text("KHU VỰC", "ZONES"), .left),
      ])
      for row in sheet.rows(of: name) {
        table.add([row.starts?.clock ?? "", Format.length(row.sound.seconds), row.title, row.item.noticeClass, row.zones.title])
      }
      lines += table.lines
    }
    if !sheet.conflicts.isEmpty {
      lines += ["", text("Buổi phát thay đổi:", "Sessions changed:")]
      for conflict in sheet.conflicts {
        lines.append("- \(conflict.session): " + text(conflict.reason.vietnamese, conflict.reason.english))
      }
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

extension Candidates {
  /// Names the notices that could not be planned through no rule of their own.
  func complain() {
    for fault in unreadable { Terminal.complain(text(fault.vietnamese, fault.english)) }
    for fault in damaged { Terminal.complain(text(fault.vietnamese, fault.english)) }
    for refusal in unapproved { Terminal.complain(text(refusal.vietnamese, refusal.english)) }
  }
}

extension DaySheet.Row {
  /// What it is, and whether people have heard it before.
  var title: String { isRepeat ? item.title + text(" (phát lại)", " (repeat)") : item.title }
}

extension Zones {
  var title: String { self == .all ? text("toàn xã", "all") : description }
}

extension DaySheet.Row.Item {
  var title: String {
    switch self {
    case .chime: text("nhạc hiệu", "chime")
    case .greeting: text("lời chào", "greeting")
    case .closing: text("lời kết", "closing")
    case .music: text("nhạc", "music")
    case .repeatIntro: text("báo phát lại", "announces the repeat")
    case .relay(let title): text("tiếp âm \(title)", "relay of \(title)")
    case .notice(let id, let title, _, _): NoticeID(exactly: id) == nil ? title : "\(title) (\(id))"
    }
  }

  fileprivate var noticeClass: String {
    guard case .notice(_, _, let noticeClass, _) = self else { return "" }
    return text(noticeClass.vietnamese, noticeClass.rawValue)
  }
}
