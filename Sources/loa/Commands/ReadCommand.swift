internal import ArgumentParser
internal import Bulletin
internal import Foundation
internal import Production
internal import Station
internal import VietnameseText

/// `loa read`: what will be said, beside what was written.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    // Parsed alone, it is known to be no root: the parser looks for no request of completion scripts.
    _superCommandName: "loa",
    abstract: text(
      "Xem thông báo sẽ được đọc thành lời như thế nào, trước khi phát.",
      "Show how a notice will be read aloud, before anything airs."))

  @Argument(help: ArgumentHelp(text("Tệp thông báo, hoặc - để đọc từ đầu vào.", "A notice's file, or - for standard input.")))
  var file = "-"

  @ArgumentParser.Flag(
    help: ArgumentHelp(text("Chỉ in lời đọc, mỗi dòng vào một dòng ra.", "Print the spoken words only, one line for each line.")))
  var plain = false

  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng JSON cho chương trình khác.", "Print JSON for other programs.")))
  var json = false

  @ArgumentParser.Flag(help: ArgumentHelp(text("Nêu quy tắc đã dùng cho từng chỗ.", "Name the rule behind each reading.")))
  var explain = false

  @ArgumentParser.Flag(
    help: ArgumentHelp(
      text("In dòng từ điển sẽ giải quyết từng chỗ cần xem lại.", "Print the lexicon line that would settle each flag.")))
  var fix = false

  func run() async throws {
    Memory.keepForReuse()
    let station = try Station.here()
    // Opened while the lexicon is parsed.
    async let source = Source(file)
    let lexicon = station.announcedLexicon()
    let input = try await Input(source, lexicon: lexicon)
    if plain {
      let output = input.spokenLines.map { $0 + "\n" }.joined()
      FileHandle.standardOutput.write(Data(output.utf8))
      return
    }
    if fix {
      ReadingFixes(input.reading, lexicon: lexicon).print(lexiconPath: station.home.lexicon)
      return
    }
    let view = ReadingView(input.reading, showsRules: explain)
    if json {
      print(try Format.json(view.records))
    } else {
      for repair in input.repairs { Terminal.remark(text("Đã sửa: ", "Repaired: ") + text(repair.vietnamese, repair.english)) }
      view.printTable()
    }
  }
}

/// Bare text from standard input, or a notice.
private enum Source {
  case text(RepairedText)
  case notice(NoticeFile)

  init(_ file: String) async throws {
    if file == "-" {
      self = .text(EncodingRepair.repair(bytes: [UInt8](FileHandle.standardInput.readDataToEndOfFile())))
    } else {
      self = .notice(try await NoticeFile.load(file))
    }
  }
}

/// What is read, and the lexicon it is read with.
private struct Input {
  private let source: Source
  private let lexicon: Lexicon

  init(_ source: Source, lexicon: Lexicon) {
    self.source = source
    self.lexicon = lexicon
  }

  var repairs: [Repair] {
    switch source {
    case .text(let text): text.repairs
    case .notice(let notice): notice.repairs
    }
  }

  var reading: SpokenText {
    switch source {
    case .text(let text): Reader(lexicon: lexicon).read(text.text)
    case .notice(let notice): Script(notice.bulletin, lexicon: lexicon).reading
    }
  }

  /// One for each line of bare text, each read by itself; for a notice, title and body, as they will be said.
  var spokenLines: [String] {
    switch source {
    case .text(let text):
      var lines = text.text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" })
      if lines.last?.isEmpty == true { lines.removeLast() }
      let reader = Reader(lexicon: lexicon)
      return lines.map { reader.read(String($0)).plain }
    case .notice:
      var lines = reading.plainLines
      while lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    }
  }
}
