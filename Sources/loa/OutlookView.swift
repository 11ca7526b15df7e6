internal import Bulletin
internal import Schedule
internal import Station

/// When a notice will air, in words for whoever has just written it.
struct OutlookView {
  let lines: [String]

  /// - Parameter seconds: how long the notice is.
  init(_ outlook: Outlook, seconds: Double) {
    var lines = outlook.refusals.filter { $0.reason.isOfTheDay }.prefix(3).map { date, reason in
      "  " + text("Ngày \(date.vietnamese): \(reason.vietnamese).", "\(date): \(reason.english).")
    }
    if let row = outlook.row, let use = outlook.use {
      let clock = row.starts.map { "\($0.clock.prefix(5))" } ?? ""
      let (used, budget) = (Format.length(use.usedSeconds), Format.length(use.budgetSeconds))
      let date = row.slot.date
      lines.append(
        "  "
          + text(
            "Dự kiến phát: buổi \(row.session) ngày \(date.vietnamese), \(clock). Buổi ấy dùng \(used) trong \(budget), tin này \(Format.length(seconds)).",
            "Airs, once approved: session \(row.session) on \(date), \(clock). It uses \(used) of \(budget), this notice \(Format.length(seconds))."
          ))
    } else if let last = outlook.refusals.last {
      lines.append(
        "  "
          + text(
            "Trong 31 ngày tới tin này chưa có buổi nào: \(last.reason.vietnamese).",
            "No session takes it within 31 days: \(last.reason.english)."))
    }
    self.lines = lines
  }
}

extension Refusal.Reason {
  /// Whether its author would want to know: not that there is no session on a Sunday, or that the notice begins on Monday.
  fileprivate var isOfTheDay: Bool {
    switch self {
    case .doesNotFit, .tooSoon, .noSuchSession, .noSuchZone, .tooLong: true
    case .expired, .notYetValid, .otherDay, .emergency, .playedOut, .noSession: false
    }
  }
}
