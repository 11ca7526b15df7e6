internal import ArgumentParser
internal import Foundation
internal import Station
internal import VietnameseText

/// `loa lexicon`: how words, acronyms and names are said.
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: text(
      "Từ điển cách đọc: thêm, xem, kiểm tra.", "The pronunciation lexicon: add to it, look at it, check it."),
    subcommands: [Add.self, List.self, Check.self])

  /// `loa lexicon add`
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: text("Thêm một chữ vào từ điển của đài.", "Add a written form to the station's lexicon."))

    @Argument(help: ArgumentHelp(text("Chữ như trong văn bản, ví dụ BCĐ.", "The form as it is written, such as BCĐ.")))
    var written: String

    @Argument(help: ArgumentHelp(text("Cách đọc, ví dụ \"ban chỉ đạo\".", "How it is said, such as \"ban chỉ đạo\".")))
    var spoken: [String]

    @Option(
      help: ArgumentHelp(
        text("Loại: acronym, abbreviation, name, foreign, unit, …", "Kind: acronym, abbreviation, name, foreign, unit, …")))
    var kind: String?

    @Option(
      help: ArgumentHelp(
        text(
          "Dấu hiệu chọn nghĩa này: \"<từ đứng trước,>từ đứng sau\".",
          "Cues that select this sense: \"<word before,>word after\".")))
    var cue: String?

    @Option(help: ArgumentHelp(text("Ghi chú.", "A note.")))
    var note: String?

    func run() async throws {
      let station = try Station.here()
      let said = spoken.joined(separator: " ").lowercased()
      let line = [written, said, kind ?? "", cue ?? "", note ?? ""].joined(separator: "\t")
      let parsed = Lexicon.parse(line, file: text("dòng mới", "the new line"))
      guard let entry = parsed.entries.first else {
        if let fault = parsed.errors.first { throw Failure(.badInput, fault) }
        throw Failure(.usage, "Hãy viết chữ cần thêm và cách đọc.", "Write the form to add and how it is said.")
      }
      try station.addToLexicon(entry)
      print(
        text(
          "Đã thêm vào \(station.home.lexicon): \(entry.written) → \(entry.spoken)",
          "Added to \(station.home.lexicon): \(entry.written) → \(entry.spoken)"))
      print(
        text(
          "Các thông báo có chữ này cần làm lại âm thanh («loa render»).",
          "Notices with this form need their sound made again («loa render»)."))
    }
  }

  /// `loa lexicon list`
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: text(
        "Xem từ điển của đài; kèm một chữ thì tìm trong mọi từ điển.",
        "Show the station's lexicon; with a form, look it up in every tier."))

    @Argument(help: ArgumentHelp(text("Chữ cần tìm.", "The form to look up.")))
    var form: String?

    @ArgumentParser.Flag(help: ArgumentHelp(text("Cả từ điển có sẵn.", "The built-in lexicon too.")))
    var all = false

    @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng JSON.", "Print JSON.")))
    var json = false

    func run() async throws {
      let station = try Station.here()
      let wanted = form?.lowercased()
      let records = station.lexiconFiles().filter { all || wanted != nil || $0.isOwn }.flatMap { file in
        zip(file.entries, file.lines).filter { wanted == nil || $0.0.written.lowercased() == wanted }
          .map { LexiconRecord($0, line: $1, of: file) }
      }
      if json {
        print(try Format.json(records))
        return
      }
      guard !records.isEmpty else {
        print(
          form.map { form in
            text(
              "Từ điển không có “\(form)”. Thêm: loa lexicon add \(form) \"cách đọc\"",
              "No lexicon has “\(form)”. Add it: loa lexicon add \(form) \"how it is said\"")
          }
            ?? text(
              "Từ điển của đài chưa có dòng nào (\(station.home.lexicon)). Xem từ điển có sẵn: loa lexicon list --all",
              "The station's lexicon has no line yet (\(station.home.lexicon)). The built-in one: loa lexicon list --all"))
        return
      }
      var table = Table([
        (text("VIẾT", "WRITTEN"), .left), (text("ĐỌC", "SPOKEN"), .left), (text("LOẠI", "KIND"), .left),
        (text("DẤU HIỆU", "CUES"), .left), (text("TỪ ĐIỂN", "LEXICON"), .left),
      ])
      for record in records {
        table.add([record.written, record.spoken, record.kind, record.cues, "\(record.file):\(record.line)"])
      }
      for line in table.lines { print(line) }
    }
  }

  /// `loa lexicon check`
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: text(
        "Kiểm tra từng dòng của các từ điển.", "Check every line of the lexicons."))

    @Argument(
      help: ArgumentHelp(
        text("Tệp từ điển; để trống thì mọi từ điển của đài.", "Lexicon files; without any, all of the station's.")))
    var files: [String] = []

    func run() async throws {
      let station = try Station.here()
      var checked: [Station.LexiconFile] = []
      for path in files {
        guard let file = station.lexiconFile(path, isOwn: true) else {
          throw Failure(
            .badInput, "Không đọc được tệp «\(path)». Hãy kiểm tra tên tệp.", "The file «\(path)» can't be read. Check its name.")
        }
        checked.append(file)
      }
      if files.isEmpty { checked = station.lexiconFiles() }
      let faults = checked.flatMap(\.faults)
      for fault in faults { Terminal.complain(text(fault.vietnamese, fault.english)) }
      for file in checked {
        print(
          text(
            "\(file.path): \(file.entries.count) dòng đúng, \(file.faults.count) dòng sai.",
            "\(file.path): \(file.entries.count) good lines, \(file.faults.count) bad."))
      }
      if !faults.isEmpty { throw ExitCode(Failure.Code.badInput.rawValue) }
    }
  }
}

/// One line of a lexicon under the keys of `loa lexicon list --json`.
private struct LexiconRecord: Encodable {
  let written: String
  let spoken: String
  let kind: String
  let cues: String
  let note: String
  let file: String
  let line: Int

  init(_ entry: LexiconEntry, line: Int, of file: Station.LexiconFile) {
    written = entry.written
    spoken = entry.spoken
    kind = entry.kind.rawValue
    cues = (entry.cues.map(\.description) + (entry.isAmbiguous ? ["?"] : [])).joined(separator: ", ")
    note = entry.note
    self.line = line
    self.file = file.isOwn ? file.path : URL(filePath: file.path).lastPathComponent
  }
}
