extension CAPRefusal {
  /// Why a message that was read well does not sound; empty for other refusals.
  var orderWording: (vietnamese: String, english: String) {
    switch self {
    case .statusNotSounded(let status):
      (
        "Tin có <status> là \(status.rawValue), không phát trên loa. Nếu là tin thật, bên gửi phải ghi Actual.",
        "The message's <status> is \(status.rawValue), which does not sound. If it is real, its sender has to write Actual."
      )
    case .typeNotSounded(let type):
      (
        "Tin có <msgType> là \(type.rawValue), chỉ để các máy trao đổi, không phát trên loa. Không cần làm gì.",
        "The message's <msgType> is \(type.rawValue): it is between machines and does not sound. Nothing needs doing."
      )
    case .exerciseNotAllowed:
      (
        "Tin diễn tập, mà đài chưa cho phát tin diễn tập. Hãy bật phát tin diễn tập trong cấu hình nếu muốn nghe.",
        "This is an exercise, and the station does not sound exercises. Allow them in its settings to hear it."
      )
    case .notAddressed(let scope):
      (
        "Tin có <scope> là \(scope.rawValue) và không gửi cho đài này."
          + " Bên gửi phải ghi Public, hoặc địa chỉ của đài vào <addresses>.",
        "The message's <scope> is \(scope.rawValue) and it is not addressed to this station."
          + " Its sender has to write Public, or the station in <addresses>."
      )
    case .noInfo:
      (
        "Tin không có <info>: không có gì để đọc. Bên gửi phải gửi lại với nội dung.",
        "The message has no <info>: there is nothing to say. Its sender has to send it again with its content."
      )
    case .noUsableLanguage(let languages):
      (
        "Tin chỉ có tiếng \(Self.shown(languages)), giọng Việt không đọc được."
          + " Hãy xin bản tiếng Việt (vi-VN), hoặc tự đọc bằng 'loa khan-cap'.",
        "The message is only in \(Self.shown(languages)), which a Vietnamese voice cannot read."
          + " Ask for one in Vietnamese (vi-VN), or say it yourself with 'loa emergency'."
      )
    case .notOurArea(let areas):
      (
        "Tin cho khu vực khác (\(Self.shown(areas))). Nếu có cả nơi này, hãy sửa mã và đường viền các khu vực trong cấu hình.",
        "The message is for elsewhere (\(Self.shown(areas)))."
          + " If it is for here too, correct the zones' codes and outlines in the settings."
      )
    case .expired(let milliseconds):
      (
        "Tin hết hiệu lực lúc \(CAPDate.spoken(milliseconds)). Nếu còn nguy hiểm, hãy chờ tin mới hoặc phát bằng 'loa khan-cap'.",
        "The message ended at \(CAPDate.spoken(milliseconds))."
          + " If the danger is not over, wait for a new one or use 'loa emergency'."
      )
    case .duplicate(let reference):
      (
        "Tin \(Self.shown(reference.identifier)) đã nhận rồi, không phát hai lần. Nếu loa chưa phát mà vẫn cần báo, hãy gõ lời: loa khan-cap \"…\".",
        "The message \(Self.shown(reference.identifier)) was taken before and does not sound twice. If it was not heard and is still needed, type it: loa emergency \"…\"."
      )
    case .cancelledBeforeItCame(let other):
      (
        "Tin đã bị hủy bởi \(Self.shown(other.identifier)) đến trước nó. Không cần làm gì.",
        "The message was cancelled by \(Self.shown(other.identifier)), which came before it. Nothing needs doing."
      )
    case .superseded(let other):
      (
        "Tin đã được thay bằng \(Self.shown(other.identifier)) đến trước nó. Không cần làm gì.",
        "The message was replaced by \(Self.shown(other.identifier)), which came before it. Nothing needs doing."
      )
    case .cancelsNothingKnown(let references):
      (
        "Tin hủy \(Self.shown(references)), không tin nào đang phát. Nếu tin bị hủy đến sau, loa sẽ không phát.",
        "It cancels \(Self.shown(references)), none of which is on air. Should one of them come later, it will not sound."
      )
    case .notItsSender(let sender, let references):
      (
        "\(Self.shown(sender)) sửa hoặc hủy tin \(Self.shown(references)) của bên khác; chỉ bên gửi được làm."
          + " Hãy liên hệ bên gửi tin đó.",
        "\(Self.shown(sender)) updates or cancels \(Self.shown(references)) of another sender; only that sender may."
          + " Turn to the sender of that message."
      )
    default: ("", "")
    }
  }
}
