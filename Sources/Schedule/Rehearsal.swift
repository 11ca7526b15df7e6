public import Bulletin

/// Many days of a station in a moment: the rundown that the service runs, with loudspeakers and a clock that are arithmetic, and faults
/// from a seed. It keeps its own account of what sounded, and holds it against what the rundown promises.
public struct Rehearsal: Sendable {
  /// What happens to a station, each as often as the others.
  public enum Fault: String, Sendable, Hashable, CaseIterable {
    case kill, device, clock, edit, damage, disk
  }

  /// One loudspeaker that is arithmetic.
  private struct Loudspeaker {
    let name: String
    let zones: Zones
    /// When it does something next; milliseconds of true time.
    var wake: Int
    /// What it plays: where it began in the sound, and when that was heard.
    var playing: (row: DaySheet.Row, from: Double, since: Int)?
    /// The session it was last silent in on purpose.
    var lastSession: String?
  }

  private let planner: Planner
  private let candidates: [Candidate]
  private let start: Int
  private let end: Int
  private var random: SplitMix
  private var rundown: Rundown
  private var withdrawn: Set<String> = []
  private var outputs: [Loudspeaker]
  private var damagedUntil: [String: Int] = [:]
  /// The wall clock is this far from true time, in milliseconds.
  private var wallOffset = 0
  private var clock = SteadyClock()
  /// The station's time is this far from true time.
  private var offset = 0
  /// While the disk is full, log rows wait where a kill does not reach them.
  private var spooled: [Rundown.Entry] = []
  private var diskIsFullUntil = 0
  private var positions: [Slot: (seconds: Double, at: Int)] = [:]
  private var heard: [Slot: Int] = [:]
  private var ended: [Slot: Rundown.Entry.Ending] = [:]
  private var planned: Set<Slot> = []
  private var shaken: Set<String> = []
  public private(set) var ledger = Ledger()

  /// - Parameters:
  ///   - first: the first day, from midnight.
  ///   - faultsPerDay: how many things go wrong in a day, half of them while a session is on.
  public init(
    planner: Planner, candidates: [Candidate], outputs: [(name: String, zones: Zones)], from first: CivilDate, days: Int,
    seed: UInt64, faultsPerDay: Int = 8
  ) {
    (self.planner, self.candidates) = (planner, candidates)
    start = LocalDateTime(date: first, secondOfDay: 0).unixSeconds * 1000
    end = start + days * 86_400_000
    random = SplitMix(state: seed)
    rundown = Rundown(planner: planner, agenda: Agenda(candidates, rules: planner.rules))
    self.outputs = []
    let start = start
    self.outputs = outputs.map { Loudspeaker(name: $0.name, zones: $0.zones, wake: start) }
    self.faultsPerDay = faultsPerDay
  }

  private let faultsPerDay: Int

  /// Plays all of it.
  public mutating func run() {
    rundown.plan(at: start)
    var faults = faultTimes()[...]
    var nextPlan = start
    while true {
      guard let index = outputs.indices.min(by: { outputs[$0].wake < outputs[$1].wake }) else { break }
      let now = min(outputs[index].wake, faults.first ?? .max, nextPlan)
      if now >= end { break }
      tick(at: now)
      if now == nextPlan {
        // The service looks for changes every other second; midnight is one.
        rundown.plan(at: now + offset)
        planned.formUnion(rundown.rows.lazy.map(\.slot))
        nextPlan = now + 3_600_000
      } else if now == faults.first {
        faults = faults.dropFirst()
        strike(at: now)
      } else {
        step(index, at: now)
      }
      collect(at: now)
    }
    settle()
  }

  private mutating func tick(at now: Int) {
    offset =
      clock.now(wall: now + wallOffset, monotonic: now, isOnAir: outputs.contains { $0.playing != nil || $0.lastSession != nil })
      - now
  }

  private mutating func faultTimes() -> [Int] {
    var times: [Int] = []
    let day = 86_400_000
    for midnight in stride(from: start, to: end, by: day) {
      for number in 0..<faultsPerDay {
        var time = midnight + Int(random.next() % UInt64(day))
        // Half of them strike where they hurt.
        if number % 2 == 0, let session = planner.rules.sessions.randomElement(using: &random) {
          time = midnight + session.startSecondOfDay * 1000 + Int(random.next() % 900_000)
        }
        times.append(min(time, end - 1))
      }
    }
    return times.sorted()
  }

