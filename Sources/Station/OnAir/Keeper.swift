internal import Bulletin
internal import Foundation
internal import Schedule
internal import Store

/// The part of a running station that waits for disks and databases, so that what decides and what sounds never does.
actor Keeper {
  /// All that a rundown begins with, or goes on with.
  struct Plan: Sendable {
    var planner: Planner
    var candidates: Candidates
  }

  /// What may run out.
  struct Disk: Sendable, Hashable {
    /// Of the disk with the station's directory; nil when it can't be asked.
    var freeBytes: Int?
    /// Log rows that wait for the database.
    var spooledRows = 0

    /// Less than a day's sounds and log need.
    var isLow: Bool { freeBytes.map { $0 < 50_000_000 } ?? false }
  }

  private let environment: [String: String]
  private let home: StationHome
  private var station: Station?
  private var spool: AsRunSpool
  private var version: String?
  /// What files other than the database were like, and when that was last looked at: they are many and change rarely.
  private var conditions = ""
  private var settings: String?
  private var looked: ContinuousClock.Instant?
  /// What was heard and is not in the database yet.
  private var proofs: [ProofRow] = []
  private var savedRows: [DaySheet.Row] = []

  init(_ station: Station, environment: [String: String]) {
    self.environment = environment
    home = station.home
    spool = AsRunSpool(path: home.spool)
  }

  /// What an earlier run left of the days around `now`: planned rows, endings, and where sounds broke off.
  func past(now: Int) throws(StationError) -> (rows: [DaySheet.Row], endings: [Slot: OnAir.Ending], newest: Int) {
    let record = OnAirRecord.load(home.onAirRecord)
    savedRows = record.rows
    var endings: [Slot: OnAir.Ending] = [:]
    for position in PositionFile(path: home.positions).load() {
      endings[position.slot] = .interrupted(atSeconds: position.seconds, unixMilliseconds: position.unixMilliseconds)
    }
    for line in spool.lines { endings[line.slot] = line.ending }
    let station = try current()
    let today = LocalDateTime(unixSeconds: now / 1000)?.date
    for back in [1, 0] {
      guard let today, let date = CivilDate(daysSinceEpoch: today.daysSinceEpoch - back) else { continue }
      for row in try station.asRun(on: date) { endings[row.slot] = row.outcome.ending }
    }
    return (record.rows, endings, try station.kept { store throws(StoreError) in try store.newestMoment() })
  }

  /// The plan's inputs, when they differ from those given last; nil when nothing has changed.
  func plan(now: Int) throws(StationError) -> Plan? {
    let station = try current()
    if looked.map({ .now - $0 > .seconds(15) }) ?? true {
      conditions = ApprovalConditions(of: station).station
      looked = .now
    }
    let settings = station.settingsVersion
    let version =
      station.databaseVersion + settings + conditions + (LocalDateTime(unixSeconds: now / 1000)?.date.description ?? "")
    guard version != self.version, let today = LocalDateTime(unixSeconds: now / 1000)?.date else { return nil }
    let fresh = settings == self.settings ? station : try Station(environment: environment)
    self.station = fresh
    self.settings = settings
    let candidates = try fresh.candidates(before: today)
    let planner = Planner(rules: fresh.configuration.rules, fixtures: try fresh.fixtures())
    self.version = version
    return Plan(planner: planner, candidates: candidates)
  }

  /// Keeps rows of the log, on the disk first, then in the database.
  /// - Returns: why the database did not take them; they wait.
  func log(_ entries: [Rundown.Entry]) -> StationError? {
    spool.append(entries.map(AsRunSpool.Line.init))
    return flush()
  }

  /// A proof is kept with the next rows of the log; a kill before that loses it.
  func keep(_ proof: ProofRow) { proofs = proofs.suffix(1000) + [proof] }

  /// Puts what waits into the database.
  func flush() -> StationError? {
    guard !spool.isEmpty || !proofs.isEmpty else { return nil }
    do throws(StationError) {
      let store = try current().store()
      do throws(StoreError) {
        try spool.flush(into: store)
        try store.keep(proofs)
        proofs = []
      } catch {
        throw StationError.store(error)
      }
      return nil
    } catch {
      return error
    }
  }

  /// Keeps the rows as planned for a run after this one.
  func save(_ rows: [DaySheet.Row], of station: Station) {
    guard rows != savedRows else { return }
    savedRows = rows
    try? OnAirRecord(rows: rows).save(home.onAirRecord)
    station.keepScheduled(rows)
  }

  /// What sounds when nothing that was planned can.
  func identification() -> [Int16] { (try? current())?.identificationSound() ?? [] }

  var disk: Disk {
    var information = statvfs()
    let isKnown = statvfs(home.path, &information) == 0
    return Disk(
      freeBytes: isKnown ? Int(clamping: UInt64(information.f_bavail) &* UInt64(information.f_frsize)) : nil,
      spooledRows: spool.lines.count)
  }

  func save(_ positions: [OnAirRecord.Position]) { PositionFile(path: home.positions).save(positions) }

  private func current() throws(StationError) -> Station {
    if let station { return station }
    let fresh = try Station(environment: environment)
    station = fresh
    return fresh
  }
}

extension AsRunRow.Outcome {
  /// For a rundown that starts.
  var ending: OnAir.Ending {
    switch self {
    case .played: .played
    case .interrupted: .ended
    case .skipped: .skipped
    case .missed: .missed
    }
  }
}
