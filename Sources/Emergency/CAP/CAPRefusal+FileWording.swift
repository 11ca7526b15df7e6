extension CAPRefusal {
  /// What is wrong with the file as a whole; empty for other refusals.
  var fileWording: (vietnamese: String, english: String) {
    switch self {
    case .tooLarge(let bytes, let limit):
      (
        "Tin CAP dài \(bytes) byte, quá \(limit) byte. Hãy bỏ hình và tệp đính kèm (resource) rồi gửi lại.",
        "The CAP message is \(bytes) bytes long, over \(limit). Leave out pictures and attachments (resource) and send it again."
      )
    case .unreadableEncoding(let encoding):
      (
        "Không đọc được chữ của tin CAP (\(Self.shown(encoding))). Hãy lưu tin bằng UTF-8 rồi gửi lại.",
        "The characters of the CAP message cannot be read (\(Self.shown(encoding))). Save it as UTF-8 and send it again."
      )
    case .documentType(let line):
      (
        "Tin CAP có <!DOCTYPE ở dòng \(line); CAP không dùng và loa không nhận. Hãy xóa phần đó rồi gửi lại.",
        "The CAP message has a <!DOCTYPE on line \(line); CAP has none and it is not taken. Delete it and send it again."
      )
    case .notXML(let line, let code):
      (
        "Tin không phải XML đúng cách, ở dòng \(line): \(Self.fault(code).vietnamese) (mã libxml2 \(code))."
          + " Hãy gửi lại tin đầy đủ.",
        "The message is not well-formed XML, on line \(line): \(Self.fault(code).english) (libxml2 code \(code))."
          + " Send the whole message again."
      )
    case .tooDeep(let limit, let line):
      (
        "Tin CAP lồng quá \(limit) lớp ở dòng \(line). Hãy gửi tin theo mẫu CAP 1.2.",
        "The CAP message nests deeper than \(limit) levels on line \(line). Send it in the form of CAP 1.2."
      )
    case .notAnAlert(let root, let line):
      (
        "Tệp bắt đầu bằng <\(Self.shown(root))> ở dòng \(line), không phải <alert> của CAP. Hãy gửi chính tin CAP.",
        "The file begins with <\(Self.shown(root))> on line \(line), not with CAP's <alert>. Send the CAP message itself."
      )
    case .wrongNamespace(let found, let line):
      (
        "Tin là \(Self.version(found).vietnamese) (dòng \(line)); loa chỉ nhận CAP 1.2."
          + " Hãy gửi tin với xmlns=\"\(CAPAlert.namespace)\".",
        "The message is \(Self.version(found).english) (line \(line)); only CAP 1.2 is taken."
          + " Send it with xmlns=\"\(CAPAlert.namespace)\"."
      )
    default: ("", "")
    }
  }

  private static func version(_ namespace: String) -> (vietnamese: String, english: String) {
    for older in ["1.1", "1.0"] where namespace.hasSuffix(":cap:" + older) || namespace.hasSuffix("/cap/" + older) {
      return ("CAP \(older)", "CAP \(older)")
    }
    if namespace.isEmpty { return ("XML không ghi xmlns", "XML without an xmlns") }
    return ("XML của «\(shown(namespace))»", "XML of «\(shown(namespace))»")
  }

  /// The faults people make, from libxml/xmlerror.h.
  private static func fault(_ code: Int) -> (vietnamese: String, english: String) {
    switch code {
    case 4: ("tệp không có nội dung", "the file is empty")
    case 5: ("tin bị cắt cụt hoặc có chữ thừa ở cuối", "it is cut short, or something follows its end")
    case 9: ("có ký tự XML không cho phép", "a character XML does not allow")
    case 26: ("dùng ký hiệu &…; không được khai báo", "an &…; that is not declared")
    case 68: ("thiếu tên sau dấu < hoặc &", "no name after < or &")
    case 76: ("thẻ đóng không khớp thẻ mở", "an end tag that does not match its start tag")
    case 201: ("tiền tố của thẻ không được khai báo", "a prefix that is not declared")
    default: ("sai cú pháp", "wrong syntax")
    }
  }
}
