import Foundation
import TestParts
import Testing

/// A notice from submission to air, as the officer and the leader see it.
@Suite struct NoticeLifeTests {
  private let home: TestFolder
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    loa = LoaProgram(home: home.file("dai"))
    _ = try loa.run(["init", "--name", "xã A", "--profile", "countryside", "--zones", "Thôn 1, Thôn 2"])
    _ = try loa.run(["key", "new", "Lan"])
  }

  private func file(_ name: String) -> String { home.file("dai/" + name) }

  @discardableResult private func ok(_ words: String..., input: String = "") throws -> String {
    let run = try loa.run(words, input: input)
    #expect(run.code == 0, "\(words): \(run.errors)")
    return run.output
  }

  private func approved(_ text: String = "Họp thôn\nMời bà con dự họp.") throws {
    try ok("submit", "-", input: text)
    try ok("approve", "TB1", "--by", "lan")
  }

  private func isPlanned() throws -> Bool { try ok("plan", "23/11/2026").contains("Họp thôn") }

  @Test func onlyWhatIsApprovedIsPlanned() throws {
    try ok("submit", "-", input: "Họp thôn\nMời bà con dự họp.")
    #expect(try !isPlanned())
    try ok("approve", "TB1", "--by", "lan")
    #expect(try isPlanned())
    #expect(try ok("show", "TB1").contains("Approval: holds."))
    try ok("withdraw", "TB1")
    #expect(try !isPlanned())
    #expect(try loa.run(["approve", "TB1", "--by", "Lan"]).errors.contains("withdrawn"))
  }

  @Test func theAuthorIsToldWhenItAirsAndWhenItDoesNotFit() throws {
    let long = "Họp thôn\n" + String(repeating: "Mời bà con dự họp đầy đủ. ", count: 700)
    #expect(try ok("submit", "-", input: long).contains("Airs, once approved: session "))
    try ok("approve", "TB1", "--by", "Lan")
    let second = try ok("submit", "-", input: long.replacing("Họp thôn", with: "Họp xã"))
    #expect(second.contains("does not fit") || second.contains("needs"), "\(second)")
    #expect(second.contains("Airs, once approved"))
  }

  @Test func aNoticeOfThePastIsRemarked() throws {
    let run = try loa.run(["submit", "-"], input: "Họp thôn\nMời bà con dự họp ngày 15/11/2020.")
    #expect(run.code == 0 && run.errors.contains("all dates in TB1 are past"), "\(run.errors)")
    #expect(try !loa.run(["submit", "-"], input: "Họp xã\nMời bà con dự họp ngày 15/11/2199.").errors.contains("past"))
  }

  @Test func aRepeatTellsWhenTheNoticeWasIssued() throws {
    try ok("submit", "-", input: "---\nban hành: 20/11/2026 17:30\n---\nHọp thôn\nMời bà con dự họp.")
    try ok("approve", "TB1", "--by", "Lan")
    let page = try ok("plan", "2030-11-25")
    #expect(
      page.components(separatedBy: "announces the repeat").count == 2 && page.contains("Họp thôn (TB1) (repeat)"), "\(page)")
  }

  @Test func statisticsTellHowLongNoticesWaited() throws {
    try approved()
    try ok("play", "--session", "sáng", "--device", "null")
    let stats = try ok("log", "--stats")
    #expect(stats.contains("from submission to first airing: 1 notice"), "\(stats)")
  }

  @Test func aRenderedFolderDoesNotAirWhereApprovalIsRequired() throws {
    try home.text("a.md", "# Họp thôn\nMời bà con dự họp.")
    #expect(try loa.run(["render", home.file("a.md")]).errors.contains("loa submit"))
    #expect(try loa.run(["plan", "23/11/2026"]).code == 1)
    // Sound files alone are nobody's business.
    #expect(try loa.run(["render", home.file("a.md"), "-o", home.file("ra")]).code == 0)
    // Nor does it air once the settings that asked for approval are gone.
    try FileManager.default.removeItem(atPath: file("station.yaml"))
    #expect(try loa.run(["render", home.file("a.md")]).errors.contains("loa submit"))
  }

  @Test func aLostDatabaseIsMissed() throws {
    try approved()
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file("station.sqlite" + suffix)) }
    for words in [["list"], ["plan"], ["submit", "-"]] {
      let run = try loa.run(words, input: "Tin\nHọp.")
      #expect(run.code == 1 && run.errors.contains("loa restore"), "\(words): \(run.errors)")
    }
  }

  @Test func onlyWhoMayApproveTakesAnApprovedNoticeOff() throws {
    try approved()
    #expect(try loa.run(["reject", "TB1", "--why", "x", "--by", "Minh"]).errors.contains("Those who may: Lan"))
    #expect(try isPlanned())
    #expect(try loa.run(["reject", "TB1", "--why", " ", "--by", "Lan"]).code == 64)
    try ok("reject", "TB1", "--why", "sai giờ", "--by", "Lan")
    #expect(try loa.run(["plan", "23/11/2026"]).output.contains("Họp thôn") == false)
  }

  @Test func theSameTextEditedIsNoEdit() throws {
    try approved()
    let run = try loa.run(["edit", "TB1", "-"], input: "Họp thôn\nMời bà con dự họp.")
    #expect(run.code == 65 && run.errors.contains("the text is the same"))
    #expect(try isPlanned())
  }

  @Test(arguments: ["", " Lan", "../../x", "a:b", "12"]) func aNameThatCannotBeKeptIsRefused(name: String) throws {
    #expect(try loa.run(["key", "new", name]).errors.contains("no name for a person"))
  }

  @Test func severalAreApprovedThoughOneCannotBe() throws {
    try ok("submit", "-", input: "Họp thôn\nMời bà con dự họp.")
    let run = try loa.run(["approve", "TB9", "TB1", "--by", "Lan"])
    #expect(run.code == 65 && run.errors.contains("no notice TB9") && run.output.contains("TB1 is approved"))
  }

  @Test func whoeverApprovesUnheardIsToldSo() throws {
    try ok("submit", "-", input: "Họp thôn\nMời bà con dự họp.")
    #expect(try loa.run(["approve", "TB1", "--by", "Lan"]).errors.contains("nobody has listened"))
    try ok("edit", "TB1", "-", input: "Họp thôn\nMời bà con dự họp lúc 8h.")
    try ok("preview", "TB1", "-o", home.file("a.wav"))
    #expect(try !loa.run(["approve", "TB1", "--by", "Lan"]).errors.contains("nobody has listened"))
  }

  @Test func hearingItAgainKeepsTheApproval() throws {
    try approved()
    try ok("preview", "TB1", "-o", home.file("a.wav"))
    #expect(try isPlanned())
  }

  @Test func oneLetterChangedIsNotApproved() throws {
    try approved()
    try ok("edit", "TB1", "-", input: "Họp thôn\nMời bà con dự hợp.")
    #expect(try !isPlanned())
  }

  @Test func aChangedLexiconEntryIsNotApproved() throws {
    try approved("Họp thôn\nMời bà con gặp BCĐ.")
    #expect(try isPlanned())
    try ok("lexicon", "add", "BCĐ", "ban chỉ huy")
    #expect(try !isPlanned())
    // It must be heard again before it is approved again.
    #expect(try loa.run(["approve", "TB1", "--by", "Lan"]).errors.contains("loa preview"))
    try ok("preview", "TB1", "-o", home.file("a.wav"))
    try ok("approve", "TB1", "--by", "Lan")
    #expect(try isPlanned())
  }

  @Test func aChangedVoiceIsNotApproved() throws {
    let voices = home.file("voices")
    try FileManager.default.copyItem(atPath: LoaProgram.sourceTree + "/voices", toPath: voices)
    var own = loa
    own.environment["LOA_VOICES"] = voices
    #expect(try own.run(["submit", "-"], input: "Họp thôn\nMời bà con dự họp.").code == 0)
    #expect(try own.run(["approve", "TB1", "--by", "Lan"]).code == 0)
    #expect(try own.run(["plan", "23/11/2026"]).output.contains("Họp thôn"))
    let bac = try String(contentsOfFile: voices + "/bac.yaml", encoding: .utf8)
    let faster = bac.replacing(/syllables_per_second: *[0-9.]+/, with: "syllables_per_second: 3.3")
    #expect(faster != bac)
    try faster.write(toFile: voices + "/bac.yaml", atomically: true, encoding: .utf8)
    let changed = try own.run(["plan", "23/11/2026"])
    #expect(!changed.output.contains("Họp thôn") && changed.errors.contains("TB1: not approved (its reading, voice"))
    // What was approved is what sounds again: looking at a plan has decided nothing.
    try bac.write(toFile: voices + "/bac.yaml", atomically: true, encoding: .utf8)
    #expect(try own.run(["plan", "23/11/2026"]).output.contains("Họp thôn"))
  }

  @Test func aChangedAudioFileIsNotApproved() throws {
    try approved()
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: file("audio")).first { $0.hasPrefix("TB1") })
    var bytes = try Data(contentsOf: URL(filePath: file("audio/" + name)))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: file("audio/" + name)))
    #expect(try loa.run(["show", "TB1"]).output.contains("NO LONGER HOLDS"))
    #expect(try loa.run(["plan", "23/11/2026"]).errors.contains("audio file changed"))
    #expect(try !isPlanned())
  }

  @Test func nobodyApprovesWithoutBeingNamedAndWithoutTheirOwnKey() throws {
    try ok("submit", "-", input: "Họp thôn\nMời bà con dự họp.")
    #expect(try loa.run(["approve", "TB1", "--by", "Minh"]).errors.contains("Those who may: Lan"))
    let other = LoaProgram(home: home.file("khac"))
    _ = try other.run(["init", "--name", "xã B", "--profile", "countryside"])
    _ = try other.run(["key", "new", "Lan"])
    let run = try loa.run(["approve", "TB1", "--by", "Lan", "--key", home.file("khac/keys/Lan.key")])
    #expect(run.code == 65 && run.errors.contains("not the key"))
    let mode = try FileManager.default.attributesOfItem(atPath: file("keys/Lan.key"))[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
  }

  @Test(arguments: [
    ("---\nhiệu lực: đến 20/11/2020\n---\nTin\nHết hạn.", "expired"),
    ("---\nkhu vực: Thôn 9\n---\nTin\nXa.", "no zone «Thôn 9»"),
    ("---\ngiọng: opera\n---\nTin\nHát.", "no voice «opera»"),
    ("Tin\nHọp \u{FFFD} ngày mai.", "line 2 is broken"),
    ("Tin\nMời gặp xyzqw.", "xyzqw"),
    ("Tin\n\nHôm nay đồ Ngu\nđi họp.", "line 3: the word «đồ ngu»"),
    ("Tin\n" + String(repeating: "Mời bà con dự họp. ", count: 3500), "longer than any session"),
  ])
  func aRefusalIsNamedAndNothingIsKept(text: String, says: String) throws {
    try home.text("dai/tu-cam.txt", "# từ cấm\nđồ ngu\n")
    let run = try loa.run(["submit", "-"], input: text)
    #expect(run.code == 65 && run.errors.contains(says), "\(run.errors)")
    #expect(try ok("list").contains("There is no notice"))
  }

  @Test func aDuplicateNamesTheFirst() throws {
    try ok("submit", "-", input: "Họp thôn\nMời bà con dự họp.")
    #expect(try loa.run(["submit", "-"], input: "Họp thôn\n\nMời bà con dự họp.\n").errors.contains("as TB1"))
  }

  @Test func theInboxTakesWhatIsAtRestAndKeepsWhatItRefuses() throws {
    try home.text("dai/inbox/tot.txt", "Họp thôn\nMời bà con dự họp.")
    try home.text("dai/inbox/xau.txt", "Tin\nMời gặp xyzqw.")
    let run = try loa.run(["inbox"])
    #expect(run.code == 65 && run.output.contains("tot.txt: taken as TB1"), "\(run.output)\(run.errors)")
    #expect(FileManager.default.fileExists(atPath: file("inbox/da-nhan/TB1-tot.txt")))
    #expect(try String(contentsOfFile: file("inbox/bi-tu-choi/xau.txt"), encoding: .utf8) == "Tin\nMời gặp xyzqw.")
    #expect(try String(contentsOfFile: file("inbox/bi-tu-choi/xau.txt.ly-do.txt"), encoding: .utf8).contains("chưa biết đọc"))
    #expect(try ok("inbox").contains("empty"))
    #expect(try ok("list").contains("waits for approval"))
  }
}
