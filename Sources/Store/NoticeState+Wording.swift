extension NoticeState {
  public var vietnamese: String {
    switch self {
    case .submitted: "mới gửi"
    case .read: "chờ duyệt"
    case .approved(let person): "\(person) đã duyệt"
    case .rendered: "đã duyệt, đủ âm thanh"
    case .scheduled: "đã lên lịch"
    case .aired(let times): "đã phát \(times) lần"
    case .expired: "hết hạn"
    case .rejected(let reason): "không duyệt: \(reason)"
    case .withdrawn: "đã rút"
    case .replaced(let later): "đã thay bằng \(later)"
    }
  }

  public var english: String {
    switch self {
    case .submitted: "submitted"
    case .read: "waits for approval"
    case .approved(let person): "approved by \(person)"
    case .rendered: "approved, sound in place"
    case .scheduled: "scheduled"
    case .aired(let times): times == 1 ? "aired once" : "aired \(times) times"
    case .expired: "expired"
    case .rejected(let reason): "rejected: \(reason)"
    case .withdrawn: "withdrawn"
    case .replaced(let later): "replaced by \(later)"
    }
  }
}

extension NoticeState {
  /// What officers call the states, and the names they are kept under.
  public static let namesInVietnamese: [(vietnamese: String, name: String)] = [
    ("mới gửi", "submitted"), ("chờ duyệt", "read"), ("đã duyệt", "rendered"), ("đã lên lịch", "scheduled"), ("đã phát", "aired"),
    ("hết hạn", "expired"), ("không duyệt", "rejected"), ("đã rút", "withdrawn"), ("đã thay", "replaced"),
  ]

  /// The name a state is kept under, from that name or from what officers call it; nil for neither.
  public static func named(_ written: String) -> String? {
    names.contains(written) ? written : namesInVietnamese.first { $0.vietnamese == written.lowercased() }?.name
  }
}

extension NoticeState.Step {
  public var vietnamese: String {
    switch self {
    case .read: "đọc thử"
    case .approve: "duyệt"
    case .render: "xác nhận âm thanh"
    case .schedule: "xếp lịch"
    case .air: "phát"
    case .expire: "cho hết hạn"
    case .reject: "từ chối"
    case .withdraw: "rút"
    case .replace: "thay"
    case .edit: "sửa"
    case .voidApproval: "bỏ duyệt"
    }
  }

  public var english: String {
    switch self {
    case .read: "read"
    case .approve: "approved"
    case .render: "confirmed with its sound"
    case .schedule: "scheduled"
    case .air: "aired"
    case .expire: "expired"
    case .reject: "rejected"
    case .withdraw: "withdrawn"
    case .replace: "replaced"
    case .edit: "edited"
    case .voidApproval: "made unapproved"
    }
  }
}

extension NoticeEvent {
  public var vietnamese: String {
    switch step {
    case "submit": "gửi"
    case "read": "làm âm thanh"
    case "hear": "nghe thử"
    case "approve": "duyệt"
    case "render": "âm thanh đủ"
    case "schedule": "lên lịch"
    case "air": "phát"
    case "expire": "hết hạn"
    case "reject": "không duyệt"
    case "withdraw": "rút"
    case "replace": "thay"
    case "edit": "sửa"
    case "void": "bỏ duyệt"
    default: step
    }
  }

  public var english: String {
    switch step {
    case "submit": "submitted"
    case "read": "sound made"
    case "hear": "listened to"
    case "approve": "approved"
    case "render": "sound in place"
    case "schedule": "scheduled"
    case "air": "aired"
    case "expire": "expired"
    case "reject": "rejected"
    case "withdraw": "withdrawn"
    case "replace": "replaced"
    case "edit": "edited"
    case "void": "made unapproved"
    default: step
    }
  }
}

extension NoticeState.IllegalStep {
  public var vietnamese: String {
    "không thể \(step.vietnamese) tin này: tin đang ở trạng thái «\(state.vietnamese)». \(remedy.vietnamese)"
  }

  public var english: String {
    "it cannot be \(step.english): its state is «\(state.english)». \(remedy.english)"
  }

  private var remedy: (vietnamese: String, english: String) {
    switch (state, step) {
    case (.submitted, .approve):
      ("Hãy nghe thử bằng «loa preview» trước.", "Listen to it with «loa preview» first.")
    case (.aired, .reject), (.aired, .approve):
      ("Nếu không phát nữa, dùng «loa withdraw».", "To stop it from airing, use «loa withdraw».")
    case (.rejected, _): ("Hãy sửa tin bằng «loa edit» rồi gửi duyệt lại.", "Change it with «loa edit», then have it approved.")
    case (.replaced(let later), _): ("Hãy làm việc với tin \(later).", "Work on \(later) instead.")
    case (.expired, _), (.withdrawn, _): ("Hãy gửi tin mới bằng «loa submit».", "Submit it anew with «loa submit».")
    case (_, .approve): ("Tin đã được duyệt, không cần duyệt lại.", "It is approved already; nothing is left to do.")
    default: ("Xem «loa show» để biết các bước đã qua.", "See «loa show» for its history.")
    }
  }
}
