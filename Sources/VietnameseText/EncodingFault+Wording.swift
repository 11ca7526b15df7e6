extension EncodingFault {
  /// The same, said to the officer.
  var repair: Repair {
    switch self {
    case .legacy(let encoding, let words):
      Repair(
        vietnamese: "Văn bản gõ bằng bảng mã \(encoding.name); đã chuyển \(words) từ sang Unicode. Hãy đọc lại trước khi phát.",
        english: "The text is in \(encoding.name); \(words) words were turned into Unicode. Check it before it airs.")
    case .utf16:
      Repair(
        vietnamese: "Tệp lưu dạng UTF-16; đã chuyển sang UTF-8.",
        english: "The file is UTF-16; it was turned into UTF-8.")
    case .doubleUTF8(let lines):
      Repair(
        vietnamese: "\(lines) dòng bị lỗi phông do lưu sai bảng mã hai lần; đã khôi phục. Hãy đọc lại trước khi phát.",
        english: "\(lines) lines were UTF-8 saved as Windows-1252; they were restored. Check them before they air.")
    case .brokenBytes(let count, let lines):
      Repair(
        vietnamese: "\(count) chỗ bị hỏng mã, đã thay bằng dấu \u{FFFD}, ở dòng \(Self.list(lines)). Hãy gõ lại các chỗ đó.",
        english: "\(count) broken places became \u{FFFD} on line \(Self.list(lines)). Type them again.")
    case .combiningMarks(let count):
      Repair(
        vietnamese: "\(count) chữ viết bằng dấu rời (Unicode tổ hợp); đã ghép thành dựng sẵn.",
        english: "\(count) letters with combining marks were composed (NFC).")
    case .wrongĐ(let count):
      Repair(
        vietnamese: "\(count) chữ Đ gõ nhầm bằng ký tự khác trông giống hệt; đã thay bằng Đ.",
        english: "\(count) look-alikes of Đ (such as U+00D0) were replaced.")
    case .letterForms(let count):
      Repair(
        vietnamese: "\(count) chữ kiểu lạ (toàn khổ, chữ ghép, chữ trang trí) đã thay bằng chữ thường dùng.",
        english: "\(count) full-width, ligature or ornamental letters were replaced by plain ones.")
    case .invisible(let count):
      Repair(
        vietnamese: "Đã bỏ \(count) ký tự vô hình nằm lẫn trong chữ.",
        english: "\(count) invisible characters were removed.")
    case .spaces(let count):
      Repair(
        vietnamese: "Đã thay \(count) khoảng trắng đặc biệt bằng dấu cách thường.",
        english: "\(count) special spaces were replaced by plain ones.")
    case .controls(let count):
      Repair(
        vietnamese: "Đã thay \(count) ký tự điều khiển bằng dấu cách.",
        english: "\(count) control characters were replaced by spaces.")
    }
  }

  private static func list(_ lines: [Int]) -> String {
    let shown = lines.prefix(8).map(String.init).joined(separator: ", ")
    return lines.count > 8 ? shown + ", …" : shown
  }
}
