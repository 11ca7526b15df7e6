import Foundation
import TestParts
import Testing

/// `loa meter` of folders, as CSV and as a picture.
@Suite struct MeterCommandTests {
  private let home: TestFolder
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    loa = LoaProgram(home: home.path)
    try FileManager.default.createDirectory(atPath: home.file("sounds"), withIntermediateDirectories: true)
    for name in ["a", "b"] {
      _ = try loa.run(["say", "Mời bà con dự họp.", "-o", home.file("sounds/\(name).wav")])
    }
  }

  @Test func aFolderGivesARowForEachFileInOrder() throws {
    let run = try loa.run(["meter", home.file("sounds"), "--csv"])
    let lines = run.output.split(separator: "\n")
    #expect(run.code == 0 && lines.count == 3)
    #expect(lines.first?.hasPrefix("file,integrated_lufs,") == true)
    #expect(lines.dropFirst().first?.contains("a.wav\",-1") == true)
  }

  @Test func anEmptyFolderIsSaid() throws {
    try FileManager.default.createDirectory(atPath: home.file("empty"), withIntermediateDirectories: true)
    let run = try loa.run(["meter", home.file("empty")])
    #expect(run.code == 65 && run.errors.contains("empty"))
  }

  @Test func picturesAreWritten() throws {
    let one = home.file("one.svg")
    #expect(try loa.run(["meter", home.file("sounds/a.wav"), "--plot", one]).code == 0)
    #expect(try String(contentsOfFile: one, encoding: .utf8).contains("a.wav"))
    let both = home.file("both.svg")
    let arguments = ["master", home.file("sounds/a.wav"), "-o", home.file("m.wav"), "--speech", "--plot", both]
    #expect(try loa.run(arguments).code == 0)
    #expect(try String(contentsOfFile: both, encoding: .utf8).contains("Gain over time"))
    #expect(try loa.run(["meter", home.file("sounds"), "--plot", one]).code == 64)
  }
}
