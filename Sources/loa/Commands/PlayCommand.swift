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
    guard date == nil || session != nil else {
      throw ValidationError(text("--date chỉ dùng cùng --session.", "--date goes with --session."))
    }
  }

  func run() async throws {
    let station = try stationIfNeeded()
    var rows: [DaySheet.Row] = []
    if let session, let station { rows = try self.rows(of: session, station) }
    let playlist = session == nil ? Playlist(files: files) : Playlist(rows.map(\.playlistItem))
    let started = Int(Date().timeIntervalSince1970)
    let report: PlayReport
    do {
      report = try await Loudspeaker.play(
        playlist, device: device ?? station?.configuration.device ?? "default", file: output, isVerbose: true)
    } catch {
      log(rows.map { _ in .notReached }, rows, started: started, station)
      throw error
    }
    log(report.outcomes, rows, started: started, station)
    if let failure = report.failure { throw failure }
    let played = report.outcomes.count { $0 == .played }
    let total = report.outcomes.count
    guard played > 0 || total == 0 else { throw Failure(.badInput, "không có mục nào phát được.", "nothing could be played.") }
    print(
      output.map { text("Đã ghi \(played)/\(total) mục vào \($0).", "Wrote \(played) of \(total) items to \($0).") }
        ?? text("Đã phát \(played)/\(total) mục.", "Played \(played) of \(total) items."))
    if !report.isComplete && !report.wasStopped {
      let isBadInput = report.outcomes.contains { if case .skipped = $0 { true } else { false } }
      throw ExitCode((isBadInput && session == nil ? Failure.Code.badInput : .failed).rawValue)
    }
  }

  /// Files on a named device need no station: a typo in its settings must not keep them silent.
  private func stationIfNeeded() throws -> Station? {
    if session != nil { return try Station.here() }
    if device != nil || output != nil { return nil }
    do { return try Station.here() } catch {
      Terminal.remark(Failure(error).sentence + text(" Phát trên thiết bị «default».", " Playing on «default»."))
      return nil
    }
  }

  private func rows(of name: String, _ station: Station) throws -> [DaySheet.Row] {
    let day = try date.map(Today.parse) ?? Today.inVietnam()
    let (planned, candidates) = try station.session(name, on: day)
    candidates.complain()
    // Another station's programme is planned, and not ours to play.
    let rows = planned.filter { !$0.sound.file.isEmpty }
    guard !rows.isEmpty else { throw StationError.nothingToPlan }
    return rows
  }

  /// What ran is written down last: a database in trouble never keeps the loudspeaker silent. A file is not on air.
  private func log(_ outcomes: [PlayOutcome], _ rows: [DaySheet.Row], started: Int, _ station: Station?) {
    guard output == nil, let station, !rows.isEmpty else { return }
    do {
      try station.keep(outcomes, of: rows, startedUnixSeconds: started)
    } catch {
      Terminal.complain(Failure(error).sentence)
    }
  }
}
