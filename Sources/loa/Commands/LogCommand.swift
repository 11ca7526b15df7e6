internal import ArgumentParser
internal import Bulletin
internal import Foundation
internal import Station
internal import Store

/// `loa log`: what aired, and whether the log is whole.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: text("Xem nhật ký phát: đã phát gì, lúc nào, vì sao không.", "Show what aired, when, and why something did not."))

  @Option(
    help: ArgumentHelp(
      text("Ngày: 20/11/2026 hoặc 20/11. Không ghi: hôm nay.", "The day: 2026-11-20 or 20/11. Today if left out.")))
  var day: String?

  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng CSV.", "Print CSV.")))
  var csv = false

  @Option(help: ArgumentHelp(text("Ghi trang HTML để in.", "Write an HTML page to print.")))
  var html: String?

  @ArgumentParser.Flag(
    help: ArgumentHelp(text("Kiểm tra nhật ký có bị sửa, xóa không.", "Check that no row was changed or removed.")))
  var verify = false

  @ArgumentParser.Flag(help: ArgumentHelp(text("Thống kê 30 ngày tính đến ngày ấy.", "Count the 30 days up to that day.")))
  var stats = false

  func run() throws {
    let station = try Station.here()
    if verify { return try check(station) }
    let date = try day.map(Today.parse) ?? Today.inVietnam()
    if stats { return try count(station, until: date) }
    let rows = try station.asRun(on: date)
    let view = LogView(date: date, rows: rows, proofs: try station.proofs(on: date), head: try station.logHead())
    if let html { try TextFile.write(view.html, to: html) }
    if csv { print(view.csv, terminator: "") } else { print(view.page) }
  }

  private func check(_ station: Station) throws {
    let (rows, fault, head) = try station.verifyLog()
    if let fault {
      throw Failure(
        .badInput,
        "Nhật ký không còn nguyên vẹn: \(fault.vietnamese). Hãy giữ lại tệp station.sqlite và bản sao lưu để đối chiếu.",
        "The log is not whole: \(fault.english). Keep station.sqlite and its backups to compare.")
    }
    print(
      text(
        "Nhật ký nguyên vẹn: \(rows) dòng, mã kiểm \(head.prefix(16)).",
        "The log is whole: \(rows) rows, head \(head.prefix(16))."))
  }

  private static func wait(_ seconds: Int) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    if days > 0 { return text("\(days) ngày \(hours) giờ", "\(days) d \(hours) h") }
    return hours > 0
      ? text("\(hours) giờ \(minutes) phút", "\(hours) h \(minutes) min") : text("\(minutes) phút", "\(minutes) min")
  }

  private func count(_ station: Station, until last: CivilDate) throws {
    let first = CivilDate(daysSinceEpoch: last.daysSinceEpoch - 29) ?? last
    let counts = try station.logCounts(from: first, to: last)
    print(text("Từ \(first.vietnamese) đến \(last.vietnamese):", "From \(first) to \(last):"))
    for count in counts { print("  \(count.outcome.sentence): \(count.count)") }
    let waits = try station.waits(from: first, to: last)
    if let longest = waits.last {
      let (median, most) = (Self.wait(waits[waits.count / 2]), Self.wait(longest))
      print(
        "  "
          + text(
            "từ lúc gửi đến lần phát đầu: \(waits.count) tin, một nửa trong \(median), lâu nhất \(most)",
            "from submission to first airing: \(waits.count) notice\(waits.count == 1 ? "" : "s"), half within \(median), longest \(most)"
          ))
    }
    print("  " + text("tổng cộng: ", "in all: ") + "\(counts.reduce(0) { $0 + $1.count })")
  }
}
