public import Bulletin
public import Schedule

/// How one slot of the day sheet ended.
public struct AsRunRow: Sendable, Hashable {
  /// Each slot ends as exactly one of these.
  public enum Outcome: Sendable, Hashable {
    case played
    case interrupted(String)
    case skipped(String)
    case missed(String)
  }

  public var slot: Slot
  /// Nil for what is no notice.
  public var notice: String?
  public var title: String
  public var file: String
  /// Milliseconds after 1970-01-01T00:00:00Z; nil when it never started.
  public var startedUnixMilliseconds: Int?
  public var outcome: Outcome

  public init(
    slot: Slot, notice: String?, title: String, file: String, startedUnixMilliseconds: Int?, outcome: Outcome
  ) {
    self.slot = slot
    self.notice = notice
    self.title = title
    self.file = file
    self.startedUnixMilliseconds = startedUnixMilliseconds
    self.outcome = outcome
  }

  public var date: CivilDate { slot.date }
  public var session: String { slot.session }
}

extension AsRunRow.Outcome {
  /// `played`, `interrupted`, `skipped` or `missed`, and why.
  public var columns: (outcome: String, reason: String?) {
    switch self {
    case .played: ("played", nil)
    case .interrupted(let reason): ("interrupted", reason)
    case .skipped(let reason): ("skipped", reason)
    case .missed(let reason): ("missed", reason)
    }
  }

  public init(column: String, reason: String) {
    switch column {
    case "played": self = .played
    case "interrupted": self = .interrupted(reason)
    case "skipped": self = .skipped(reason)
    default: self = .missed(reason)
    }
  }
}
