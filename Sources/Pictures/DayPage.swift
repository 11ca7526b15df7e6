internal import Bulletin
public import Schedule

/// Day sheets as one HTML page to print on A4, tick off and sign.
public struct DayPage: Sendable {
  public let html: String

  /// - Parameters:
  ///   - sheets: each on its own sheet of paper, with its words.
  ///   - logHead: the hash that stands for all the as-run log holds by now; printed at the foot, it ties paper and log together.
  public init(_ sheets: [(sheet: DaySheet, words: DayWords)], logHead: String) {
    let pages = sheets.map { Self.page($0.sheet, $0.words, logHead: logHead) }
    html = """
      <!DOCTYPE html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <title>\(Drawing.escaped(sheets.first?.words.heading ?? ""))</title>
      <style>
      @page { size: A4; margin: 15mm }
      body { font: 11pt "DejaVu Sans", Arial, sans-serif; color: #000; max-width: 180mm; margin: auto }
      h1 { font-size: 15pt } h2 { font-size: 12pt; margin: 14pt 0 4pt }
      table { border-collapse: collapse; width: 100% }
      th, td { border: 0.5pt solid #666; padding: 2pt 4pt; text-align: left; vertical-align: top }
      td.number { text-align: right } td.tick { width: 14mm }
      tr { break-inside: avoid } section { break-after: page } section:last-child { break-after: auto }
      .signatures { display: flex; justify-content: space-around; margin-top: 12mm; text-align: center }
      footer { font-size: 8pt; color: #555; overflow-wrap: anywhere }
      .signatures div { height: 32mm } .signatures small { color: #555 }
      </style>
      </head>
      <body>
      \(pages.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private static func page(_ sheet: DaySheet, _ words: DayWords, logHead: String) -> String {
    let e = Drawing.escaped
    var lines = ["<section>", "<h1>\(e(words.heading))</h1>"]
    for use in sheet.sessions {
      let clock = LocalDateTime(unixSeconds: use.startUnixMilliseconds / 1000)?.clock.prefix(5) ?? ""
      lines.append(
        "<h2>\(e(words.session(use.session.name))) \(clock) – \(e(words.budget)) \(DayWords.length(use.usedSeconds)) / "
          + "\(DayWords.length(use.budgetSeconds))</h2>")
      lines.append(
        "<table><tr>"
          + [words.time, words.length, words.content, words.noticeClass, words.zones, words.aired].map { "<th>\(e($0))</th>" }
          .joined() + "</tr>")
      for row in sheet.rows(of: use.session.name) {
        var className = ""
        if case .notice(_, _, let noticeClass, _) = row.item { className = words.className(noticeClass) }
        lines.append(
          "<tr><td>\(row.starts?.clock ?? "")</td><td class=\"number\">\(DayWords.length(row.sound.seconds))</td>"
            + "<td>\(e(words.name(row)))</td><td>\(e(className))</td><td>\(e(words.zones(row.zones)))</td><td class=\"tick\"></td></tr>"
        )
      }
      lines.append("</table>")
    }
    let changes = sheet.conflicts.map { "\(words.session($0.session)): \(words.change($0.reason))" }
    let refusals = sheet.refusals.map { "\($0.title): \(words.reason($0.reason))" }
    for (title, list) in [(words.changes, changes), (words.refusals, refusals)] where !list.isEmpty {
      lines.append("<h2>\(e(title))</h2><ul>" + list.map { "<li>\(e($0))</li>" }.joined() + "</ul>")
    }
    lines.append(
      "<div class=\"signatures\">"
        + [words.maker, words.approver].map { "<div>\(e($0))<br><small>\(e(words.signature))</small></div>" }
        .joined() + "</div>")
    lines.append("<footer>\(e(words.logHead)): <code>\(e(logHead))</code></footer>")
    lines.append("</section>")
    return lines.joined(separator: "\n")
  }
}
