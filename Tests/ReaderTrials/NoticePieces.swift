/// What notices are made of, and what stands between it.
enum NoticePieces {
  static let joints = [" ", " ", " ", " ", "", "", "\n", "\t", ". ", ", ", "; ", ": ", "\u{A0}", "  ", " - ", "-", "/"]

  static let all = [
    "0", "1", "5", "12", "30", "07", "15", "31", "2024", "1990", "2026", "1000000", "0912", "345", "678", "0912.345.678",
    "99999999999999999999", "1.250", "3,5", "24", "2.000.000", "1.500,75", "12/3", "15/03/2025", "7h30", "7:30", "18-22/3",
    "14h-16h",
    "II/2024", "88/KH-UBND", "15/2021/NĐ-CP", "36C-123.45", "1900 1234", "(0204) 3.856.123", "+84", "30%", "3x4", "10m2", "25°C",
    ".", ",", ":", ";", "-", "–", "/", "\\", "(", ")", "%", "°", "°C", "'", "\"", "&", "+", "=", "<", ">", "@", "#", "*", "_",
    "~",
    "|", "…", "→", "±", "½", "²", "$", "€", "₫", "🔔", "👨‍👩‍👧", "\u{301}", "\u{200B}", "\u{FEFF}", "\u{0}", "\r\n", "，", "“", "”", "[",
    "]",
    "ngày", "tháng", "năm", "lúc", "giờ", "phút", "h", "g", "thứ", "quý", "số", "từ", "đến", "và", "thôn", "xã", "điện thoại",
    "tỷ lệ",
    "khoảng", "trên", "dưới", "mùng", "chủ nhật", "sáng", "chiều", "tổ", "khu phố", "lớp", "tuổi", "kênh", "biển số", "hotline",
    "cấp",
    "UBND", "HĐND", "KT-XH", "NĐ-CP", "QH15", "TT", "ĐT", "QL1A", "XIV", "II", "TP.", "v.v", "ThS.", "KH&CN", "A", "b", "ĐK",
    "HTX",
    "km", "m2", "kg", "ha", "đ", "đồng", "tr", "triệu", "tỷ", "USD", "kVA", "tạ/ha", "k", "m", "x", "oC", "độ", "lần", "mm",
    "đ/kg",
    "bacgiang.gov.vn", "a@b.vn", "http://", "https://a.vn/b?c=1", "www.", "facebook", "Zalo", "Krông", "H'leo", "M'Nông",
    "smartphone",
    "中文", "Привет", "ﬁle", "Covid-19", "THÔNG BÁO", "Thông báo", "Kính gửi", "bà con", "họp", "mời", "nhân dân", "Nguyễn Văn A",
    "chuyển đổi số (CĐS)", "CĐS", "gọi tắt là", "(sau đây gọi là", "Thoâng baùo", "nghe^", "ở", "Ủy", "khuỷu", "l5", "gi", "quốc",
    "./.",
    "---", "- ", "1. ", "a) ", "TM. UBND", "V/v", "Nơi nhận:", "x.", "T.", "không", "một", "hai mươi mốt", "phẩy", "trừ", "sáu",
  ]
}
