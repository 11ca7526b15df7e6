internal import ArgumentParser
internal import Bulletin
internal import Foundation
internal import Schedule
internal import Station

/// `loa simulate`: what would sound at an instant; or many days with everything going wrong.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: text(
      "Xem lúc ấy loa sẽ phát gì; hoặc diễn thử nhiều ngày với đủ sự cố.",
      "Say what would sound at an instant, from the player's own rules; or rehearse many days with faults."))

  @Argument(help: ArgumentHelp(text("Ngày giờ: \"1/12/2026 05:45\".", "Date and time: \"2026-12-01 05:45\".")))
  var instant: String?

  @Option(help: ArgumentHelp(text("Khu vực. Không ghi: bất cứ đâu.", "A zone. Anywhere if left out.")))
  var zone: String?

  @Option(help: ArgumentHelp(text("Diễn thử bao nhiêu ngày, từ mai.", "Rehearse so many days, from tomorrow.")))
  var days: Int?

  @Option(
    help: ArgumentHelp(
      text(
        "Số gieo sự cố: mất điện, rút loa, sai giờ, hỏng tệp, sửa tin.",
        "The seed of the faults: kills, devices, clock, files, edits.")))
  var faults: UInt64 = 1

  func validate() throws {
    guard (instant == nil) != (days == nil), (1...366).contains(days ?? 1) else {
      throw ValidationError(
        text("Hãy ghi ngày giờ, hoặc --days từ 1 đến 366.", "Name an instant, or --days from 1 to 366."))
    }
  }

  func run() throws {
    if let days { return try rehearse(days) }
    let instant = instant ?? ""
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

  /// The station's own sessions and notices, through the rundown that `loa run` plays by.
  private func rehearse(_ days: Int) throws {
    let station = try Station.here()
    let today = try Today.inVietnam()
    guard let first = CivilDate(daysSinceEpoch: today.daysSinceEpoch + 1) else { return }
    let (planner, candidates) = try station.plannerAndCandidates(before: first)
    candidates.complain()
    var rehearsal = Rehearsal(
      planner: planner, candidates: candidates.sounds, outputs: station.outputs.map { ($0.name, $0.zones) }, from: first,
      days: days,
      seed: faults)
    rehearsal.run()
    let ledger = rehearsal.ledger
    let struck = Rehearsal.Fault.allCases.map { "\($0.rawValue) \(ledger.faults[$0] ?? 0)" }.joined(separator: ", ")
    print(
      text(
        "\(days) ngày, sự cố: \(struck). \(ledger.slots) mục = \(ledger.played) đã phát + \(ledger.interrupted) bị ngắt + \(ledger.skipped) bỏ qua + \(ledger.missed) lỡ.",
        "\(days) days, faults: \(struck). \(ledger.slots) slots = \(ledger.played) played + \(ledger.interrupted) interrupted + \(ledger.skipped) skipped + \(ledger.missed) missed."
      ))
    for broken in ledger.broken.prefix(20) { print("  " + broken) }
    guard ledger.broken.isEmpty, ledger.slots == ledger.played + ledger.interrupted + ledger.skipped + ledger.missed else {
      throw Failure(.failed, "\(ledger.broken.count) điều không giữ đúng.", "\(ledger.broken.count) promises were broken.")
    }
  }
}
