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

    /// Less than a day's sounds and log need.
    var isLow: Bool { freeBytes.map { $0 < 50_000_000 } ?? false }
  }

  private let environment: [String: String]
  private let home: StationHome
  private var station: Station?
  private var version: String?
  /// What files other than the database were like, and when that was last looked at: they are many and change rarely.
  private var conditions = ""
  private var settings: String?
  private var looked: ContinuousClock.Instant?
  /// What was heard and is not in the database yet.
  private var proofs: [ProofRow] = []
  private var scheduled: [DaySheet.Row] = []

  init(_ station: Station, environment: [String: String]) {
    self.environment = environment
    home = station.home
  }

  /// What the log says of the days around `now`, and the newest moment the station has written down.
  func past(now: Int) throws(StationError) -> (endings: [Slot: OnAir.Ending], newest: Int) {
    var endings: [Slot: OnAir.Ending] = [:]
    let station = try current()
    let today = LocalDateTime(unixSeconds: now / 1000)?.date
    for back in [1, 0] {
      guard let today, let date = CivilDate(daysSinceEpoch: today.daysSinceEpoch - back) else { continue }
      for row in try station.asRun(on: date) { endings[row.slot] = row.outcome.ending }
    }
    return (endings, try station.kept { store throws(StoreError) in try store.newestMoment() })
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

  /// A proof is kept with the next rows of the log; a kill before that loses it.
  func keep(_ proof: ProofRow) { proofs = proofs.suffix(1000) + [proof] }

  /// Puts rows of the log into the database.
  /// - Returns: why it did not take them; nil when it has them all.
  func log(_ lines: [AsRunSpool.Line]) -> StationError? {
    guard !lines.isEmpty || !proofs.isEmpty else { return nil }
    do throws(StationError) {
      let store = try current().store()
      do throws(StoreError) {
        for line in lines {
          do throws(StoreError) { try store.append([AsRunRow(line)]) } catch {
            // A run before this one got as far as the database and not as far as emptying the spool.
            guard case .slotHasEnded = error else { throw error }
          }
        }
        let heard = proofs.filter { $0.correlation.isFinite && $0.levelDecibels.isFinite }
        proofs = []
        try store.keep(heard)
      } catch {
        throw StationError.store(error)
      }
      return nil
    } catch {
      return error
    }
  }

  /// Notices on the sheets are scheduled.
  func schedule(_ rows: [DaySheet.Row]) {
    guard rows != scheduled, let station = try? current() else { return }
    if station.keepScheduled(rows) { scheduled = rows }
  }

  /// What sounds when nothing that was planned can.
  func identification() -> [Int16] { (try? current())?.identificationSound() ?? [] }

  var disk: Disk {
    var information = statvfs()
    let isKnown = statvfs(home.path, &information) == 0
    return Disk(
      freeBytes: isKnown ? Int(clamping: UInt64(information.f_bavail) &* UInt64(information.f_frsize)) : nil)
  }

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