  // MARK: Loudspeakers

  private mutating func step(_ index: Int, at now: Int) {
    let wall = now + offset
    if let (row, from, since) = outputs[index].playing {
      let total = Int(row.sound.seconds * 1000)
      if Int(from * 1000) + now - since >= total {
        outputs[index].playing = nil
        positions[row.slot] = nil
        heard[row.slot, default: 0] += 1
        rundown.end(row, on: outputs[index].name, .played, at: wall)
      }
    }
    guard wall >= start else {
      // A clock that is not believed: nothing airs by it.
      outputs[index].wake = now + 1000
      return
    }
    switch rundown.next(at: wall, on: outputs[index].name, zones: outputs[index].zones) {
    case .rest(let until):
      outputs[index].lastSession = nil
      outputs[index].wake = now + max(1, min(60_000, (until ?? .max / 2) - wall))
    case .silence(let until):
      check(silence: until - wall, before: until, on: index, at: now)
      outputs[index].wake = now + max(1, until - wall)
    case .play(let row, let beginning): play(row, beginning, on: index, at: now)
    }
  }

  private mutating func play(_ row: DaySheet.Row, _ beginning: OnAir.Decision.Beginning, on index: Int, at now: Int) {
    let wall = now + offset
    let name = outputs[index].name
    rundown.begin(row, on: name, at: wall)
    if now < damagedUntil[row.sound.file] ?? 0 {
      rundown.end(row, on: name, .skipped(reason: "damaged"), at: wall)
      outputs[index].wake = now + 10
      return
    }
    var from = 0.0
    if case .sentence(let seconds) = beginning { from = max(0, seconds - 3) }
    check(row, from: from, at: wall)
    outputs[index].playing = (row, from, now)
    outputs[index].lastSession = row.session
    outputs[index].wake = now + max(1, Int((row.sound.seconds - from) * 1000))
  }

  private mutating func stop(_ index: Int, at now: Int, wakesAfter milliseconds: Int, isKill: Bool) {
    if let (row, from, since) = outputs[index].playing {
      let seconds = from + Double(now - since) / 1000
      if isKill {
        positions[row.slot] = (seconds, now + offset)
      } else {
        rundown.end(row, on: outputs[index].name, .interrupted(atSeconds: seconds, reason: "device"), at: now + offset)
      }
    }
    outputs[index].playing = nil
    outputs[index].lastSession = nil
    outputs[index].wake = now + milliseconds
  }

  // MARK: Faults

  private mutating func strike(at now: Int) {
    let fault = Fault.allCases.randomElement(using: &random) ?? .kill
    ledger.faults[fault, default: 0] += 1
    let wall = now + offset
    switch fault {
    case .kill:
      let down = random.next() % 4 == 0 ? Int(random.next() % 3_600_000) : 300 + Int(random.next() % 3000)
      for index in outputs.indices { stop(index, at: now, wakesAfter: down, isKill: true) }
      collect(at: now)
      var endings = ended.mapValues(\.forRundown)
      for (slot, position) in positions where endings[slot] == nil {
        endings[slot] = .interrupted(atSeconds: position.seconds, unixMilliseconds: position.at)
      }
      for entry in spooled { endings[entry.row.slot] = entry.ending.forRundown }
      // A new process knows the wall clock alone.
      clock = SteadyClock()
      offset = wallOffset
      rundown = Rundown(planner: planner, agenda: agenda, kept: rundown.rows, endings: endings)
      rundown.plan(at: now + offset + down)
    case .device:
      guard let index = outputs.indices.randomElement(using: &random) else { return }
      stop(index, at: now, wakesAfter: 250 + Int(random.next() % 300_000), isKill: false)
    case .clock:
      // Wrong by seconds, most of a minute or an hour; the next fault of its kind sets it right.
      wallOffset = wallOffset != 0 ? 0 : [1500, -1500, 45_000, -45_000, 3_600_000, -3_600_000].randomElement(using: &random) ?? 0
      for index in outputs.indices where outputs[index].playing == nil { outputs[index].wake = now + 1 }
      shaken.formUnion(
        rundown.rows.filter { abs($0.unixMilliseconds - wall) < 7_200_000 }.map { "\($0.slot.date)/\($0.session)" })
      tick(at: now)
      rundown.plan(at: now + offset)
    case .disk: diskIsFullUntil = now + 7_200_000
    case .edit:
      guard let candidate = candidates.randomElement(using: &random) else { return }
      let id = candidate.bulletin.id
      if withdrawn.remove(id) == nil { withdrawn.insert(id) }
      rundown.take(planner, agenda, at: wall)
    case .damage:
      guard let row = rundown.rows.filter({ $0.unixMilliseconds > wall }).randomElement(using: &random) else { return }
      damagedUntil[row.sound.file] = now + 7_200_000
    }
    planned.formUnion(rundown.rows.lazy.map(\.slot))
  }

