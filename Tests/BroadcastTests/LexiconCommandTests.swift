import Foundation
import TestParts
import Testing

/// `loa lexicon` and `loa read --fix`: how an officer settles what the reader was not sure of.
@Suite struct LexiconCommandTests {
  private let home: TestFolder
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    loa = LoaProgram(home: home.path)
  }

  @Test func anAddedFormIsSaidFromThenOn() throws {
    #expect(try loa.run(["read", "--plain"], input: "Mời XNĐH họp.\n").output == "Mời ích en đê hát họp\n")
    #expect(try loa.run(["lexicon", "add", "XNĐH", "xí nghiệp đèn hoa"]).code == 0)
    #expect(try loa.run(["read", "--plain"], input: "Mời XNĐH họp.\n").output == "Mời xí nghiệp đèn hoa họp\n")
    let list = try loa.run(["lexicon", "list"]).output
    #expect(list.contains("XNĐH") && list.contains("xí nghiệp đèn hoa") && list.contains("lexicon.tsv"))
  }

  @Test func aFormIsAddedOnceAndWhatNoVoiceCanSayNever() throws {
    #expect(try loa.run(["lexicon", "add", "XNĐH", "xí nghiệp đèn hoa"]).code == 0)
    let before = try String(contentsOfFile: home.file("lexicon.tsv"), encoding: .utf8)
    let twice = try loa.run(["lexicon", "add", "XNĐH", "xưởng nhôm"])
    #expect(twice.code == 65 && twice.errors.contains("line 3"))
    let unspeakable = try loa.run(["lexicon", "add", "ZZ", "zwjk"])
    #expect(unspeakable.code == 65 && unspeakable.errors.contains("zwjk"))
    #expect(try String(contentsOfFile: home.file("lexicon.tsv"), encoding: .utf8) == before)
  }

  @Test func checkNamesEachBadLineAndNothingElse() throws {
    let path = try home.text("mine.tsv", "ABC\tá bê\tacronym\nKhông tab\nXYZ\tích\tloài\n")
    let run = try loa.run(["lexicon", "check", path])
    #expect(run.code == 65)
    #expect(run.errors.contains("line 2") && run.errors.contains("line 3") && !run.errors.contains("line 1,"))
    #expect(run.output.contains("1 good lines, 2 bad"))
    #expect(try loa.run(["lexicon", "check"]).code == 0)
  }

  @Test func theLinesOfFixSettleEveryFlag() throws {
    let notice = "Họp TT với XNĐH và Betaco về 3-2, có 2 . 626 hộ."
    let file = try home.text("n.md", notice)
    let flags = try loa.run(["read", file]).output
    #expect(!flags.contains("No token needs a look."))
    let lines = try loa.run(["read", file, "--fix"]).output.split(separator: "\n").filter { !$0.hasPrefix("#") }
    var seen: Set<Substring> = []
    // Of several senses the first is kept, as the comment above them says.
    let lexicon = lines.filter { !$0.hasPrefix(" ") && seen.insert($0.prefix { $0 != "\t" }).inserted }
    let header = lines.filter { $0.hasPrefix(" ") }
    #expect(lexicon.count >= 3 && header.count == 2)
    try home.text("lexicon.tsv", lexicon.joined(separator: "\n") + "\n")
    try home.text("n.md", "---\ncách đọc:\n" + header.joined(separator: "\n") + "\n---\n" + notice)
    let settled = try loa.run(["read", file]).output
    #expect(settled.contains("No token needs a look."), "\(settled)")
  }

  @Test func aNoticesPlainReadingKeepsItsPauses() throws {
    let text = "Kính thưa bà con, xã báo tin."
    let file = try home.text("n.md", text)
    #expect(try loa.run(["read", file, "--plain"]).output == loa.run(["read", "--plain"], input: text).output)
  }
}
