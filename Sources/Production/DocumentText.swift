internal import Foundation
internal import Settings

/// What pandoc made of a document, as a notice: the document's title first, table rows in one line each, no pictures.
struct DocumentText {
  let notice: String

  init(_ markdown: String) {
    var lines = markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    var result: [String] = []
    if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
      let header = lines[(lines.startIndex + 1)..<end].joined(separator: "\n")
      if var map = try? SettingsMap(yaml: header, file: ""), let title = map.text(SettingsKey("title"))?.value {
        result += ["# " + title, ""]
      }
      lines = lines[(end + 1)...]
    }
    // Pipe tables have a rule under their first row, grid tables have borders.
    let hasGrids = lines.contains { $0.hasPrefix("+-") }
    var cells: [String] = []
    for line in lines {
      if line.hasPrefix("+-") || line.hasPrefix("+=") {
        // The border of a grid table ends a row, whose cells may have taken several lines.
        if cells.contains(where: { !$0.isEmpty }) { result.append(cells.joined(separator: " | ")) }
        cells = []
        continue
      }
      if line.hasPrefix("|"), line.hasSuffix("|"), !line.hasPrefix("|-"), hasGrids {
        let parts = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespaces) }
        if cells.count != parts.count { cells = parts.map { _ in "" } }
        for (index, part) in parts.enumerated() where !part.isEmpty {
          cells[index] += (cells[index].isEmpty ? "" : " ") + part
        }
        continue
      }
      result.append(Self.withoutPictures(line))
    }
    notice = result.joined(separator: "\n")
  }

  /// Pictures say nothing; recordings cannot come from a document, whose sounds stay inside it.
  private static func withoutPictures(_ line: Substring) -> String {
    var rest = line
    var kept = ""
    while let start = rest.firstRange(of: "!["), let close = rest[start.upperBound...].firstRange(of: "]("),
      let end = rest[close.upperBound...].firstIndex(of: ")")
    {
      kept += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return kept + rest
  }
}
