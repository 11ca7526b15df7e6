extension CAPRefusal {
  /// What is wrong with one field; empty for other refusals.
  var fieldWording: (vietnamese: String, english: String) {
    switch self {
    case .missingField(let field, let line):
      (
        "Tin CAP thiếu <\(field)> trong phần bắt đầu ở dòng \(line). Hãy bổ sung rồi gửi lại.",
        "The CAP message has no <\(field)> in the part that begins on line \(line). Add it and send the message again."
      )
    case .repeatedField(let field, let line):
      (
        "<\(field)> được ghi lần thứ hai ở dòng \(line); CAP chỉ cho một. Hãy bỏ bớt rồi gửi lại.",
        "<\(field)> stands a second time on line \(line); CAP allows one. Delete one and send the message again."
      )
    case .badValue(let field, let value, let allowed, let line):
      (
        "<\(field)> ở dòng \(line) là «\(Self.shown(value))», \(Self.remedy(field, allowed).vietnamese)",
        "<\(field)> on line \(line) is «\(Self.shown(value))»; \(Self.remedy(field, allowed).english)"
      )
    case .badDate(let field, let value, let line):
      (
        "<\(field)> ở dòng \(line) là «\(Self.shown(value))», không phải ngày giờ CAP. Hãy viết như 2026-11-20T05:30:00+07:00.",
        "<\(field)> on line \(line) is «\(Self.shown(value))», not a CAP date. Write it like 2026-11-20T05:30:00+07:00."
      )
    case .badReference(let value, let line):
      (
        "<references> ở dòng \(line) có «\(Self.shown(value))». Hãy viết mỗi tin là người gửi,mã tin,ngày giờ gửi.",
        "<references> on line \(line) holds «\(Self.shown(value))». Write each message as sender,identifier,sent."
      )
    case .tooManyReferences(let count, let limit, let line):
      (
        "<references> ở dòng \(line) nêu \(count) tin, quá \(limit). Hãy chỉ nêu những tin còn hiệu lực.",
        "<references> on line \(line) names \(count) messages, over \(limit). Name only those still in force."
      )
    case .badPolygon(let fault, let line):
      (
        "<polygon> ở dòng \(line): \(fault.vietnamese)",
        "<polygon> on line \(line): \(fault.english)"
      )
    case .polygonTooLong(let points, let limit, let line):
      (
        "<polygon> ở dòng \(line) làm tin có \(points) điểm, quá \(limit). Hãy giản lược đường viền rồi gửi lại.",
        "<polygon> on line \(line) brings the message to \(points) points, over \(limit). Simplify the outline and send it again."
      )
    case .badCircle(let value, let line):
      (
        "<circle> ở dòng \(line) là «\(Self.shown(value))». Hãy viết vĩ độ,kinh độ rồi bán kính km, như 16.05,108.20 5.",
        "<circle> on line \(line) is «\(Self.shown(value))». Write latitude,longitude and the radius in km, like 16.05,108.20 5."
      )
    default: ("", "")
    }
  }

  private static func remedy(_ field: String, _ allowed: [String]) -> (vietnamese: String, english: String) {
    guard allowed.isEmpty else {
      let list = allowed.joined(separator: ", ")
      return ("CAP không có giá trị này. Hãy dùng một trong: \(list).", "CAP has no such value. Use one of: \(list).")
    }
    switch field {
    case "sender", "identifier":
      return (
        "dài quá 500 byte hoặc có dấu cách, dấu phẩy, < hay &. Hãy viết ngắn và bỏ các ký tự đó.",
        "it is over 500 bytes or holds a space, a comma, < or &. Make it short, without those characters."
      )
    case "altitude", "ceiling": return ("không phải là số. Hãy ghi số feet.", "that is not a number. Write the number of feet.")
    default: return ("không dùng được. Hãy sửa rồi gửi lại.", "that cannot be used. Correct it and send the message again.")
    }
  }
}

extension CAPRefusal.PolygonFault {
  var vietnamese: String {
    switch self {
    case .tooFewPoints(let count): "chỉ có \(count) điểm. Hãy ghi ít nhất 4 điểm, điểm cuối trùng điểm đầu."
    case .notClosed: "điểm cuối khác điểm đầu. Hãy lặp lại điểm đầu ở cuối."
    case .badPair(let pair): "«\(CAPRefusal.shown(pair))» không phải vĩ độ,kinh độ. Hãy viết như 16.05,108.20."
    case .outOfRange(let pair):
      "«\(CAPRefusal.shown(pair))» không có trên Trái Đất. Hãy ghi vĩ độ (-90 đến 90) trước, kinh độ (-180 đến 180) sau."
    }
  }

  var english: String {
    switch self {
    case .tooFewPoints(let count): "it has only \(count) points. Give at least 4, the last the same as the first."
    case .notClosed: "its last point is not its first. Repeat the first point at the end."
    case .badPair(let pair): "«\(CAPRefusal.shown(pair))» is not latitude,longitude. Write it like 16.05,108.20."
    case .outOfRange(let pair):
      "«\(CAPRefusal.shown(pair))» is not on the Earth. Write the latitude (-90 to 90) first, then the longitude (-180 to 180)."
    }
  }
}
