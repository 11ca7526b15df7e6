internal import Settings

/// One line of Markdown losing its marks. Only what notices use: headings, lists, quotes, tables, emphasis, links,
/// recordings and comments; anything else is text.
struct MarkdownLine {
  private(set) var text: String
  private(set) var inserts: [RecordedInsert] = []
  private(set) var problems: [SettingsProblem] = []
  private(set) var inComment: Bool
  private let line: Int
  /// How many characters were cut from the front, so that columns stay those of the file.
  private var cut = 0

  init(_ raw: Substring, line: Int, inComment: Bool) {
    text = String(raw)
    self.line = line
    self.inComment = inComment
    dropComments()
  }

  mutating func takeHeadingMark() -> Bool {
    let marks = text.prefix { $0 == "#" }.count
    guard (1...6).contains(marks), text.dropFirst(marks).first == " " else { return false }
    drop(marks + 1)
    while text.last == "#" || text.last == " " { text.removeLast() }
    return true
  }

  /// Quotes, list marks, rules and table frames; list items keep a dash, table cells their bars.
  mutating func takeBlockMarks() {
    // Hardly any line of a notice begins with one of them.
    let first = text.utf8.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    guard let first, ">-*_|+:".utf8.contains(first) else { return }
    var quotes = text[...]
    while quotes.hasPrefix("> ") { quotes = quotes.dropFirst(2) }
    if quotes.startIndex > text.startIndex { drop(text.distance(from: text.startIndex, to: quotes.startIndex)) }
    let bare = text.filter { $0 != " " && $0 != "\t" }
    let isRule = bare.count >= 3 && (bare.allSatisfy { $0 == "-" } || bare.allSatisfy { $0 == "*" || $0 == "_" })
    let isTableRule = bare.hasPrefix("|") && bare.allSatisfy { "|-:".contains($0) }
    guard !isRule, !isTableRule else {
      text = ""
      return
    }
    let indent = text.prefix { $0 == " " || $0 == "\t" }.count
    let rest = text.dropFirst(indent)
    if rest.hasPrefix("* ") || rest.hasPrefix("+ ") {
      text = "- " + rest.dropFirst(2)
      cut += indent
    }
    if bare.hasPrefix("|") && bare.hasSuffix("|") && bare.count > 1 {
      if let first = text.firstIndex(of: "|"), let last = text.lastIndex(of: "|") {
        cut += text.distance(from: text.startIndex, to: first) + 1
        text = String(text[text.index(after: first)..<last]).trimmed
      }
    }
  }

  /// Recordings, links, code and emphasis.
  mutating func takeInlineMarks() {
    guard text.utf8.contains(where: { "[*_`\\".utf8.contains($0) }) else { return }
    let inline = MarkdownInline(text)
    inserts = inline.recordings.map { RecordedInsert(what: $0.what, path: $0.path.trimmed, offset: $0.offset, line: line) }
    problems += inline.namelessRecordings.map { column in
      SettingsProblem(
        line: line, column: cut + column + 1,
        kind: .other(
          vietnamese: "đoạn ghi âm không có tên tệp. Hãy viết như: ![mô tả](ten-tep.flac).",
          english: "the recording names no file. Write it as ![what](file.flac)."))
    }
    text = inline.text.allSatisfy(\.isWhitespace) ? "" : inline.text
  }

  private mutating func dropComments() {
    guard inComment || (text.utf8.contains(UInt8(ascii: "<")) && text.contains("<!--")) else { return }
    var kept = ""
    var rest = text[...]
    while !rest.isEmpty {
      guard let mark = rest.firstRange(of: inComment ? "-->" : "<!--") else {
        if !inComment { kept += rest }
        break
      }
      if !inComment { kept += rest[..<mark.lowerBound] }
      rest = rest[mark.upperBound...]
      inComment.toggle()
    }
    text = kept
  }

  private mutating func drop(_ count: Int) {
    text = String(text.dropFirst(count))
    cut += count
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
