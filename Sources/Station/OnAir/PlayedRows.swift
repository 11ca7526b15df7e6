internal import Schedule
internal import Synchronization

/// The rows one opening of a device has taken, by their turn.
final class PlayedRows: Sendable {
  private let taken = Mutex<[(row: DaySheet.Row?, from: Double, isSettled: Bool)]>([])
  /// A sound was passed over, and none has followed yet.
  private let owes = Atomic<Bool>(false)

  /// - Parameter row: nil for a sound that is not on the sheet.
  func add(_ row: DaySheet.Row?, from seconds: Double) {
    owes.store(false, ordering: .relaxed)
    taken.withLock { $0.append((row, seconds, row == nil)) }
  }

  func passOver() { owes.store(true, ordering: .relaxed) }

  /// Whether something was passed over with nothing after it; asked once.
  func takeDebt() -> Bool { owes.exchange(false, ordering: .relaxed) }

  func row(_ index: Int) -> (row: DaySheet.Row, from: Double)? {
    taken.withLock { rows in
      guard rows.indices.contains(index), let row = rows[index].row else { return nil }
      return (row, rows[index].from)
    }
  }

  func settle(_ index: Int) { taken.withLock { if $0.indices.contains(index) { $0[index].isSettled = true } } }

  var rows: [DaySheet.Row] { taken.withLock { $0.compactMap(\.row) } }
  var unheard: [DaySheet.Row] { taken.withLock { $0.filter { !$0.isSettled }.compactMap(\.row) } }
}
