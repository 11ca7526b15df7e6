internal import Schedule
internal import Synchronization

/// What an emergency broke off, until the line is its own again.
final class PreemptedRows: Sendable {
  private let rows = Mutex<[DaySheet.Row]>([])
  /// The amplifier was switched on for what was broken off.
  private let isSwitchedOn = Atomic<Bool>(false)

  func add(_ more: [DaySheet.Row]) {
    rows.withLock { $0 += more }
    isSwitchedOn.store(true, ordering: .relaxed)
  }

  /// Whether it has to be switched off; asked once.
  func takeSwitch() -> Bool { isSwitchedOn.exchange(false, ordering: .relaxed) }

  func take() -> [DaySheet.Row] {
    rows.withLock { rows in
      defer { rows = [] }
      return rows
    }
  }
}
