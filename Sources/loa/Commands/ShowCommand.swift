internal import ArgumentParser
internal import Foundation
internal import Production
internal import Station
internal import Store
internal import VietnameseText

/// `loa show`: all of one notice.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: text(
      "Xem một tin: nội dung, cách đọc, duyệt, các bước đã qua.", "Show a notice: its text, reading, approval and history."))

  @Argument(help: ArgumentHelp(text("Mã tin, như TB7.", "A notice's id, such as TB7."))) var id: String
  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng JSON.", "Print JSON."))) var json = false

  func run() async throws {
    let station = try Station.here()
    let id = try Acting.notice(id)
    let store = try station.store()
    let notice = try store.notice(id)
    let view = NoticeView(notice)
    if json {
      print(try Format.json(view))
      return
    }
    print("\(view.id)  \(view.title)")
    print(text("Trạng thái: ", "State: ") + view.detail)
    let length = view.seconds.map(Format.length) ?? text("chưa có", "none yet")
    print(
      text("Bản \(view.version), tệp \(view.file), âm thanh: ", "Version \(view.version), file \(view.file), sound: ") + length)
    let lexicon = station.announcedLexicon()
    if notice.state.mayAir {
      let fault = try station.approvalFault(of: notice, recipes: station.recipes(lexicon: lexicon))
      print(
        fault.map { text("Duyệt: KHÔNG CÒN ĐÚNG: \($0.vietnamese).", "Approval: NO LONGER HOLDS: \($0.english).") }
          ?? text("Duyệt: còn đúng.", "Approval: holds."))
    }
    print("")
    print(try store.text(of: id, version: notice.version).text)
    print("")
    let flagged = try Script(station.noticeFile(id).file.bulletin, lexicon: lexicon).reading.flagged
    for token in flagged {
      switch token.flag {
      case .sure: break
      case .ambiguous(let doubt), .unknown(let doubt):
        print(text("Xem lại: \(doubt.vietnamese)", "Look at: \(doubt.english)"))
      }
    }
    var table = Table([
      (text("LÚC", "WHEN"), .left), (text("BẢN", "VERSION"), .right), (text("VIỆC", "WHAT"), .left),
      (text("AI", "WHO"), .left), (text("GHI CHÚ", "NOTE"), .left),
    ])
    for event in try store.history(of: id) {
      table.add([
        NoticeView.moment(event.unixMilliseconds), "\(event.version)", text(event.vietnamese, event.english), event.person,
        Self.note(of: event),
      ])
    }
    for line in table.lines { print(line) }
  }

  private static func note(of event: NoticeEvent) -> String {
    guard let detail = event.detail else { return "" }
    guard event.step == "void" else { return detail }
    return Approval.Fault(rawValue: detail).map { text($0.vietnamese, $0.english) } ?? detail
  }
}
