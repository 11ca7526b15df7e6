extension NoticeState {
  /// Every state by the name it is kept under, in the order of a notice's life.
  public static let names = [
    "submitted", "read", "approved", "rendered", "scheduled", "aired", "expired", "rejected", "withdrawn", "replaced",
  ]

  /// As it is kept: its name, and what goes with it.
  var columns: (name: String, detail: String?) {
    switch self {
    case .submitted: ("submitted", nil)
    case .read: ("read", nil)
    case .approved(let person): ("approved", person)
    case .rendered: ("rendered", nil)
    case .scheduled: ("scheduled", nil)
    case .aired(let times): ("aired", "\(times)")
    case .expired: ("expired", nil)
    case .rejected(let reason): ("rejected", reason)
    case .withdrawn: ("withdrawn", nil)
    case .replaced(let later): ("replaced", "\(later)")
    }
  }

  /// The name it is kept and filtered under.
  public var name: String { columns.name }

  /// Nil for a name that no version of the program has written.
  init?(name: String, detail: String?) {
    switch name {
    case "submitted": self = .submitted
    case "read": self = .read
    case "approved": self = .approved(by: detail ?? "")
    case "rendered": self = .rendered
    case "scheduled": self = .scheduled
    case "aired": self = .aired(detail.flatMap(Int.init) ?? 1)
    case "expired": self = .expired
    case "rejected": self = .rejected(reason: detail ?? "")
    case "withdrawn": self = .withdrawn
    case "replaced":
      guard let later = detail.flatMap({ NoticeID(written: $0) }) else { return nil }
      self = .replaced(by: later)
    default: return nil
    }
  }
}

extension NoticeState.Step {
  /// As it is kept in the notice's history: its name, and what goes with it.
  var columns: (name: String, detail: String?) {
    switch self {
    case .read: ("read", nil)
    case .approve(let person): ("approve", person)
    case .render: ("render", nil)
    case .schedule: ("schedule", nil)
    case .air: ("air", nil)
    case .expire: ("expire", nil)
    case .reject(let reason): ("reject", reason)
    case .withdraw: ("withdraw", nil)
    case .replace(let later): ("replace", "\(later)")
    case .edit: ("edit", nil)
    case .voidApproval(let reason): ("void", reason)
    }
  }
}