  private var agenda: Agenda {
    Agenda(candidates.filter { !withdrawn.contains($0.bulletin.id) }, rules: planner.rules)
  }

  // MARK: Promises

  private mutating func collect(at now: Int) {
    spooled += rundown.takeEntries()
    if now < diskIsFullUntil { return }
    defer { spooled = [] }
    for entry in spooled {
      if ended[entry.row.slot] != nil { broke("\(entry.row.slot) ended twice", at: now) }
      ended[entry.row.slot] = entry.ending
      ledger.slots += 1
      switch entry.ending {
      case .played: ledger.played += 1
      case .interrupted: ledger.interrupted += 1
      case .skipped: ledger.skipped += 1
      case .missed: ledger.missed += 1
      }
    }
  }

  private mutating func check(_ row: DaySheet.Row, from: Double, at wall: Int) {
    if ended[row.slot] != nil { broke("\(row.slot) sounds after it ended", at: wall) }
    if let quiet = planner.rules.quietHours, let second = LocalDateTime(unixSeconds: wall / 1000)?.secondOfDay,
      quiet.contains(second) || Double(quiet.secondsUntilStart(from: second)) < row.sound.seconds - from
    {
      broke("\(row.slot) sounds in quiet hours", at: wall)
    }
    let grace = OnAir.Grace()
    let isPriority = if case .notice(_, _, .priority, _) = row.item { true } else { false }
    if positions[row.slot] == nil, heard[row.slot] == nil,
      wall - row.unixMilliseconds > (isPriority ? grace.priority : grace.normal),
      !rundown.wasInterrupted(row.slot)
    {
      broke("\(row.slot) begins \((wall - row.unixMilliseconds) / 1000) s late", at: wall)
    }
  }

  /// Between two sounds of one session lies its gap, and a relay's time; longer silence has no reason.
  private mutating func check(silence milliseconds: Int, before start: Int, on index: Int, at now: Int) {
    guard milliseconds > 2000 + Int(max(planner.rules.gapSeconds, planner.rules.gaps.values.max() ?? 0) * 1000),
      let session = outputs[index].lastSession,
      let next = rundown.rows.first(where: { $0.unixMilliseconds == start && $0.session == session }),
      !shaken.contains("\(next.slot.date)/\(session)")
    else { return }
    // Zones of the session that hear something meanwhile are what the others wait for.
    if outputs.contains(where: { $0.playing?.row.session == session }) { return }
    if rundown.rows.contains(where: { if case .relay = $0.item { $0.session == session } else { false } }) { return }
    broke("\(milliseconds) ms of silence before \(next.slot)", at: now)
  }

  /// In the end every slot that was due has ended, once, and none was heard twice.
  private mutating func settle() {
    collect(at: .max)
    for (slot, times) in heard where times > outputs.count { broke("\(slot) was heard \(times) times", at: end) }
    for row in rundown.rows where row.unixMilliseconds + 3_600_000 < end + min(0, offset) && ended[row.slot] == nil {
      broke("\(row.slot) never ended", at: end)
    }
  }

  private mutating func broke(_ promise: String, at now: Int) {
    let moment = LocalDateTime(unixSeconds: now / 1000)?.description ?? "\(now)"
    ledger.broken.append("\(moment): \(promise)")
  }
}

extension Rundown.Entry.Ending {
  fileprivate var forRundown: OnAir.Ending {
    switch self {
    case .played: .played
    case .interrupted: .ended
    case .skipped: .skipped
    case .missed: .missed
    }
  }
}
