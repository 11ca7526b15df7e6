internal import Settings

/// Reads the text of a notice's file: an optional YAML header, then Markdown or plain text.
public struct BulletinParser: Sendable {
  public init() {}

  /// Parses a notice.
  /// - Parameters:
  ///   - text: the whole file, decoded.
  ///   - file: the file's name as the author knows it, for messages.
  ///   - id: the notice's id; the file's name without its extension.
  /// - Throws: `BulletinError` with every fault found: line, column, what is wrong, what to write instead.
  public func parse(_ text: String, file: String, id: String) throws(BulletinError) -> Bulletin {
    let lines = Self.lines(of: text)
    guard lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { throw .empty(file: file) }
    var problems: [SettingsProblem] = []
    let split = HeaderSplit(lines)
    var header = BulletinHeader()
    switch split {
    case .unterminated(let line):
      problems.append(
        SettingsProblem(
          line: line, column: 1,
          kind: .other(
            vietnamese:
              "phần khai báo bắt đầu bằng «---» nhưng không có dòng «---» kết thúc. Hãy thêm dòng «---» sau khóa cuối cùng.",
            english: "the header opens with «---» but no «---» line ends it. Add a «---» line after the last key.")))
    case .header(let yaml, let firstLine, _):
      do { header = try BulletinHeader(yaml: yaml, file: file, firstLine: firstLine) } catch { problems += error.problems }
    case .none: break
    }
    let bodyStart = split.bodyStart
    var body = MarkdownBody(lines[min(bodyStart, lines.count)...], firstLine: bodyStart + 1)
    problems += body.problems
    let title = header.title ?? body.takeTitle()
    if let title, header.title != nil { body.dropHeading(equalTo: title) }
    guard problems.isEmpty else { throw .malformed(SettingsError(file: file, problems: problems)) }
    guard let title else { throw .empty(file: file) }
    var bulletin = Bulletin(id: id, title: title, body: body.text, inserts: body.inserts)
    bulletin.bodyFirstLine = bodyStart + 1
    bulletin.headings = body.headings
    header.apply(to: &bulletin)
    return bulletin
  }

  /// Lines ended by LF, by CR LF as on Windows, or by CR as on old Macs. By bytes: a plan parses every notice there is.
  private static func lines(of text: String) -> [Substring] {
    let bytes = text.utf8
    var lines: [Substring] = []
    var (start, at) = (bytes.startIndex, bytes.startIndex)
    while at < bytes.endIndex {
      let byte = bytes[at]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        at = bytes.index(after: at)
        continue
      }
      lines.append(text[start..<at])
      at = bytes.index(after: at)
      if byte == UInt8(ascii: "\r"), at < bytes.endIndex, bytes[at] == UInt8(ascii: "\n") { at = bytes.index(after: at) }
      start = at
    }
    lines.append(text[start...])
    return lines
  }
}

/// Where the header of a notice ends and its body begins; lines are counted from 0.
private enum HeaderSplit {
  case none
  case unterminated(line: Int)
  case header(yaml: String, firstLine: Int, bodyStart: Int)

  init(_ lines: [Substring]) {
    guard let open = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }), Self.isFence(lines[open]) else {
      self = .none
      return
    }
    guard let close = lines[(open + 1)...].firstIndex(where: Self.isFence) else {
      // A rule of dashes above a plain text is no header.
      let looksLikeHeader = lines[(open + 1)...].prefix(1).contains { $0.contains(": ") }
      self = looksLikeHeader ? .unterminated(line: open + 1) : .none
      return
    }
    let yaml = lines[(open + 1)..<close].joined(separator: "\n")
    self = .header(yaml: yaml, firstLine: open + 2, bodyStart: close + 1)
  }

  var bodyStart: Int {
    if case .header(_, _, let start) = self { return start }
    return 0
  }

  private static func isFence(_ line: Substring) -> Bool {
    var line = line
    while line.last?.isWhitespace == true { line.removeLast() }
    return line == "---"
  }
}
