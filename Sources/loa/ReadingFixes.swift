internal import Foundation
internal import VietnameseText

/// The lexicon lines that would settle a reading's flags. Nothing is chosen: where a form has several senses each has its
/// line, and where it has none the line says what is said now.
struct ReadingFixes {
  /// One flagged form.
  struct Fix {
    let written: String
    let doubt: Doubt
    /// Written and spoken; one, or the senses to choose from.
    let lines: [String]
    /// Whether it holds in this notice only: numbers and dates mean something else in the next.
    let isOfNotice: Bool
  }

  let fixes: [Fix]

  init(_ reading: SpokenText, lexicon: Lexicon) {
    var seen: Set<String> = []
    fixes = reading.flagged.compactMap { token in
      let doubt: Doubt
      switch token.flag {
      case .sure: return nil
      case .ambiguous(let found), .unknown(let found): doubt = found
      }
      let written = reading.written(token).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !written.isEmpty, seen.insert(written).inserted else { return nil }
      if written.contains(where: \.isNumber) {
        return Fix(written: written, doubt: doubt, lines: [Self.headerLine(written, token.spoken)], isOfNotice: true)
      }
      var spoken: Set<String> = []
      let senses = lexicon.senses(of: written).filter { spoken.insert($0.spoken).inserted }
      let lines =
        senses.count > 1
        ? senses.map { LexiconEntry(written: written, spoken: $0.spoken, kind: $0.kind).line }
        : [doubt.suggestion ?? LexiconEntry(written: written, spoken: token.spoken, kind: .word).line]
      return Fix(written: written, doubt: doubt, lines: lines, isOfNotice: false)
    }
  }

  /// Prints the lines of each tier, ready to be copied, under comments that say what to look at.
  func print(lexiconPath: String) {
    if fixes.isEmpty {
      Swift.print(text("# Không có chỗ nào cần sửa.", "# Nothing needs settling."))
      return
    }
    section(
      fixes.filter { !$0.isOfNotice }, mark: "#",
      title: text(
        "Từ điển của đài (\(lexiconPath)). Sửa cột thứ hai cho đúng cách đọc; nhiều dòng cho một chữ thì giữ lại một.",
        "The station's lexicon (\(lexiconPath)). Put the second column right; of several lines for one form keep one."))
    section(
      fixes.filter(\.isOfNotice), mark: "#",
      title: text(
        "Đầu tệp thông báo, dưới mục «cách đọc:». Sửa phần sau dấu hai chấm cho đúng.",
        "The head of the notice's file, under «cách đọc:». Put what follows the colon right."))
  }

  private func section(_ fixes: [Fix], mark: String, title: String) {
    guard !fixes.isEmpty else { return }
    Swift.print("\(mark) \(title)")
    for fix in fixes {
      Swift.print("\(mark) “\(fix.written)”: \(text(fix.doubt.vietnamese, fix.doubt.english))")
      for line in fix.lines { Swift.print(line) }
    }
  }

  private static func headerLine(_ written: String, _ spoken: String) -> String {
    "  \"\(written.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\": \(spoken)"
  }
}
