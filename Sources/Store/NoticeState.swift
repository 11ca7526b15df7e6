/// Where a notice is in its life.
public enum NoticeState: Sendable, Hashable {
  case submitted
  /// Read and made into sound to listen to; waits for approval.
  case read
  case approved(by: String)
  /// Approved, and the sound that was approved is in its place.
  case rendered
  /// On a day sheet.
  case scheduled
  /// So many times, at least once.
  case aired(Int)
  case expired
  case rejected(reason: String)
  case withdrawn
  case replaced(by: NoticeID)

  /// What may happen to a notice.
  public enum Step: Sendable, Hashable {
    case read
    case approve(by: String)
    case render
    case schedule
    case air
    case expire
    case reject(reason: String)
    case withdraw
    case replace(by: NoticeID)
    /// Its text becomes another one.
    case edit
    /// What was approved is no longer what would sound.
    case voidApproval(reason: String)
  }

  /// A step that the state does not allow.
  public struct IllegalStep: Error, Sendable, Hashable {
    public let state: NoticeState
    public let step: Step

    public init(state: NoticeState, step: Step) {
      self.state = state
      self.step = step
    }
  }

  /// The state after `step`; the only way from one state to another.
  /// - Throws: `IllegalStep` when the state does not allow it.
  public func after(_ step: Step) throws(IllegalStep) -> NoticeState {
    switch (self, step) {
    case (.submitted, .read), (.read, .read): return .read
    case (.read, .approve(let person)): return .approved(by: person)
    case (.approved, .render): return .rendered
    case (.rendered, .schedule): return .scheduled
    case (.scheduled, .air): return .aired(1)
    case (.aired(let times), .air): return .aired(times + 1)
    case (.approved, .voidApproval), (.rendered, .voidApproval), (.scheduled, .voidApproval), (.aired, .voidApproval):
      return .read
    case (.submitted, .reject(let reason)), (.read, .reject(let reason)), (.approved, .reject(let reason)),
      (.rendered, .reject(let reason)), (.scheduled, .reject(let reason)):
      return .rejected(reason: reason)
    case (.rejected, .edit): return .submitted
    default: break
    }
    guard isLive else { throw IllegalStep(state: self, step: step) }
    switch step {
    case .edit: return .submitted
    case .withdraw: return .withdrawn
    case .replace(let later): return .replaced(by: later)
    case .expire: return .expired
    default: throw IllegalStep(state: self, step: step)
    }
  }

  /// Whether it can still air.
  public var isLive: Bool {
    switch self {
    case .submitted, .read, .approved, .rendered, .scheduled, .aired: true
    case .expired, .rejected, .withdrawn, .replaced: false
    }
  }

  /// Whether it has an approval and the sound to it.
  public var mayAir: Bool {
    switch self {
    case .rendered, .scheduled, .aired: true
    default: false
    }
  }
}
