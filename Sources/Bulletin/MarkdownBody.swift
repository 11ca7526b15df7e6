internal import Settings

/// The body of a notice with Markdown's marks taken off, one line for each line of the file.
struct MarkdownBody {
  private var lines: [Line] = []
  private(set) var problems: [SettingsProblem] = []

  private struct Line {
    var text: String
    var isHeading = false
    var inserts: [RecordedInsert] = []
  }

  init(_ source: ArraySlice<Substring>, firstLine: Int) {
    var inComment = false
    for (index, raw) in source.enumerated() {
      var cleaner = MarkdownLine(raw, line: firstLine + index, inComment: inComment)
      let isHeading = cleaner.takeHeadingMark()
      cleaner.takeBlockMarks()
      cleaner.takeInlineMarks()
      inComment = cleaner.inComment
      problems += cleaner.problems
      lines.append(Line(text: cleaner.text, isHeading: isHeading, inserts: cleaner.inserts))
    }
  }

  /// Removes the first heading, or the first line, and returns it.
  mutating func takeTitle() -> String? {
    let written = lines.indices.filter { !lines[$0].text.isEmpty }
    guard let index = written.first(where: { lines[$0].isHeading }) ?? written.first else { return nil }
    defer { lines[index] = Line(text: "", inserts: lines[index].inserts) }
    return lines[index].text
  }

  /// Removes the first written line when it only says the title again.
  mutating func dropHeading(equalTo title: String) {
    guard let index = lines.firstIndex(where: { !$0.text.isEmpty }),
      SettingsKey(title).matches(lines[index].text)
    else { return }
    lines[index] = Line(text: "", inserts: lines[index].inserts)
  }

  var text: String { lines.map(\.text).joined(separator: "\n") }

  /// UTF-8 ranges of `text` that are headings.
  var headings: [Range<Int>] {
    zip(lines, starts).compactMap { line, start in
      line.isHeading && !line.text.isEmpty ? start..<(start + line.text.utf8.count) : nil
    }
  }

  /// Recordings, with offsets into `text`.
  var inserts: [RecordedInsert] {
    zip(lines, starts).flatMap { line, start in
      line.inserts.map { insert in
        var insert = insert
        insert.offset += start
        return insert
      }
    }
  }

  private var starts: [Int] {
    var offset = 0
    return lines.map { line in
      defer { offset += line.text.utf8.count + 1 }
      return offset
    }
  }
}
