internal import Bulletin
internal import Emergency
internal import Foundation
internal import Playout
internal import Schedule
internal import Store
internal import Synchronization

/// A station on air: what every loudspeaker does next, what has happened, and what is wrong. It decides and never waits for a disk.
public actor Broadcaster {
  private let station: Station
  private let keeper: Keeper
  let files: RunFiles
  private let tell: @Sendable (AlarmNews) -> Void
  private var rundown: Rundown?
  private var trust = ClockTrust(newest: 0)
  private var alarms = AlarmBoard()
  private var positions: [Slot: OnAirRecord.Position] = [:]
  private var states: [String: OutputState] = [:]
  /// The database has been asked what airs.
  private var isPlanned = false
  /// Log rows that wait for the database.
  private var waiting = 0
  /// Chime and name, for when nothing else sounds.
  private(set) var identification: [Int16] = []
  private var slots = StationStatus.Slots()
  private var lastErrors: [StationStatus.LastError] = []
  private var disk = Keeper.Disk()
  private let started: Int
  /// Whose emergencies are shown and logged.
  var post: EmergencyPost?
  private nonisolated let shown = Mutex(StationStatus())
  nonisolated let clock = StationClock()
  /// What each loudspeaker has been given.
  nonisolated let meters: [String: PlayMeter]

  /// An alarm that came up or went.
  public struct AlarmNews: Sendable, Hashable {
    public let alarm: Alarm
    public let isRaised: Bool
  }

  /// - Parameter tell: called with each alarm that comes up or goes.
  public init(_ station: Station, environment: [String: String], tell: @escaping @Sendable (AlarmNews) -> Void) {
    self.station = station
    self.tell = tell
    keeper = Keeper(station, environment: environment)
    files = RunFiles(station.home)
    meters = Dictionary(station.outputs.map { ($0.name, PlayMeter()) }) { first, _ in first }
    started = clock.now
    shown.withLock { $0.outputs = station.outputs.map { StationStatus.Output(name: $0.name, isOpen: false, faults: 0) } }
  }

  /// What anyone may see of the station at this moment; never waits.
  public nonisolated var status: StationStatus {
    var status = shown.withLock { $0 }.metered(meters)
    if status.unixMilliseconds > 0 { status.ageMilliseconds = max(0, clock.now - status.unixMilliseconds) }
    return status
  }

  /// Keeps the plan up to date and the log flowing until the task is cancelled.
  public func keep() async {
    let impatience = Task {
      // A database that another program holds may take many seconds to say so.
      try? await Task.sleep(for: .seconds(1))
      if rundown == nil { await takeRecord() }
    }
    defer { impatience.cancel() }
    while !Task.isCancelled {
      await refresh(at: clock.now)
      try? await Task.sleep(for: .seconds(rundown == nil ? 1 : 2))
    }
  }

  /// Writes down what there is, without waiting for the database longer than a moment: what it does not take is on the disk.
  func leave() async {
    await hand(over: clock.now)
    let logging = Task { [keeper, files] in
      let lines = await files.waiting
      if await keeper.log(lines) == nil { await files.settle(lines.count) }
    }
    // Whichever is first; neither is cancelled by the end of the other, or by that of the service.
    let (first, ends) = AsyncStream.makeStream(of: Void.self)
    Task.detached {
      await logging.value
      ends.yield()
    }
    Task.detached {
      try? await Task.sleep(for: .milliseconds(500))
      ends.yield()
    }
    await Task.detached { for await _ in first { return } }.value
  }

  /// Takes up changes of notices, settings and date; gives the database what it has not.
  func refresh(at now: Int) async {
    var fault: StationError?
    do throws(StationError) { try await takePlan(at: now) } catch { fault = error }
    if rundown == nil, fault != nil { await takeRecord() }
    set(.clock, isUp: !believes(now))
    await hand(over: now)
    await logEmergencies()
    let lines = await files.waiting
    if let error = await keeper.log(lines) { fault = fault ?? error } else { await files.settle(lines.count) }
    if fault == nil, let rows = rundown?.rows { await keeper.schedule(rows) }
    waiting = await files.waiting.count
    disk = await keeper.disk
    set(.disk(freeBytes: disk.freeBytes ?? 0), isUp: disk.isLow)
    set(.database(vietnamese: fault?.vietnamese ?? "", english: fault?.english ?? ""), isUp: fault != nil)
    show(at: now)
  }

  private func takePlan(at now: Int) async throws(StationError) {
    guard isPlanned else {
      let past = try await keeper.past(now: now)
      guard let plan = try await keeper.plan(now: now) else { return }
      let left = await files.past()
      trust.newest = past.newest
      let agenda = Agenda(plan.candidates.sounds, rules: plan.planner.rules)
      if rundown == nil {
        let endings = left.endings.merging(past.endings) { left, logged in if case .interrupted = left { logged } else { left } }
        var fresh = Rundown(planner: plan.planner, agenda: agenda, kept: left.rows, endings: endings)
        if believes(now) { fresh.plan(at: now) }
        rundown = fresh
      } else {
        rundown?.take(plan.planner, agenda, knowing: past.endings, at: now)
      }
      isPlanned = true
      identification = await keeper.identification()
      note(plan.candidates)
      return
    }
    guard let plan = try await keeper.plan(now: now) else { return }
    rundown?.take(plan.planner, Agenda(plan.candidates.sounds, rules: plan.planner.rules), at: now)
    note(plan.candidates)
  }

  /// Goes by what an earlier run wrote down, where the database can't be asked: what was planned is played.
  private func takeRecord() async {
    let left = await files.past()
    guard rundown == nil, !left.rows.isEmpty else { return }
    rundown = Rundown(asKept: left.rows, endings: left.endings, planner: Planner(rules: station.configuration.rules))
    identification = await keeper.identification()
  }

  private func believes(_ now: Int) -> Bool { trust.believes(now, isSynchronised: ClockTrust.isSynchronised) }

  /// Writes down at once what a run after this one must know.
  private func hand(over now: Int) async {
    let entries = rundown?.takeEntries() ?? []
    for entry in entries {
      slots.count(entry)
      positions[entry.row.slot] = nil
    }
    await files.append(entries)
    await savePositions()
    if let rows = rundown?.rows { await files.save(rows) }
    show(at: now)
  }

  private func savePositions() async { await files.save(positions.values.sorted { $0.slot < $1.slot }) }

  private func note(_ candidates: Candidates) {
    let present = candidates.unapproved.map { Alarm.approval(vietnamese: $0.vietnamese, english: $0.english) }
    clear { if case .approval = $0 { !present.contains($0) } else { false } }
    for alarm in present { raise(alarm) }
  }

  // MARK: What the loudspeakers ask and tell

  /// What a loudspeaker with nothing left to play does at `now`.
  func next(at now: Int, on output: StationOutput) -> Rundown.Step {
    // Until the first plan is there, soon.
    guard rundown != nil else { return .rest(until: now + 50) }
    guard believes(now), let step = rundown?.next(at: now, on: output.name, zones: output.zones) else { return .rest(until: nil) }
    return step
  }

  func begin(_ row: DaySheet.Row, on output: StationOutput, at now: Int) { rundown?.begin(row, on: output.name, at: now) }

  func release(_ row: DaySheet.Row, on output: StationOutput) { rundown?.release(row, on: output.name, at: clock.now) }

  /// An emergency is over that had interrupted these rows.
  func resume(_ rows: [DaySheet.Row]) { if !rows.isEmpty { rundown?.resume(rows, at: clock.now) } }

  /// So much of a row has sounded.
  func advance(_ row: DaySheet.Row, on output: StationOutput, seconds: Double, at now: Int) {
    sounds(output)
    let isNew = positions[row.slot] == nil
    positions[row.slot] = OnAirRecord.Position(slot: row.slot, seconds: seconds, unixMilliseconds: now)
    states[output.name, default: OutputState()].playing = row
    if isNew { show(at: now) }
  }

  func end(_ row: DaySheet.Row, on output: StationOutput, _ outcome: Rundown.Outcome, at now: Int) async {
    rundown?.end(row, on: output.name, outcome, at: now)
    states[output.name]?.playing = nil
    switch outcome {
    case .played:
      positions[row.slot] = nil
      set(.sound(title: row.slot.name, vietnamese: "", english: ""), isUp: false)
    case .skipped: positions[row.slot] = nil
    case .interrupted: break
    }
    await hand(over: now)
  }

  /// A sound that is passed over.
  func fault(_ row: DaySheet.Row, vietnamese: String, english: String) {
    raise(.sound(title: row.slot.name, vietnamese: vietnamese, english: english))
  }

  func opened(_ output: StationOutput) {
    states[output.name, default: OutputState()].isOpen = true
    show(at: clock.now)
  }

  func closed(_ output: StationOutput) {
    states[output.name, default: OutputState()].isOpen = false
    states[output.name]?.playing = nil
    show(at: clock.now)
  }

  /// - Returns: whether it had not failed before.
  @discardableResult
  func failed(_ output: StationOutput, vietnamese: String, english: String) -> Bool {
    states[output.name, default: OutputState()].isOpen = false
    states[output.name]?.faults += 1
    let count = alarms.alarms.count
    raise(.output(name: output.name, vietnamese: vietnamese, english: english))
    return alarms.alarms.count > count
  }

  /// What was heard of a row that was sent.
  func heard(_ proof: SoundProof, of row: DaySheet.Row, on output: StationOutput) async {
    states[output.name, default: OutputState()].proof = StationStatus.Proof(
      item: StationStatus.title(row), correlation: proof.correlation, levelDecibels: proof.levelDecibels)
    set(.unheard(name: output.name), isUp: proof.correlation < SoundProof.leastCorrelation)
    let now = clock.now
    await keeper.keep(
      ProofRow(
        slot: row.slot, output: output.name, correlation: proof.correlation, levelDecibels: proof.levelDecibels,
        unixMilliseconds: now))
    show(at: now)
  }

  /// Positions move while a sound plays: written about twice a second.
  func beat() async { await savePositions() }

  // MARK: Alarms and status

  /// Raises an alarm, or clears the one of its key, whatever that one says.
  func set(_ alarm: Alarm, isUp: Bool) { tell(isUp ? alarms.raise(alarm) : alarms.clear(alarm)) }
  func raise(_ alarm: Alarm) { tell(alarms.raise(alarm)) }
  func clear(where isOver: (Alarm) -> Bool) { alarms.clear(where: isOver).forEach { tell($0) } }

  private func tell(_ change: AlarmBoard.Change?) {
    switch change {
    case .raised(let alarm):
      lastErrors.append(
        StationStatus.LastError(unixMilliseconds: clock.now, vietnamese: alarm.vietnamese, english: alarm.english))
      lastErrors = Array(lastErrors.suffix(Self.errorsShown))
      tell(AlarmNews(alarm: alarm, isRaised: true))
    case .cleared(let alarm): tell(AlarmNews(alarm: alarm, isRaised: false))
    case nil: return
    }
    show(at: clock.now)
  }

  private static let errorsShown = 10

  /// A loudspeaker as the station knows it.
  struct OutputState: Sendable, Hashable {
    var isOpen = false
    var faults = 0
    var playing: DaySheet.Row?
    var proof: StationStatus.Proof?
  }

  private func show(at now: Int) {
    let next = rundown?.rows.first { $0.unixMilliseconds > now }
    var present = StationStatus(
      unixMilliseconds: now, isClockTrusted: believes(now), outputs: states, next: next, alarms: alarms.alarms,
      outputNames: station.outputs.map(\.name))
    present.isClockSynchronised = ClockTrust.isSynchronised
    (present.startedUnixMilliseconds, present.slots, present.lastErrors) = (started, slots, lastErrors)
    (present.spooledRows, present.freeBytes, present.emergencies) = (waiting, disk.freeBytes, post?.orders ?? [])
    shown.withLock { $0 = present }
  }
}
