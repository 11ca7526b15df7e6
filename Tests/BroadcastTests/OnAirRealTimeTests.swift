import Foundation
import Station
import TestParts
import Testing

/// `loa run` in real time on a sound server of its own, as a station lives with it.
@Suite(.serialized) struct OnAirRealTimeTests {
  private let home: TestFolder
  private let server: PulseServer
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    server = try PulseServer()
    let asound = try server.configuration()
    loa = LoaProgram(home: home.file("dai"), adding: ["ALSA_CONFIG_PATH": asound, "LOA_LANG": "en"])
    try FileManager.default.createDirectory(atPath: home.file("dai"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: home.file("tin"), withIntermediateDirectories: true)
    try home.text("tin/n0.txt", "Tin một\n" + String(repeating: "Mời bà con dự họp tại nhà văn hóa thôn. ", count: 3))
    try home.text("tin/n1.txt", "Tin hai\n" + String(repeating: "Ngày mai cắt điện thôn Hạ. ", count: 3))
  }

  /// A station whose only session has begun so many seconds ago, in Vietnam.
  private func setUp(startedSecondsAgo: Int, also lines: String = "") throws {
    let second = (Int(Date().timeIntervalSince1970) + 7 * 3600 - startedSecondsAgo) % 86_400
    let clock = [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ":")
    try home.text(
      "dai/station.yaml",
      "tên: xã A\nduyệt: không cần\ngiờ yên tĩnh: không\nthiết bị: horn\n\(lines)buổi phát:\n  thử: {bắt đầu: \"\(clock)\", số phút: 60, phần: [tin]}\n"
    )
    let run = try loa.run(["render", home.file("tin")])
    #expect(run.code == 0, "\(run.errors)")
  }

  private func started() throws -> ChildProcess { try ChildProcess(LoaProgram.path, ["run"], environment: loa.environment) }

  private func status() -> StationStatus? { StationStatus.asked(of: home.file("dai/loa.sock")) }

  private func wait(_ seconds: Double, until isSo: () throws -> Bool) rethrows -> Bool {
    let limit = Date().addingTimeInterval(seconds)
    while Date() < limit {
      if try isSo() { return true }
      usleep(50_000)
    }
    return false
  }

  @Test func aSessionPlaysByItselfAndGoesOnAfterAKill() throws {
    try setUp(startedSecondsAgo: 0)
    let recording = try server.record(to: home.file("heard.raw"))
    var service = try started()
    #expect(wait(20) { status()?.outputs.first?.title == "Tin một" })
    usleep(1_500_000)
    // Kept while it works, and not replaced under its feet.
    #expect(try loa.run(["backup", home.file("a.tar")]).code == 0)
    #expect(try loa.run(["restore", home.file("a.tar"), "--replace"]).errors.contains("runs already"))
    service.end(SIGKILL)
    service = try started()
    #expect(wait(5) { status()?.outputs.first?.title == "Tin một" })
    #expect(try wait(60) { try loa.run(["log"]).output.components(separatedBy: "played").count == 3 })
    #expect(try loa.run(["log", "--verify"]).output.contains("2 rows"))
    service.end(SIGTERM)
    #expect(status() == nil)
    let sound = try recording.end()
    #expect(sound.contains { abs(Int($0)) > 1000 })
  }

