internal import Bulletin
internal import Foundation
internal import Schedule
internal import Store

/// A submitted notice as a person or a program sees it.
struct NoticeView: Encodable {
  let id: String
  let version: Int
  let title: String
  let file: String
  let `class`: String
  let state: String
  let detail: String
  let submitted: String
  let last_day: String?
  let seconds: Double?
  let audio_sha256: String?

  init(_ notice: SubmittedNotice) {
    id = "\(notice.id)"
    version = notice.version
    title = notice.title
    file = notice.file
    self.class = notice.noticeClass.rawValue
    state = notice.state.name
    detail = text(notice.state.vietnamese, notice.state.english)
    submitted = Self.moment(notice.submittedUnixMilliseconds)
    last_day = notice.lastDay?.description
    seconds = notice.sound?.sound.seconds
    audio_sha256 = notice.sound?.audio
  }

  static func table(_ notices: [NoticeView]) -> [String] {
    var table = Table([
      (text("MÃ", "ID"), .left), (text("GỬI LÚC", "SUBMITTED"), .left), (text("DÀI", "LENGTH"), .right),
      (text("TRẠNG THÁI", "STATE"), .left), (text("NỘI DUNG", "NOTICE"), .left),
    ])
    for notice in notices {
      table.add([
        notice.id, notice.submitted, notice.seconds.map(Format.length) ?? "-", notice.detail,
        notice.title.count > 60 ? notice.title.prefix(59) + "…" : notice.title,
      ])
    }
    return table.lines
  }

  /// A moment as Vietnam's clocks showed it.
  static func moment(_ unixMilliseconds: Int) -> String {
    guard let time = LocalDateTime(unixSeconds: unixMilliseconds / 1000) else { return "?" }
    return "\(time.date) \(time.clock)"
  }
}
