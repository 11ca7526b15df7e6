internal import ArgumentParser
internal import Bulletin
internal import Foundation
internal import Playout
internal import Schedule
internal import Station
internal import Store

/// `loa play`: files, or a session of today's day sheet, now.
struct PlayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: text(
      "Phát tệp âm thanh, hoặc phát ngay một buổi của hôm nay.", "Play files, or a session of today's day sheet, now."))

  @Argument(help: ArgumentHelp(text("Tệp đã xử lý (48 kHz).", "Mastered files (48 kHz).")))
  var files: [String] = []

  @Option(help: ArgumentHelp(text("Tên buổi: sáng, chiều.", "A session's name: sáng, chiều.")))
  var session: String?

  @Option(help: ArgumentHelp(text("Ngày của bảng phát. Không ghi: hôm nay.", "The day sheet's date. Today if left out.")))
  var date: String?

  @Option(help: ArgumentHelp(text("Thiết bị ALSA, ví dụ plughw:0.", "ALSA device, such as plughw:0.")))
  var device: String?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      text("Ghi vào tệp .wav hoặc .flac, không chờ thời gian thực.", "Write a .wav or .flac file instead, not in real time.")))
  var output: String?

  func validate() throws {
    guard files.isEmpty != (session == nil) else {
      throw ValidationError(
        text("hãy ghi tên tệp, hoặc --session TÊN BUỔI.", "name files, or --session NAME, one of the two."))
    }
  }

  func run() async throws {
    let station = try Station.here()
    let rows = try session.map { try self.rows(of: $0, station) } ?? []
    let playlist =
      session == nil ? Playlist(files: files) : Playlist(rows.map(\.playlistItem))
    let started = Date()
    let report = try await Loudspeaker.play(
      playlist, device: device ?? station.configuration.device, file: output, isVerbose: true)
    if let session { log(report, rows, session: session, started: started, station) }
    let played = report.outcomes.count { $0 == .played }
    print(
      text(
        "Đã phát \(played)/\(report.outcomes.count) mục" + (output.map { ", ghi vào \($0)" } ?? "") + ".",
        "Played \(played) of \(report.outcomes.count) items" + (output.map { ", written to \($0)" } ?? "") + "."))
    if !report.isComplete && !report.wasStopped { throw ExitCode(Failure.Code.failed.rawValue) }
  }

  private func rows(of name: String, _ station: Station) throws -> [DaySheet.Row] {
    let day = try date.map(Today.parse) ?? Today.inVietnam()
    let (sheet, _) = try station.daySheet(on: day)
    guard let use = sheet.sessions.first(where: { $0.session.name.lowercased() == name.lowercased() }) else {
      throw StationError.noSuchSession(name, held: sheet.sessions.map(\.session.name))
    }
    let rows = sheet.rows(of: use.session.name)
    guard !rows.isEmpty else { throw StationError.nothingToPlan }
    return rows
  }

  /// What ran is written down last: a database in trouble never keeps the loudspeaker silent.
  private func log(_ report: PlayReport, _ rows: [DaySheet.Row], session: String, started: Date, _ station: Station) {
    do {
      try station.keep(report.outcomes, of: rows, startedUnixSeconds: Int(started.timeIntervalSince1970))
    } catch {
      Terminal.complain(Failure(error).sentence)
    }
  }
}
