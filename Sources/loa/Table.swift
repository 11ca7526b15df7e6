/// Columns of text, each as wide as its widest cell.
struct Table {
  enum Alignment { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]]

  init(_ header: [(title: String, alignment: Alignment)]) {
    alignments = header.map(\.alignment)
    rows = [header.map(\.title)]
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The rows, a rule under the first; the last left-aligned column is not padded.
  var lines: [String] {
    let widths = alignments.indices.map { column in rows.map { width($0[column]) }.max() ?? 0 }
    var lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: widths[column] - width(cell))
        return alignments[column] == .right ? pad + cell : cell + pad
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    lines.insert(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), at: 1)
    return lines
  }

  /// Columns on a terminal: emoji and full-width letters take two, colour codes none.
  private func width(_ text: String) -> Int {
    var width = 0
    var inEscape = false
    for character in text {
      if character == "\u{1B}" { inEscape = true }
      if !inEscape {
        width +=
          character.unicodeScalars.contains {
            $0.properties.isEmojiPresentation || (0x1100...0x115F ~= $0.value) || (0x2E80...0xA4CF ~= $0.value)
              || (0xFF00...0xFF60 ~= $0.value)
          } ? 2 : 1
      }
      if inEscape, character == "m" { inEscape = false }
    }
    return width
  }
}
