internal import Settings

extension LunarDay {
  /// From `mùng 1`, `rằm`, `rằm tháng 7`, `23 tháng Chạp`, `15/7 âm lịch`, `ngày 10 âm lịch`; nil when nothing says that it is lunar.
  public init?(written: String) {
    var words = written.split(whereSeparator: { $0 == " " || $0 == "/" }).map(String.init)
    var isLunar = false
    var day: Int?
    var month: Int?
    func next(_ names: String...) -> Bool {
      guard let word = words.first, SettingsKey(names).matches(word) else { return false }
      words.removeFirst()
      return true
    }
    func number() -> Int? {
      guard let word = words.first, word.utf8.count <= 2, let value = Int(word) else { return nil }
      words.removeFirst()
      return value
    }
    _ = next("ngày")
    if next("mùng", "mồng") {
      isLunar = true
      day = number() ?? (next("một") ? 1 : nil)
    } else if next("rằm") {
      (isLunar, day) = (true, 15)
    } else {
      day = number()
    }
    _ = next("tháng")
    if let value = number() {
      month = value
    } else if next("giêng") {
      (isLunar, month) = (true, 1)
    } else if next("chạp") {
      (isLunar, month) = (true, 12)
    } else if next("một") {
      month = 11
    }
    if next("ÂL", "AL")
      || (next("âm")
        && {
          _ = next("lịch"); return true
        }())
    {
      isLunar = true
    }
    guard isLunar, words.isEmpty, let day else { return nil }
    self.init(day: day, month: month)
  }
}
