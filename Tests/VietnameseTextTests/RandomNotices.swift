/// Inputs nobody would write, made of what people write.
enum RandomNotices {
  static func noise(_ random: inout SplitMix) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { text += [" ", " ", "", "\n", "\t"].randomElement(using: &random) ?? "" }
    }
    return text
  }

  static func mutated(_ random: inout SplitMix) -> String {
    var scalars = Array((notices.randomElement(using: &random) ?? "").unicodeScalars)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0..<scalars.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").unicodeScalars, at: place)
      case 2: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
      default: scalars[place] = Unicode.Scalar(UInt32.random(in: 0x20...0x1EFF, using: &random)) ?? " "
      }
      if scalars.isEmpty { scalars = [" "] }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  static let pieces = [
    "0", "1", "5", "12", "30", "07", "2024", "1990", "1000000", "0912", "345", "678", "99999999999999999999", "1.250", "3,5",
    "24",
    ".", ",", ":", ";", "-", "–", "/", "\\", "(", ")", "%", "°", "°C", "'", "\"", "&", "+", "=", "<", ">", "@", "#", "*", "_",
    "~", "|",
    "…", "→", "±", "½", "²", "$", "€", "₫", "🔔", "👨‍👩‍👧", "\u{301}", "\u{200B}", "\u{FEFF}", "\u{0}", "\r\n", "，",
    "ngày", "tháng", "năm", "lúc", "giờ", "h", "g", "thứ", "quý", "số", "từ", "đến", "và", "thôn", "xã", "điện thoại", "tỷ lệ",
    "UBND", "HĐND", "KT-XH", "NĐ-CP", "QH15", "TT", "ĐT", "QL1A", "XIV", "II", "TP.", "v.v", "ThS.", "KH&CN", "A", "b", "ĐK",
    "km", "m2", "kg", "ha", "đ", "đồng", "tr", "triệu", "USD", "kVA", "tạ/ha", "k", "m", "x", "oC", "độ", "lần",
    "bacgiang.gov.vn", "a@b.vn", "http://", "www.", "facebook", "Krông", "H'leo", "M'Nông", "smartphone", "中文", "Привет", "ﬁle",
    "Thông báo", "THÔNG BÁO", "bà con", "họp", "chuyển đổi số (CĐS)", "Thoâng baùo", "nghe^", "ở", "Ủy", "khuỷu", "./.", "---",
    "- ",
  ]

  static let notices = [
    """
    UBND XÃ ĐỒNG TÂM
    THÔNG BÁO
    V/v thu tiền điện quý II/2024
    Kính gửi: Bà con nhân dân thôn 3, thôn 5.
    1. Thời gian: 7h30-11h00, thứ 7, ngày 06/4/2024.
    - Mức thu: 2.450đ/kWh (tăng 3,5% so với năm 2023);
    2/ Liên hệ: ông Trần Văn B, ĐT: 0975.112.233 hoặc (0241) 3.822.114.
    TM. UBND XÃ
    """,
    """
    Theo Kế hoạch số 88/KH-UBND ngày 15/3/2025 về chuyển đổi số (CĐS), Tổ CĐS cộng đồng hướng dẫn cài đặt VNeID từ 18-22/3.
    Dự báo: nhiệt độ 14–17°C, gió cấp 5-6, giật cấp 8; mưa 30-60mm/24h, có nơi trên 80mm.
    Đã tiêm 1.204/1.250 con trâu bò (đạt 96,3%), còn 2/3 số hộ ở thôn 4 chưa đăng ký…
    """,
  ]
}
