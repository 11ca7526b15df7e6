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
    abstract: text(
      "Xem thông báo sẽ được đọc thành lời như thế nào, trước khi phát.",
      "Show how a notice will be read aloud, before anything airs."))

  @Argument(help: ArgumentHelp(text("Tệp thông báo, hoặc - để đọc từ đầu vào.", "A notice's file, or - for standard input.")))
  var file: String

  @ArgumentParser.Flag(
    help: ArgumentHelp(text("Chỉ in lời đọc, mỗi dòng vào một dòng ra.", "Print the spoken words only, one line for each line.")))
  var plain = false

  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng JSON cho chương trình khác.", "Print JSON for other programs.")))
  var json = false

  @ArgumentParser.Flag(help: ArgumentHelp(text("Nêu quy tắc đã dùng cho từng chỗ.", "Name the rule behind each reading.")))
  var explain = false

  func run() async throws {
    let station = try Station.here()
    let lexicon = station.announcedLexicon()
    let (reading, lines, repairs) = try await readings(lexicon)
    if plain {
      let reader = Reader(lexicon: lexicon)
      var output = ""
      for line in lines { output += reader.read(String(line)).plain + "\n" }
      FileHandle.standardOutput.write(Data(output.utf8))
      return
    }
    let view = ReadingView(reading, showsRules: explain)
    if json {
      print(try Format.json(view.records))
    } else {
      for repair in repairs { Terminal.remark(text("Đã sửa: ", "Repaired: ") + text(repair.vietnamese, repair.english)) }
      view.printTable()
    }
  }

  /// The reading of a notice or of bare text, and the lines it was written on.
  private func readings(_ lexicon: Lexicon) async throws -> (SpokenText, [Substring], [Repair]) {
    if file == "-" {
      let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
      let repaired = EncodingRepair.repair(bytes: bytes)
      let reading = plain ? SpokenText(source: "", utterances: []) : Reader(lexicon: lexicon).read(repaired.text)
      return (reading, Self.lines(of: repaired.text), repaired.repairs)
    }
    let notice = try await NoticeFile.load(file)
    guard !plain else { return (SpokenText(source: "", utterances: []), Self.lines(of: notice), notice.repairs) }
    return (Script(notice.bulletin, lexicon: lexicon).reading, [], notice.repairs)
  }

  private static func lines(of text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// A notice's own lines: its header's are left empty, so that line numbers stay those of the file.
  private static func lines(of notice: NoticeFile) -> [Substring] {
    let bulletin = notice.bulletin
    guard bulletin.bodyFirstLine > 1 else { return lines(of: notice.text) }
    let header = [Substring](repeating: "", count: bulletin.bodyFirstLine - 2) + [Substring(bulletin.title)]
    return header + lines(of: bulletin.body)
  }
}