  @Test func aDeviceThatIsNotThereIsAnAlarmAndTheStationGoesOn() throws {
    let told = home.file("told.txt")
    try home.text("alarm.sh", "#!/bin/sh\necho \"$LOA_ALARM_STATE $LOA_ALARM_EN\" >> '\(told)'\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home.file("alarm.sh"))
    try setUp(
      startedSecondsAgo: 0,
      also: "khi báo động: [\"\(home.file("alarm.sh"))\"]\nđầu ra:\n  cột: {thiết bị: khong-co}\n  loa: {thiết bị: horn}\n")
    let service = try started()
    #expect(wait(20) { status()?.outputs.first { $0.name == "loa" }?.title == "Tin một" })
    #expect(wait(5) { status()?.alarms.contains { $0.last?.contains("«cột» does not sound") ?? false } ?? false })
    #expect(wait(5) { (try? String(contentsOfFile: told, encoding: .utf8))?.contains("raised The loudspeaker «cột»") ?? false })
    #expect(try loa.run(["run"]).errors.contains("runs already"))
    service.end(SIGTERM)
  }

  @Test func aLostDatabaseDoesNotStopTheSoundAndTheLogIsCompleteAfterwards() throws {
    try setUp(startedSecondsAgo: 0)
    let service = try started()
    #expect(wait(20) { status()?.outputs.first?.title == "Tin một" })
    // Another program holds the database for as long as the notice lasts.
    let holder = try ChildProcess(
      "/usr/bin/python3",
      [
        "-c",
        "import sqlite3,time; c=sqlite3.connect('\(home.file("dai/station.sqlite"))',isolation_level=None); c.execute('BEGIN EXCLUSIVE'); time.sleep(60)",
      ], environment: ["PATH": "/usr/bin:/bin"])
    #expect(wait(30) { status()?.outputs.first?.title == "Tin hai" })
    holder.end(SIGKILL)
    #expect(try wait(40) { try loa.run(["log"]).output.components(separatedBy: "played").count == 3 })
    service.end(SIGTERM)
  }

  @Test func whereNothingThatWasPlannedSoundsTheStationSaysItsNameAndTellsWhy() throws {
    try setUp(startedSecondsAgo: 0)
    let audio = home.file("dai/audio")
    for name in try FileManager.default.contentsOfDirectory(atPath: audio) where name.hasPrefix("n") {
      try home.text("dai/audio/\(name)", "hỏng")
    }
    let recording = try server.record(to: home.file("heard.raw"))
    let service = try started()
    #expect(wait(20) { status()?.alarms.count == 2 })
    #expect(wait(20) { status()?.outputs.first?.isOpen == false && (status()?.outputs.first?.frames ?? 0) > 96_000 })
    #expect(status()?.slots.skipped == 2)
    service.end(SIGTERM)
    let sound = try recording.end()
    #expect(sound.count > 48_000)
  }

  @Test func linesOfOneCardPlayTheirOwnZonesInStepAtTheVolumeThatWasSet() throws {
    try server.addSink("pair", channels: 2)
    _ = try server.configuration()
    _ = try server.control(["set-sink-volume", "pair", "95%"])
    try home.text("tin/n0.txt", "---\nkhu vực: Thôn 1\n---\n# Tin một\n" + String(repeating: "Mời bà con dự họp. ", count: 3))
    try setUp(
      startedSecondsAgo: 0,
      also: """
        khu vực: [Thôn 1, Thôn 2]
        đầu ra:
          cột 1: {thiết bị: pair, kênh: [1], khu vực: [Thôn 1], âm lượng: {card: pair, phần trăm: 100}}
          cột 2: {thiết bị: pair, kênh: [2], khu vực: [Thôn 2], nghe lại: pair-back}

        """)
    let recording = try server.record(to: home.file("pair.raw"), sink: "pair", channels: 2)
    recording.waitForFirstSamples()
    let service = try started()
    #expect(wait(60) { status()?.slots.played == 2 })
    #expect(try server.control(["get-sink-volume", "pair"]).contains("100%"))
    // What the line back heard is kept beside the log.
    #expect(wait(5) { (status()?.outputs.last?.proof?.correlation ?? 0) > 0.9 })
    service.end(SIGTERM)
    #expect(try loa.run(["log"]).output.contains("cột 2 "))
    let both = recording.endAll()
    let lines = [0, 1].map { line in stride(from: line, to: both.count, by: 2).map { both[$0] } }
    // The second line is silent until the notice for all, which begins on both at once.
    let start = try #require(lines[1].firstIndex { abs(Int($0)) > 200 })
    #expect(lines[0][..<start].contains { abs(Int($0)) > 2000 })
    let shared = lines[1][start...].prefix(48_000)
    let shift = (-960...960).first { shift in
      shared.indices.allSatisfy { lines[0].indices.contains($0 + shift) && lines[0][$0 + shift] == lines[1][$0] }
    }
    #expect(shift != nil, "the lines are not in step")
  }

  @Test func aRestartWithoutItsDatabaseGoesOnWithWhatWasPlanned() throws {
    try setUp(startedSecondsAgo: 0)
    var service = try started()
    #expect(wait(20) { status()?.outputs.first?.title == "Tin một" })
    usleep(1_500_000)
    service.end(SIGKILL)
    let names = try FileManager.default.contentsOfDirectory(atPath: home.file("dai")).filter { $0.hasPrefix("station.sqlite") }
    for name in names { try FileManager.default.moveItem(atPath: home.file("dai/\(name)"), toPath: home.file("kept-\(name)")) }
    service = try started()
    #expect(wait(5) { status()?.outputs.first?.title == "Tin một" })
    #expect(status()?.alarms.first?.last?.contains("is gone") ?? false)
    #expect(wait(60) { status()?.outputs.first?.title == "Tin hai" })
    #expect(status()?.alarms.count == 1)
    for name in names { try FileManager.default.moveItem(atPath: home.file("kept-\(name)"), toPath: home.file("dai/\(name)")) }
    #expect(try wait(60) { try loa.run(["log"]).output.components(separatedBy: "played").count == 3 })
    #expect(wait(5) { status()?.alarms.isEmpty ?? false })
    service.end(SIGTERM)
    #expect(try loa.run(["log", "--verify"]).output.contains("2 rows"))
  }
}
