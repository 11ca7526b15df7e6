internal import Bulletin
internal import Schedule
internal import Store

/// A day of the as-run log as a person, a spreadsheet or a printer takes it.
struct LogView {
  let date: CivilDate
  let rows: [AsRunRow]
  /// What microphones heard.
  var proofs: [ProofRow] = []
  /// The hash of the log's last row.
  let head: String

  private var heading: String {
    text("NHẬT KÝ PHÁT \(date.weekday.vietnamese), ngày \(date.vietnamese)", "AS-RUN LOG \(date)")
  }

  private var columns: [String] {
    let heard = proofs.isEmpty ? [] : [text("NGHE LẠI", "HEARD")]
    return [text("GIỜ", "TIME"), text("BUỔI", "SESSION"), text("NỘI DUNG", "ITEM"), text("KẾT QUẢ", "RESULT")] + heard
  }

  private func cells(_ row: AsRunRow) -> [String] {
    let started = row.startedUnixMilliseconds.flatMap { LocalDateTime(unixSeconds: $0 / 1000) }
    return [started?.clock ?? "–", row.session, SlotWords.title(row.title), row.outcome.sentence]
      + (proofs.isEmpty ? [] : [heard(row)])
  }

  /// How well each loudspeaker was heard, in per cent of likeness.
  private func heard(_ row: AsRunRow) -> String {
    proofs.filter { $0.slot == row.slot }
      .map { "\($0.output) \(Int((max(0, $0.correlation) * 100).rounded())) %" }.joined(separator: ", ")
  }

  var page: String {
    guard !rows.isEmpty else { return heading + "\n" + text("Chưa phát gì.", "Nothing has aired.") }
    var table = Table(columns.map { ($0, .left) })
    for row in rows { table.add(cells(row)) }
    return ([heading, ""] + table.lines).joined(separator: "\n")
  }

  /// RFC 4180, with a header line.
  var csv: String {
    let header =
      ["row", "date", "session", "slot", "notice", "title", "started", "outcome", "reason"] + (proofs.isEmpty ? [] : ["heard"])
    let lines = rows.enumerated().map { index, row in
      let (outcome, reason) = row.outcome.columns
      let started = row.startedUnixMilliseconds.flatMap { LocalDateTime(unixSeconds: $0 / 1000) }?.description ?? ""
      return [
        "\(index + 1)", row.date.description, row.session, row.slot.description, row.notice ?? "", row.title, started, outcome,
        reason ?? "",
      ] + (proofs.isEmpty ? [] : [heard(row)])
    }
    return ([header] + lines).map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    cell.contains(where: { ",\"\r\n".contains($0) }) ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }

  var html: String {
    func e(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
    let body = rows.map { "<tr>" + cells($0).map { "<td>\(e($0))</td>" }.joined() + "</tr>" }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="vi"><head><meta charset="utf-8"><title>\(e(heading))</title>
      <style>@page { size: A4; margin: 15mm } body { font: 11pt "DejaVu Sans", Arial, sans-serif } table { border-collapse: collapse; width: 100% }
      th, td { border: 0.5pt solid #666; padding: 2pt 4pt; text-align: left } footer { margin-top: 8mm; font-size: 9pt; color: #555 }</style>
      </head><body><h1>\(e(heading))</h1>
      <table><tr>\(columns.map { "<th>\(e($0))</th>" }.joined())</tr>
      \(body)
      </table><footer>\(e(text("Mã kiểm nhật ký", "Head of the log"))): \(head)</footer></body></html>

      """
  }
}

extension AsRunRow.Outcome {
  /// How it ended, in the person's language; reasons are kept as the player wrote them.
  var sentence: String {
    switch self {
    case .played: text("đã phát", "played")
    case .interrupted(let reason): text("bị ngắt (\(SlotWords.reason(reason)))", "interrupted (\(reason))")
    case .skipped(let reason): text("bỏ qua: \(SlotWords.reason(reason))", "skipped: \(reason)")
    case .missed(let reason): text("lỡ: \(SlotWords.reason(reason))", "missed: \(reason)")
    }
  }
}
