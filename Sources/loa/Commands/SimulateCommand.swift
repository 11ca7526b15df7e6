internal import ArgumentParser
internal import Bulletin
internal import Foundation
internal import Schedule
internal import Station

/// `loa simulate`: what would sound at an instant.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: text("Xem lúc ấy loa sẽ phát gì.", "Say what would sound at an instant, from the player's own rules."))

  @Argument(help: ArgumentHelp(text("Ngày giờ: \"1/12/2026 05:45\".", "Date and time: \"2026-12-01 05:45\".")))
  var instant: String

  @Option(help: ArgumentHelp(text("Khu vực. Không ghi: bất cứ đâu.", "A zone. Anywhere if left out.")))
  var zone: String?

  func run() throws {
    let parts = instant.split(whereSeparator: { $0 == " " || $0 == "T" }).map(String.init)
    guard parts.count == 2, let second = LocalDateTime.secondOfDay(written: parts[1]) else {
      throw Failure(
        .usage, "không hiểu ngày giờ «\(instant)». Hãy viết như \"1/12/2026 05:45\".",
        "the instant «\(instant)» is not understood. Write it as \"2026-12-01 05:45\".")
    }
    let today = try Today.inVietnam()
    let date = try Today.parse(parts[0], near: today)
    let station = try Station.here()
    if let zone, !station.configuration.rules.zones.isEmpty, !Zones.named(station.configuration.rules.zones).contains(zone) {
      let names = station.configuration.rules.zones.joined(separator: ", ")
      throw Failure(
        .usage, "đài không có khu vực «\(zone)». Các khu vực có: \(names).",
        "the station has no zone «\(zone)». There are: \(names).")
    }
    // A session of the day before may pass midnight.
    let before = CivilDate(daysSinceEpoch: date.daysSinceEpoch - 1) ?? date
    let (sheets, candidates) = try station.daySheets(from: before, days: 2, now: Acting.now)
    candidates.complain()
    let onAir = OnAir(sheets)
    let moment = LocalDateTime(date: date, secondOfDay: second).unixSeconds * 1000
    if let row = onAir.row(at: moment, zone: zone) {
      let into = Format.length(Double(moment - row.unixMilliseconds) / 1000)
      print(
        text(
          "Đang phát: \(row.title), buổi \(row.session), \(row.zones.title), đã phát \(into) trong \(Format.length(row.sound.seconds)).",
          "On air: \(row.title), session \(row.session), zones \(row.zones.title), \(into) of \(Format.length(row.sound.seconds)) played."
        ))
    } else if station.configuration.rules.quietHours?.contains(second) == true {
      print(text("Im lặng: giờ yên tĩnh.", "Silence: quiet hours."))
    } else {
      print(text("Im lặng: lúc ấy không có gì trong bảng phát.", "Silence: nothing is on the day sheet then."))
    }
    if let next = onAir.next(after: moment, zone: zone), let starts = next.starts {
      print(
        text(
          "Tiếp theo: \(next.title), \(starts.clock) ngày \(starts.date.vietnamese), buổi \(next.session).",
          "Next: \(next.title), \(starts.clock) on \(starts.date), session \(next.session)."))
    }
  }
}
