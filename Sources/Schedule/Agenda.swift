internal import Bulletin

/// Notices made ready for planning: what does not change from day to day is worked out once.
public struct Agenda: Sendable {
  var notices: [Notice]
  /// What decides between two notices, by place.
  let ranks: [Rank]
  /// For each session, those that share a zone with it, a bit for each.
  let neighbours: [UInt64]

  struct Rank: Sendable {
    let noticeClass: Int
    let deadline: Int
    /// Behind the plays.
    let issued: Int
  }

  struct Notice: Sendable {
    var candidate: Candidate
    /// The sessions it may air in, a bit for each of the rules' first 64.
    let sessions: UInt64
    let unknownSessions: [String]
    /// Where it is heard in each session.
    let zones: [Zones]
    /// Names that the station does not have.
    let unknownZones: [String]
    /// Whether none of its zones is the station's.
    let isNowhere: Bool
  }

  /// - Parameter rules: those of the planner that the agenda is for; at most 64 sessions.
  public init(_ candidates: [Candidate], rules: StationRules) {
    precondition(rules.sessions.count <= 64, "a station has at most 64 sessions")
    let ordered = candidates.sorted { $0.bulletin.id < $1.bulletin.id }
    var named: [String: UInt64] = [:]
    func mask(_ name: String) -> UInt64 {
      if let known = named[name] { return known }
      var mask: UInt64 = 0
      for (index, session) in rules.sessions.enumerated() where session.isNamed(name) { mask |= 1 << UInt64(index) }
      named[name] = mask
      return mask
    }
    notices = ordered.map { candidate in
      let bulletin = candidate.bulletin
      let unknown = Self.unknown(bulletin.zones, among: rules.zones)
      var zones = bulletin.zones
      if !unknown.isEmpty, case .named(let names) = zones { zones = .named(names.filter { !unknown.contains($0) }) }
      let asked = bulletin.air.sessions.reduce(0 as UInt64) { $0 | mask($1) }
      let heard = rules.sessions.map { $0.zones.intersection(zones) }
      var audible: UInt64 = 0
      for (index, zones) in heard.enumerated() where !zones.isNone { audible |= 1 << UInt64(index) }
      return Notice(
        candidate: candidate, sessions: (bulletin.air.sessions.isEmpty ? ~0 : asked) & audible,
        unknownSessions: bulletin.air.sessions.filter { mask($0) == 0 }, zones: heard, unknownZones: unknown,
        isNowhere: zones.isNone)
    }
    ranks = ordered.map(\.bulletin).map { bulletin in
      Rank(
        noticeClass: bulletin.noticeClass == .priority ? 0 : 1, deadline: bulletin.validity.last?.daysSinceEpoch ?? .max,
        issued: bulletin.issued?.unixSeconds ?? .max)
    }
    neighbours = rules.sessions.map { session in
      rules.sessions.enumerated().reduce(0) { mask, other in
        other.element.zones.intersection(session.zones).isNone ? mask : mask | 1 << UInt64(other.offset)
      }
    }
  }

  private static func unknown(_ zones: Zones, among known: [String]) -> [String] {
    guard case .named(let names) = zones, !known.isEmpty else { return [] }
    return names.filter { !Zones.named(known).contains($0) }
  }

  /// Whether a notice is among them.
  func holds(_ id: String) -> Bool { notices.contains { $0.candidate.bulletin.id == id } }

  /// Counts what a sheet plays, for planning the days after it.
  public mutating func count(_ sheet: DaySheet) {
    var last: [String: (plays: Int, at: Int)] = [:]
    for row in sheet.rows {
      guard case .notice(let id, _, _, _) = row.item else { continue }
      last[id] = ((last[id]?.plays ?? 0) + 1, row.unixMilliseconds)
    }
    for index in notices.indices {
      guard let played = last[notices[index].candidate.bulletin.id] else { continue }
      notices[index].candidate.plays += played.plays
      notices[index].candidate.lastUnixMilliseconds = played.at
    }
  }
}
