internal import Bulletin
public import Schedule

/// A day on one page: the whole day with its sessions and quiet hours by zone, then each session drawn out with its items and its budget.
public struct DayPicture: Sendable {
  /// SVG 1.1, 1000 pixels wide.
  public let svg: String

  private static let (left, right) = (110.0, 980.0)
  private static let laneHeight = 18.0
  private static let lineHeight = 16.0

  public init(_ sheet: DaySheet, rules: StationRules, words: DayWords) {
    let lanes = rules.zones.isEmpty ? [words.everywhere] : rules.zones
    let rows = sheet.sessions.map { sheet.rows(of: $0.session.name) }
    let notes = sheet.conflicts.map { "\(words.session($0.session)): \(words.change($0.reason))" }
    let refusals = sheet.refusals.map { "\($0.title): \(words.reason($0.reason))" }
    var height = 130 + Double(lanes.count) * Self.laneHeight
    for rows in rows { height += 92 + Self.lineHeight * Double((rows.count + 1) / 2) }
    for list in [notes, refusals] where !list.isEmpty { height += 36 + Self.lineHeight * Double(list.count) }
    var drawing = Drawing(width: 1000, height: height)
    drawing.text(words.heading, 20, 30, size: 17)
    var top = 62.0
    Self.drawDay(sheet, rules, lanes, words, top: top, in: &drawing)
    top += Double(lanes.count) * Self.laneHeight + 58
    for (use, rows) in zip(sheet.sessions, rows) {
      Self.drawSession(use, rows, words, top: top, in: &drawing)
      top += 92 + Self.lineHeight * Double((rows.count + 1) / 2)
    }
    for (title, list) in [(words.changes, notes), (words.refusals, refusals)] where !list.isEmpty {
      drawing.text(title, 20, top, size: 13)
      for (index, line) in list.enumerated() {
        drawing.text("– " + Self.cut(line, 150), 30, top + 18 + Self.lineHeight * Double(index), size: 11, colour: "#333333")
      }
      top += 36 + Self.lineHeight * Double(list.count)
    }
    svg = drawing.svg
  }

  /// From midnight to midnight, a lane for each zone.
  private static func drawDay(
    _ sheet: DaySheet, _ rules: StationRules, _ lanes: [String], _ words: DayWords, top: Double, in drawing: inout Drawing
  ) {
    let midnight = LocalDateTime(date: sheet.date, secondOfDay: 0).unixSeconds * 1000
    func x(_ second: Double) -> Double { left + (right - left) * min(max(second, 0), 86_400) / 86_400 }
    let bottom = top + Double(lanes.count) * laneHeight
    drawing.text(words.wholeDay, 20, top - 8, size: 11, colour: "#555555")
    if let quiet = rules.quietHours, quiet.from != quiet.to {
      let parts =
        quiet.from < quiet.to ? [(quiet.from, quiet.to)] : [(0, quiet.to), (quiet.from, 86_400)]
      for (from, to) in parts {
        drawing.rectangle(
          x(Double(from)), top, width: x(Double(to)) - x(Double(from)), height: bottom - top, fill: "#e4e4e4")
      }
      drawing.text(words.quietHours, x(Double(parts.last?.0 ?? 0)) + 3, top - 8, size: 10, colour: "#777777")
    }
    for (index, lane) in lanes.enumerated() {
      let y = top + Double(index) * laneHeight
      drawing.text(cut(lane, 16), left - 6, y + 13, size: 11, anchor: .end)
      for row in sheet.rows where rules.zones.isEmpty || row.zones.contains(lane) {
        let start = Double(row.unixMilliseconds - midnight) / 1000
        let width = max(0.8, x(start + row.sound.seconds) - x(start))
        drawing.rectangle(x(start), y + 3, width: width, height: laneHeight - 6, fill: colour(row))
      }
      drawing.line(left, y, right, y, colour: "#cccccc")
    }
    drawing.line(left, bottom, right, bottom, colour: "#cccccc")
    for hour in stride(from: 0, through: 24, by: 2) {
      let place = x(Double(hour) * 3600)
      drawing.line(place, top, place, bottom + 4, colour: "#bbbbbb")
      drawing.text("\(hour)h", place, bottom + 16, size: 10, anchor: .middle, colour: "#555555")
    }
  }

  /// One session over its own minutes, its items numbered, named below.
  private static func drawSession(
    _ use: DaySheet.SessionUse, _ rows: [DaySheet.Row], _ words: DayWords, top: Double, in drawing: inout Drawing
  ) {
    let budget = max(use.budgetSeconds, use.usedSeconds, 1)
    func x(_ seconds: Double) -> Double { left + (right - left) * min(max(seconds, 0), budget) / budget }
    let clock = LocalDateTime(unixSeconds: use.startUnixMilliseconds / 1000)?.clock.prefix(5) ?? ""
    drawing.text("\(words.session(use.session.name)) \(clock)", 20, top, size: 14)
    drawing.text(
      "\(words.budget): \(DayWords.length(use.usedSeconds)) / \(DayWords.length(use.budgetSeconds)); \(words.zones(use.session.zones))",
      right, top, size: 11, anchor: .end, colour: "#555555")
    let bar = top + 12
    drawing.rectangle(left, bar, width: right - left, height: 26, fill: "#f4f4f4", stroke: "#bbbbbb")
    for (index, row) in rows.enumerated() {
      let start = Double(row.unixMilliseconds - use.startUnixMilliseconds) / 1000
      let width = max(1, x(start + row.sound.seconds) - x(start))
      drawing.rectangle(x(start), bar, width: width, height: 26, fill: colour(row), stroke: "#ffffff")
      if width > 14 { drawing.text("\(index + 1)", x(start) + width / 2, bar + 17, size: 10, anchor: .middle, colour: "#ffffff") }
    }
    let step = budget > 3600 ? 600.0 : budget > 1200 ? 300 : 60
    for second in stride(from: 0, through: budget, by: step) {
      drawing.line(x(second), bar + 26, x(second), bar + 30, colour: "#999999")
      drawing.text("\(Int(second / 60))'", x(second), bar + 41, size: 9, anchor: .middle, colour: "#555555")
    }
    let half = (rows.count + 1) / 2
    for (index, row) in rows.enumerated() {
      let column = index < half ? 0.0 : 1.0
      let y = bar + 58 + lineHeight * Double(index < half ? index : index - half)
      let place = 30 + column * 480
      drawing.rectangle(place, y - 9, width: 9, height: 9, fill: colour(row))
      let line = "\(index + 1). \(row.starts?.clock ?? "") \(words.name(row)) (\(DayWords.length(row.sound.seconds)))"
      drawing.text(cut(line, 74), place + 14, y, size: 11)
    }
  }

  private static func colour(_ row: DaySheet.Row) -> String {
    switch row.item {
    case .chime, .greeting, .closing, .repeatIntro: "#8c8c8c"
    case .relay: "#2e7d32"
    case .music: "#9c6bb3"
    case .notice(_, _, .priority, _): "#d35400"
    case .notice: "#2b6ca3"
    }
  }

  private static func cut(_ text: String, _ most: Int) -> String { text.count > most ? text.prefix(most - 1) + "…" : text }
}
