extension Approval.Fault {
  public var vietnamese: String {
    switch self {
    case .text: "nội dung đã đổi sau khi duyệt"
    case .version: "tin đã sửa sau khi duyệt"
    case .recipe: "cách đọc, giọng hoặc xử lý âm đã đổi sau khi duyệt"
    case .audio: "tệp âm thanh đã đổi sau khi duyệt"
    case .audioMissing: "tệp âm thanh đã duyệt không còn"
    case .notAllowed: "người duyệt không còn quyền duyệt"
    case .signature: "chữ ký không đúng"
    }
  }

  public var english: String {
    switch self {
    case .text: "its text changed after the approval"
    case .version: "it was edited after the approval"
    case .recipe: "its reading, voice or sound chain changed after the approval"
    case .audio: "its audio file changed after the approval"
    case .audioMissing: "the approved audio file is gone"
    case .notAllowed: "who approved it may no longer approve"
    case .signature: "the signature is wrong"
    }
  }
}
