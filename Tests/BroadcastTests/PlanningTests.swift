import Foundation
import TestParts
import Testing

/// What is planned is what the folder says now, whatever went before.
@Suite struct PlanningTests {
  private let home: TestFolder
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    loa = LoaProgram(home: home.file("station"))
    try FileManager.default.createDirectory(atPath: home.file("notices"), withIntermediateDirectories: true)
    try write("a.md", "Họp thôn\nMời bà con dự họp.")
    try write("b.md", "Cắt nước\nTừ 7h ngày 5/6.")
  }

  private func write(_ name: String, _ text: String) throws { try home.text("notices/" + name, text) }

  private func render(_ name: String = "") throws -> LoaProgram.Result {
    try loa.run(["render", home.file("notices" + (name.isEmpty ? "" : "/" + name))])
  }

  private func plan() throws -> String { try loa.run(["plan", "2026-11-21"]).output }

  @Test func aNoticeTakenOutOfItsFolderAirsNoMore() throws {
    #expect(try render().code == 0)
    let both = try plan()
    #expect(both.contains("Họp thôn") && both.contains("Cắt nước"))
    try FileManager.default.removeItem(atPath: home.file("notices/b.md"))
    #expect(try render().code == 0)
    #expect(try !plan().contains("Cắt nước"))
    try FileManager.default.removeItem(atPath: home.file("notices/a.md"))
    #expect(try render().code == 65)
    #expect(try !plan().contains("Họp thôn"))
  }

  @Test func aDayIsDrawnPrintedAndPutIntoACalendar() throws {
    #expect(try render().code == 0)
    let (svg, html, ics) = (home.file("d.svg"), home.file("d.html"), home.file("d.ics"))
    #expect(try loa.run(["plan", "21/11/2026", "--svg", svg, "--html", html, "--ics", ics]).code == 0)
    for path in [svg, html, ics] {
      let text = try String(contentsOfFile: path, encoding: .utf8).replacing("\r\n ", with: "")
      #expect(text.contains("Họp thôn"), "\(path)")
    }
    let week = try loa.run(["plan", "2026-11-21", "--week"]).output
    #expect(week.contains("DAY SHEET 2026-11-21") && week.contains("DAY SHEET 2026-11-27") && !week.contains("2026-11-28"))
    let blocked = try loa.run(["plan", "21/11/2026", "--svg", home.file("no/such/d.svg")])
    #expect(blocked.code != 0 && blocked.errors.contains("d.svg"))
  }

  @Test func whatSoundsAtAnInstantIsWhatThePlanSays() throws {
    #expect(try render().code == 0)
    let morning = try loa.run(["simulate", "2026-11-21 05:30"]).output
    #expect(morning.contains("On air: chime") && morning.contains("Next:"))
    #expect(try loa.run(["simulate", "2026-11-21 12:00"]).output.contains("Silence: nothing"))
    #expect(try loa.run(["simulate", "2026-11-21 23:30"]).output.contains("quiet hours"))
    #expect(try loa.run(["simulate", "noon"]).code == 64)
  }

  @Test func aNoticeThatIsNoLongerRightAirsNoMore() throws {
    #expect(try render().code == 0)
    try write("a.md", "---\ntitel: Họp\n---\nMời bà con.")
    #expect(try render("a.md").code == 65)
    let sheet = try plan()
    #expect(!sheet.contains("Họp thôn") && sheet.contains("Cắt nước"))
  }

  @Test func aSingleFileThatIsGoneAirsNoMore() throws {
    #expect(try render("a.md").code == 0)
    try FileManager.default.removeItem(atPath: home.file("notices/a.md"))
    #expect(try render("a.md").code == 65)
    #expect(try !plan().contains("Họp thôn"))
  }

  @Test func twoFilesOfOneNameAreBothRefused() throws {
    try write("a.txt", "Họp xã\nMời bà con dự họp.")
    let run = try render()
    #expect(
      run.code == 65 && run.errors.contains("a.txt: it has the same name as")
        && run.errors.contains("a.md: it has the same name as"))
    let sheet = try plan()
    #expect(!sheet.contains("Họp thôn") && !sheet.contains("Họp xã") && sheet.contains("Cắt nước"))
  }

  @Test func windowsFilesKeepTheirHeader() throws {
    try write("w.md", "---\r\ntiêu đề: Tin gấp\r\nloại: ưu tiên\r\n---\r\nMời bà con dự họp.\r\n")
    #expect(try render().code == 0)
    let first = try plan().split(separator: "\n").first { $0.contains("priority") }
    #expect(first?.contains("Tin gấp") == true)
  }

  @Test func theStationsOwnLexiconWinsAndTheNoticesOverIt() throws {
    try FileManager.default.createDirectory(atPath: home.file("station"), withIntermediateDirectories: true)
    try home.text("station/lexicon.tsv", "BXYZ\tban xây dựng\tacronym\n")
    try write("c.md", "---\ntitle: Họp\n---\nMời BXYZ dự họp.")
    try write("d.md", "---\ntitle: Họp\ncách đọc: {BXYZ: bộ phận số 1}\n---\nMời BXYZ dự họp.")
    #expect(try loa.run(["read", home.file("notices/c.md"), "--plain"]).output.contains("ban xây dựng"))
    #expect(try loa.run(["read", home.file("notices/d.md"), "--plain"]).output.contains("bộ phận số một"))
  }

  @Test func aStationNamedByARelativePathPlaysFromAnywhere() throws {
    var relative = loa
    relative.environment["LOA_HOME"] = "station"
    #expect(try relative.run(["render", home.file("notices")], in: home.path).code == 0)
    let wav = home.file("session.wav")
    let run = try loa.run(["play", "--session", "sáng", "--date", "2026-11-21", "--output", wav], in: "/")
    #expect(run.code == 0 && run.output.contains("Wrote 5 of 5 items"))
    // A file is not on air: nothing counts as played.
    #expect(FileManager.default.fileExists(atPath: wav))
  }

  @Test func aNoticeOfManyHoursIsRefused() throws {
    try write(
      "e.md",
      "---\ntitle: Dài\nnhắc lại: 5\n---\n" + String(repeating: "Mời bà con nhân dân trong xã dự họp đông đủ. ", count: 1200))
    let run = try render()
    #expect(run.code == 65 && run.errors.contains("minutes, more than 60"))
  }
}
