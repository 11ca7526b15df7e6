internal import Foundation
internal import VietnameseText

/// A reading as a person or a program sees it.
struct ReadingView {
  /// One token under the keys of `loa read --json`.
  struct Record: Encodable {
    let utterance: Int
    let start: Int
    let end: Int
    let written: String
    let spoken: String
    let `class`: String
    let rule: String
    let flag: String
    let reason: String?
    let suggestion: String?
  }

  let records: [Record]
  private let showsRules: Bool

  init(_ reading: SpokenText, showsRules: Bool) {
    self.showsRules = showsRules
    let bytes = Array(reading.source.utf8)
    records = reading.utterances.enumerated().flatMap { index, utterance in
      utterance.tokens.map { token in
        let doubt: Doubt? =
          switch token.flag {
          case .sure: nil
          case .ambiguous(let doubt), .unknown(let doubt): doubt
          }
        return Record(
          utterance: index, start: token.range.lowerBound, end: token.range.upperBound,
          written: String(decoding: bytes[token.range.clamped(to: 0..<bytes.count)], as: UTF8.self), spoken: token.spoken,
          class: token.semioticClass.rawValue, rule: token.rule.rawValue, flag: token.flag.name,
          reason: doubt.map { text($0.vietnamese, $0.english) }, suggestion: doubt?.suggestion)
      }
    }
  }

  /// Written | spoken | class | flag; plain words of one utterance share a row, everything decided has its own.
  func printTable() {
    var header: [(String, Table.Alignment)] = [
      (text("VIẾT", "WRITTEN"), .left), (text("ĐỌC", "SPOKEN"), .left), (text("LOẠI", "CLASS"), .left),
      (text("CỜ", "FLAG"), .left),
    ]
    if showsRules { header.append((text("QUY TẮC", "RULE"), .left)) }
    var table = Table(header.map { (title: $0.0, alignment: $0.1) })
    for row in rows {
      var cells = [clipped(row.written), clipped(row.spoken), row.class, coloured(row)]
      if showsRules { cells.append(row.rule) }
      table.add(cells)
    }
    for line in table.lines { print(line) }
    let flagged = records.filter { $0.flag != "sure" }
    print("")
    if flagged.isEmpty {
      print(text("Không có chỗ nào cần xem lại.", "No token needs a look."))
    } else {
      print(text("\(flagged.count) chỗ cần xem lại.", "\(flagged.count) token(s) need a look."))
    }
  }

  private var rows: [Record] {
    var rows: [Record] = []
    for record in records where !(record.class == "silent" && record.written.allSatisfy(\.isWhitespace)) {
      if let last = rows.last, !showsRules, last.utterance == record.utterance, last.flag == "sure", record.flag == "sure",
        last.class == "word", record.class == "word"
      {
        rows[rows.count - 1] = Record(
          utterance: last.utterance, start: last.start, end: record.end, written: last.written + " " + record.written,
          spoken: last.spoken + " " + record.spoken, class: last.class, rule: last.rule, flag: last.flag, reason: nil,
          suggestion: nil)
      } else {
        rows.append(record)
      }
    }
    return rows
  }

  private func coloured(_ row: Record) -> String {
    guard row.flag != "sure" else { return "" }
    let words = [row.reason, row.suggestion.map { text("thử: ", "try: ") + $0 }].compactMap(\.self).joined(separator: "; ")
    let shown = (row.flag == "unknown" ? text("chưa biết", "unknown") : text("chưa chắc", "unsure")) + ": " + words
    guard Terminal.hasColour else { return shown }
    return "\u{1B}[\(row.flag == "unknown" ? "31" : "33")m\(shown)\u{1B}[0m"
  }

  private func clipped(_ cell: String) -> String {
    let line = cell.replacing("\n", with: "⏎").replacing("\t", with: " ")
    let limit = max(24, Terminal.columns / 2 - 14)
    return line.count <= limit ? line : String(line.prefix(limit - 1)) + "…"
  }
}

extension Flag {
  fileprivate var name: String {
    switch self {
    case .sure: "sure"
    case .ambiguous: "ambiguous"
    case .unknown: "unknown"
    }
  }
}
