import Foundation
import TestParts
import Testing

/// What goes wrong is answered with a sentence and a code, never with a trap, and nothing is lost.
@Suite struct BadInputTests {
  private let home: TestFolder
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    loa = LoaProgram(home: home.path)
  }

  /// A run that must fail with `code` and say `words`.
  private func expect(_ arguments: [String], _ code: Int32, _ words: String, loa: LoaProgram? = nil) throws {
    let run = try (loa ?? self.loa).run(arguments)
    #expect(run.code == code, "\(arguments): \(run.errors)")
    #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
    #expect(!run.errors.contains("Fatal error"))
  }

  @Test func noticesThatAreNone() throws {
    try expect(["render", try home.text("empty.md", "\n"), "-o", home.file("out")], 65, "the file holds no text")
    let binary = try home.bytes("picture.txt", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try expect(["render", binary, "-o", home.file("out")], 65, "this file is not text")
    let long = try home.text("long.txt", String(repeating: "Mười mê ga bai chữ. ", count: 480_000))
    try expect(["render", long, "-o", home.file("out")], 65, "Split it into short notices")
    try expect(["read", home.file("none.md")], 65, "there is no such file")
    try expect(["render", home.path, "-o", home.file("out")], 65, "this file is not text")
  }

  @Test func aHeaderWithAnUnknownKeyNamesTheRightOne() throws {
    let path = try home.text("a.md", "---\ntitel: Họp\n---\nNội dung")
    try expect(["read", path], 65, "a.md, line 2, column 1: there is no key «titel». Did you mean «title»?")
  }

  @Test func invalidUTF8IsReadWithANote() throws {
    let path = try home.bytes("bad.txt", Array("Thông báo\nMời họp ".utf8) + [0xC3, 0x28, 0xFF] + Array(" lúc 8h.".utf8))
    let run = try loa.run(["read", path])
    #expect(run.code == 0 && run.errors.contains("Repaired"))
    #expect(run.output.contains("tám giờ"))
  }

  @Test func aMissingRecordingNamesItsLine() throws {
    let path = try home.text("a.md", "Thông báo\n\n![tiếng Mông](mong.flac)\n")
    try expect(["render", path, "-o", home.file("out")], 65, "a.md, line 3: there is no recording «mong.flac»")
  }

  @Test func aVoiceOrLoudspeakerNobodyHasIsAnsweredWithThoseThereAre() throws {
    try expect(["say", "Xin chào", "--voice", "robot", "-o", home.file("a.wav")], 65, "There are: bac")
    try expect(
      ["say", "Xin chào", "--loudspeaker", "phone", "-o", home.file("a.wav")], 65, "There are: column, horn, standard, studio")
  }

  @Test func aDeviceThatIsNotThereIsNamed() throws {
    try expect(["say", "Xin chào", "--device", "plughw:7"], 69, "plughw:7")
  }

  @Test func withoutPandocWordFilesSayWhatToInstall() throws {
    let path = try home.text("a.docx", "x")
    var bare = loa
    bare.environment["PATH"] = home.path
    try expect(["render", path, "-o", home.file("out")], 69, "apt-get install pandoc", loa: bare)
  }

  @Test func withoutEspeaksDataSpeechSaysWhatToInstall() throws {
    var bare = loa
    bare.environment["LOA_ESPEAK_DATA"] = home.path
    try expect(["say", "Xin chào", "-o", home.file("a.wav")], 69, "espeak-ng-data", loa: bare)
  }

  @Test func aFullDiskIsNamedAndLeavesNothingHalfWritten() throws {
    let path = try home.text("a.md", "Thông báo\nMời bà con dự họp lúc 8h30 tại nhà văn hóa thôn.")
    // A limit on the size of files is the disk that is full for this process alone.
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.arguments = ["-c", "ulimit -f 40; exec \"$0\" \"$@\"", LoaProgram.path, "render", path, "-o", home.file("out")]
    shell.environment = loa.environment
    let errors = home.file("errors.txt")
    try Data().write(to: URL(filePath: errors))
    shell.standardError = FileHandle(forWritingAtPath: errors)
    shell.standardOutput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationReason == .exit && shell.terminationStatus != 0)
    #expect(try String(contentsOfFile: errors, encoding: .utf8).contains("full"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.file("out")) == [])
  }

  @Test(arguments: [
    ["fly"], ["render"], ["say", "a", "--speed", "9"], ["render", "a.md", "--jobs", "0"], ["plan", "31/2/2026"],
  ])
  func wrongUsageEndsWith64(arguments: [String]) throws {
    #expect(try loa.run(arguments).code == 64)
  }

  @Test func helpIsInBothLanguages() throws {
    var vietnamese = loa
    vietnamese.environment["LOA_LANG"] = nil
    for command in [[], ["read"], ["say"], ["render"], ["master"], ["meter"], ["plan"], ["play"], ["voices"], ["doctor"]] {
      let english = try loa.run(command + ["--help"])
      let own = try vietnamese.run(command + ["--help"])
      #expect(english.code == 0 && own.code == 0)
      #expect(english.output.contains("USAGE: loa") && own.output.contains("CÁCH DÙNG: loa"))
      #expect(own.output.contains("Xem hướng dẫn.") && !own.output.contains("Show"))
    }
    #expect(try vietnamese.run(["fly"]).errors.contains("Lỗi"))
  }
}
