public import Bulletin
public import Playout
public import Schedule
public import Store

extension Station {
  /// Adds to the as-run log how each row of a session that was played by hand ended.
  /// - Parameter startedUnixSeconds: when the first row began to sound.
  public func keep(
    _ outcomes: [PlayOutcome], of rows: [DaySheet.Row], startedUnixSeconds: Int
  ) throws(StationError) {
    var clock = startedUnixSeconds * 1000
    let entries = zip(rows, outcomes).map { row, outcome in
      var notice: String?
      var title = row.slot.name
      if case .notice(let id, let name, _, _) = row.item {
        notice = id
        title = name
      }
      let started = clock
      clock += Int(outcome.seconds(of: row) * 1000)
      return AsRunRow(
        slot: row.slot, notice: notice, title: title, file: row.sound.file,
        startedUnixMilliseconds: outcome.hasSounded ? started : nil, outcome: AsRunRow.Outcome(outcome))
    }
    let store = try store()
    do throws(StoreError) { try store.append(entries, isAgain: true) } catch { throw .store(error) }
  }
}

extension Station {
  /// What ran on a day, in the order it was written.
  public func asRun(on date: CivilDate) throws(StationError) -> [AsRunRow] {
    let store = try store()
    do throws(StoreError) { return try store.asRun(on: date) } catch { throw .store(error) }
  }

  /// What microphones heard of a day's slots.
  public func proofs(on date: CivilDate) throws(StationError) -> [ProofRow] {
    try kept { store throws(StoreError) in try store.proofs(on: date) }
  }

  /// The hash that stands for all the log holds.
  public func logHead() throws(StationError) -> String { try kept { store throws(StoreError) in try store.asRunHead() } }

  /// How many rows the log has, the first thing wrong with it, and the hash that stands for all of it.
  public func verifyLog() throws(StationError) -> (rows: Int, fault: AsRunFault?, head: String) {
    let store = try store()
    do throws(StoreError) {
      let (rows, fault) = try store.verifyAsRun()
      return (rows, fault, try store.asRunHead())
    } catch {
      throw .store(error)
    }
  }

  /// How long notices that first aired on those days had waited since their submission, in seconds, the shortest first.
  public func waits(from first: CivilDate, to last: CivilDate) throws(StationError) -> [Int] {
    try kept { store throws(StoreError) in try store.waits(from: first, to: last) }.map { $0 / 1000 }
  }

  /// How the slots of some days ended.
  public func logCounts(from first: CivilDate, to last: CivilDate) throws(StationError) -> [AsRunCount] {
    let store = try store()
    do throws(StoreError) { return try store.asRunCounts(from: first, to: last) } catch { throw .store(error) }
  }
}

extension PlayOutcome {
  /// How long a row that ended so took of the session.
  fileprivate func seconds(of row: DaySheet.Row) -> Double {
    switch self {
    case .played: row.sound.seconds - (row.crossfadeSeconds ?? 0) + row.gapSeconds
    case .interrupted(let seconds): seconds
    case .skipped, .notReached: 0
    }
  }

  fileprivate var hasSounded: Bool {
    switch self {
    case .played, .interrupted: true
    case .skipped, .notReached: false
    }
  }
}

extension AsRunRow.Outcome {
  fileprivate init(_ outcome: PlayOutcome) {
    switch outcome {
    case .played: self = .played
    case .interrupted(let seconds): self = .interrupted("after \(seconds) s")
    case .skipped(let reason): self = .skipped(reason.english)
    case .notReached: self = .missed("playing ended before its turn")
    }
  }
}

extension DaySheet.Row {
  /// The row as the player takes it.
  public var playlistItem: PlaylistItem {
    let (title, kind): (String, PlaylistItem.Kind) =
      switch item {
      case .chime: ("chime", .chime)
      case .greeting: ("greeting", .greeting)
      case .closing: ("closing", .closing)
      case .music: ("music", .music)
      case .relay(let title): (title, .notice)
      case .repeatIntro: ("repeat", .notice)
      case .notice(_, let title, _, _): (title, .notice)
      }
    return PlaylistItem(
      title: title, kind: kind, source: .file(path: sound.file), gapSeconds: gapSeconds, crossfadeSeconds: crossfadeSeconds ?? 0)
  }
}
