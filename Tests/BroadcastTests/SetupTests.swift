import Foundation
import TestParts
import Testing

/// A station from nothing.
@Suite struct SetupTests {
  private let home: TestFolder
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    loa = LoaProgram(home: home.file("station"))
  }

  @Test func aStationIsSetUpCheckedAndPlanned() throws {
    let run = try loa.run([
      "init", "--name", "xã Hòa Phú", "--profile", "Ha Noi noi thanh", "--zones", "Thôn 1, Thôn 2", "--without-approval",
    ])
    #expect(run.code == 0 && run.output.contains("loa doctor"), "\(run.errors)")
    let check = try loa.run(["config", "check"])
    #expect(
      check.code == 0 && check.output.contains("2 sessions (sáng 7:30, chiều 16:30), 2 zones"), "\(check.output)\(check.errors)")
    try home.text("a.md", "---\nkhu vực: Thôn 2\n---\n# Họp thôn\nMời bà con dự họp.")
    #expect(try loa.run(["render", home.file("a.md")]).code == 0)
    #expect(try loa.run(["plan", "23/11/2026"]).output.contains("Họp thôn"))
    // A Sunday: the profile holds no session.
    #expect(try loa.run(["plan", "22/11/2026"]).output.contains("no session is held"))
  }

  @Test func whatIsThereIsNotWrittenOver() throws {
    try FileManager.default.createDirectory(atPath: home.file("station"), withIntermediateDirectories: true)
    try home.text("station/station.yaml", "tên: cũ\n")
    let run = try loa.run(["init", "--name", "mới", "--profile", "own"])
    #expect(run.code == 65 && run.errors.contains("station.yaml"))
    #expect(try String(contentsOfFile: home.file("station/station.yaml"), encoding: .utf8) == "tên: cũ\n")
  }

  @Test func withoutATerminalTheMissingFlagIsNamed() throws {
    #expect(try loa.run(["init"]).errors.contains("--name"))
    #expect(try loa.run(["init", "--name", "a", "--profile", "thành phố"]).errors.contains("inner Hanoi"))
  }

  @Test func everyFaultOfTheSettingsIsNamedByLine() throws {
    #expect(try loa.run(["config", "check"]).code == 65)
    try FileManager.default.createDirectory(atPath: home.file("station"), withIntermediateDirectories: true)
    try home.text("station/station.yaml", "ten: a\nbuổi phat:\n  sáng: {bat dua: 5h}\ngio yên tỉnh: mai\n")
    let run = try loa.run(["config", "check"])
    #expect(run.code == 65 && run.errors.contains("line 3") && run.errors.contains("line 4"), "\(run.errors)")
  }
}
