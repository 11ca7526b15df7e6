internal import ArgumentParser
internal import Bulletin
internal import Foundation
internal import Pictures
internal import Schedule
internal import Station

/// `loa plan`: the day sheet.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: text("Xem bảng phát trong ngày.", "Show the day sheet: what airs when, and what does not and why."))

  @Argument(
    help: ArgumentHelp(
      text(
        "Ngày: 20/11/2026, 20/11 hoặc 2026-11-20. Không ghi: hôm nay.",
        "The date: 2026-11-20, 20/11/2026 or 20/11. Today if left out.")))
  var date: String?

  @ArgumentParser.Flag(help: ArgumentHelp(text("Bảy ngày liền.", "Seven days from then.")))
  var week = false

  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng JSON.", "Print JSON.")))
  var json = false

  @Option(help: ArgumentHelp(text("Vẽ ngày phát vào tệp SVG.", "Draw the day into an SVG file.")))
  var svg: String?

  @Option(help: ArgumentHelp(text("Ghi trang HTML để in và ký.", "Write an HTML page to print and sign.")))
  var html: String?

  @Option(help: ArgumentHelp(text("Ghi lịch iCalendar.", "Write an iCalendar file.")))
  var ics: String?

  func validate() throws {
    guard svg == nil || !week else {
      throw ValidationError(
        text("--svg chỉ vẽ một ngày. Hãy bỏ --week, hoặc dùng --html.", "--svg draws one day. Leave out --week, or use --html."))
    }
  }

  func run() throws {
    let station = try Station.here()
    let today = try Today.inVietnam()
    let first = try date.map { try Today.parse($0, near: today) } ?? today
    let (sheets, candidates) = try station.daySheets(from: first, days: week ? 7 : 1, now: Acting.now)
    candidates.complain()
    guard sheets.contains(where: { !$0.rows.isEmpty || !$0.refusals.isEmpty }) else { throw StationError.nothingToPlan }
    let pages = sheets.map { (sheet: $0, words: DayWords.inPersonsLanguage($0, station: station.configuration.name)) }
    if let svg, let page = pages.first {
      try TextFile.write(DayPicture(page.sheet, rules: station.configuration.rules, words: page.words).svg, to: svg)
    }
    if let html { try TextFile.write(DayPage(pages, logHead: station.logHead()).html, to: html) }
    if let ics { try TextFile.write(DayCalendar(pages).ics, to: ics) }
    let views = sheets.map(DaySheetView.init)
    print(json ? try Format.json(views.flatMap(\.records)) : views.map(\.page).joined(separator: "\n\n"))
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

  static func parse(_ written: String) throws -> CivilDate { try parse(written, near: try inVietnam()) }

  /// A date, or a day and a month: the coming one, or the one of the last month.
  static func parse(_ written: String, near today: CivilDate) throws -> CivilDate {
    if let date = CivilDate(written: written) { return date }
    let numbers = written.split(separator: "/").compactMap { Int($0) }
    if numbers.count == 2 {
      let near = (today.year - 1...today.year + 1).compactMap { CivilDate(year: $0, month: numbers[1], day: numbers[0]) }
      if let date = near.first(where: { $0.daysSinceEpoch >= today.daysSinceEpoch - 31 }) { return date }
    }
    throw Failure(
      .usage, "không có ngày «\(written)». Hãy viết như 20/11/2026 hoặc 20/11.",
      "there is no date «\(written)». Write it as 2026-11-20 or 20/11.")
  }
}
