internal import Foundation
internal import Schedule

/// What a running station writes down on the disk itself, at once: log rows, how far sounds have come, the day as planned. Nothing here
/// waits for the database, so that a kill at any moment finds all of it.
actor RunFiles {
  private let home: StationHome
  private var spool: AsRunSpool
  private var ended: EndedSlots
  private var record = OnAirRecord()
  private var positions: [OnAirRecord.Position] = []

  init(_ home: StationHome) {
    self.home = home
    spool = AsRunSpool(path: home.spool)
    ended = EndedSlots(path: home.endedSlots)
  }

  /// What an earlier run left: planned rows, how slots ended, and where sounds broke off.
  func past() -> (rows: [DaySheet.Row], endings: [Slot: OnAir.Ending]) {
    record = OnAirRecord.load(home.onAirRecord)
    var endings = Dictionary(ended.slots.map { ($0, OnAir.Ending.ended) }) { first, _ in first }
    for position in PositionFile(path: home.positions).load() where endings[position.slot] == nil {
      endings[position.slot] = .interrupted(atSeconds: position.seconds, unixMilliseconds: position.unixMilliseconds)
    }
    for line in spool.lines { endings[line.slot] = line.ending }
    return (record.rows, endings)
  }

  /// Log rows that the database does not have yet.
  var waiting: [AsRunSpool.Line] { spool.lines }

  func append(_ entries: [Rundown.Entry]) {
    guard !entries.isEmpty else { return }
    spool.append(entries.map(AsRunSpool.Line.init))
    let dates = Set(record.rows.lazy.map(\.slot.date)).union(entries.lazy.map(\.row.slot.date))
    ended.add(entries.map(\.row.slot), keeping: dates)
  }

  /// Keeps rows of the log that are on no sheet.
  func append(_ lines: [AsRunSpool.Line]) { spool.append(lines) }

  /// The oldest `count` rows are in the database.
  func settle(_ count: Int) { spool.settle(count) }

  /// Keeps the rows as planned for a run after this one.
  func save(_ rows: [DaySheet.Row]) {
    guard rows != record.rows else { return }
    record.rows = rows
    try? record.save(home.onAirRecord)
  }

  func save(_ present: [OnAirRecord.Position]) {
    guard present != positions else { return }
    positions = present
    PositionFile(path: home.positions).save(present)
  }
}
