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
    while text.hasPrefix("> ") { drop(2) }
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
    guard text.contains(where: { "[*_`\\".contains($0) }) else { return }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("!["), let link = MarkdownLink(rest.dropFirst()) {
        addInsert(link, column: columnOf(rest), offset: result.utf8.count)
        rest = link.after
      } else if first == "[", let link = MarkdownLink(rest) {
        result += link.label
        rest = link.after
      } else if first == "\\", let next = rest.dropFirst().first, next.isASCII, next.isPunctuation || next.isSymbol {
        result.append(next)
        rest = rest.dropFirst(2)
      } else if let inner = emphasised(rest, after: result.last) {
        result += inner.text
        rest = inner.after
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    text = result.allSatisfy(\.isWhitespace) ? "" : result
  }

  private mutating func addInsert(_ link: MarkdownLink, column: Int, offset: Int) {
    guard !link.target.isEmpty else {
      problems.append(
        SettingsProblem(
          line: line, column: column,
          kind: .other(
            vietnamese: "đoạn ghi âm không có tên tệp. Hãy viết như: ![mô tả](ten-tep.flac).",
            english: "the recording names no file. Write it as ![what](file.flac).")))
      return
    }
    inserts.append(RecordedInsert(what: link.label, path: link.target, offset: offset, line: line))
  }

  /// `**text**`, `__text__`, `*text*`, `_text_` or `` `text` `` at the start of `rest`: marks hug the text.
  private func emphasised(_ rest: Substring, after previous: Character?) -> (text: Substring, after: Substring)? {
    for mark in ["**", "__", "*", "_", "`"] where rest.hasPrefix(mark) {
      if previous?.isLetter == true || previous?.isNumber == true { return nil }
      let inner = rest.dropFirst(mark.count)
      guard let next = inner.first, !next.isWhitespace, let end = inner.firstRange(of: mark), !inner[..<end.lowerBound].isEmpty,
        inner[..<end.lowerBound].last?.isWhitespace == false
      else { continue }
      let follows = inner[end.upperBound...].first
      if mark.hasPrefix("_"), follows?.isLetter == true || follows?.isNumber == true { continue }
      return (inner[..<end.lowerBound], inner[end.upperBound...])
    }
    return nil
  }

  private mutating func dropComments() {
    if inComment {
      guard let end = text.firstRange(of: "-->") else {
        text = ""
        return
      }
      text = String(text[end.upperBound...])
      inComment = false
    }
    while let start = text.firstRange(of: "<!--") {
      guard let end = text[start.upperBound...].firstRange(of: "-->") else {
        text = String(text[..<start.lowerBound])
        inComment = true
        return
      }
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
  }

  private mutating func drop(_ count: Int) {
    text = String(text.dropFirst(count))
    cut += count
  }

  private func columnOf(_ rest: Substring) -> Int {
    cut + text.distance(from: text.startIndex, to: rest.startIndex) + 1
  }
}

/// `[label](target)` at the start of a text.
private struct MarkdownLink {
  let label: String
  let target: String
  let after: Substring

  init?(_ text: Substring) {
    guard text.first == "[", let close = text.firstIndex(of: "]") else { return nil }
    let tail = text[text.index(after: close)...]
    guard tail.first == "(", let end = tail.firstIndex(of: ")") else { return nil }
    label = String(text[text.index(after: text.startIndex)..<close])
    target = String(tail[tail.index(after: tail.startIndex)..<end]).trimmed
    after = tail[tail.index(after: end)...]
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
