internal import ArgumentParser
internal import Bulletin
internal import Foundation
internal import Schedule
internal import Station

/// `loa plan`: the day sheet.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: text("Xem bảng phát trong ngày.", "Show the day sheet: what airs when, and what does not and why."))

  @Argument(
    help: ArgumentHelp(
      text("Ngày: 20/11/2026 hoặc 2026-11-20. Không ghi: hôm nay.", "The date: 2026-11-20 or 20/11/2026. Today if left out.")))
  var date: String?

  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng JSON.", "Print JSON.")))
  var json = false

  func run() throws {
    let station = try Station.here()
    let day = try date.map(Today.parse) ?? Today.inVietnam()
    let (sheet, faults) = try station.daySheet(on: day)
    for fault in faults { Terminal.complain(text(fault.vietnamese, fault.english)) }
    guard !sheet.rows.isEmpty || !sheet.refusals.isEmpty else { throw StationError.nothingToPlan }
    let view = DaySheetView(sheet)
    print(json ? try Format.json(view.records) : view.page)
  }
}

/// Dates as the person means them.
enum Today {
  /// The present date in Vietnam, whatever the machine's zone.
  static func inVietnam() throws -> CivilDate {
    guard let now = LocalDateTime(unixSeconds: Int(Date().timeIntervalSince1970)) else {
      throw Failure(
        .unavailable, "đồng hồ của máy sai năm. Hãy chỉnh lại ngày giờ.", "the clock is wrong by years. Set the date and time.")
    }
    return now.date
  }

  static func parse(_ written: String) throws -> CivilDate {
    guard let date = CivilDate(written: written) else {
      throw Failure(
        .usage, "không có ngày «\(written)». Hãy viết như 20/11/2026.", "there is no date «\(written)». Write it as 2026-11-20.")
    }
    return date
  }
}
