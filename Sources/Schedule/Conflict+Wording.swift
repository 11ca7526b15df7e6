extension Conflict.Reason {
  public var vietnamese: String {
    switch self {
    case .holiday(let name): "đổi vì ngày \(name)"
    case .quietHours: "chạm giờ yên tĩnh, chỉ phát ngoài giờ ấy"
    case .cutBy(let session, let lost): "mất \(lost) giây vì buổi \(session) phải bắt đầu đúng giờ"
    case .waitsFor(let session, let seconds): "bắt đầu muộn \(seconds) giây, chờ buổi \(session) xong"
    case .noTime(let session): "không có giờ: trùng với buổi \(session)"
    case .relayOutside: "phần tiếp âm không nằm gọn trong buổi; hãy sửa giờ tiếp âm hoặc độ dài buổi"
    }
  }

  public var english: String {
    switch self {
    case .holiday(let name): "changed for \(name)"
    case .quietHours: "it touches the quiet hours and airs outside of them only"
    case .cutBy(let session, let lost): "it loses \(lost) s because session \(session) begins on time"
    case .waitsFor(let session, let seconds): "it begins \(seconds) s late, after session \(session)"
    case .noTime(let session): "it has no time: session \(session) has it"
    case .relayOutside: "its relay does not lie inside it; change the relay's time or the session's length"
    }
  }
}
