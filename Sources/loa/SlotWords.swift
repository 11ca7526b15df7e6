/// What the log and the service call things, in the person's language.
enum SlotWords {
  private static let titles = [
    "chime": "nhạc hiệu", "greeting": "lời chào", "closing": "lời kết", "music": "nhạc", "relay": "tiếp âm",
  ]
  private static let reasons = [
    "too late": "quá giờ", "stopped": "dừng giữa chừng", "device": "loa hỏng giữa chừng",
    "relays are not played": "bản này chưa tự tiếp âm", "no sound": "không có âm thanh",
    "playing ended before its turn": "buổi phát dừng trước khi đến lượt",
    "the sound file is not the one that was approved. Listen and approve again.": "tệp âm thanh không còn đúng bản đã duyệt",
  ]

  /// A notice's own title, or what the item is.
  static func title(_ kept: String) -> String {
    if kept.hasPrefix("again:") { return text("báo phát lại", "repeat") }
    return titles[kept].map { text($0, kept) } ?? kept
  }

  /// In Vietnamese; reasons that are not ours are as they were written.
  static func reason(_ kept: String) -> String {
    if kept.hasPrefix("after "), kept.hasSuffix(" s") { return "sau \(kept.dropFirst(6).dropLast(2)) giây" }
    return reasons[kept] ?? kept
  }
}
