internal import Settings

// Dates as officers type them in settings: the forms are few and fixed, unlike those the reader knows in running text.

extension CivilDate {
  /// From `20/11/2026`, `20-11-2026`, `20.11.2026` or `2026-11-20`; nil when it is none of them or no such day.
  public init?(written: some StringProtocol) {
    let parts = written.split(whereSeparator: { "/-. ".contains($0) })
    let numbers = parts.compactMap { $0.count <= 4 ? Int($0) : nil }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].count == 4 {
      self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    } else {
      self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    }
  }
}

extension CivilDate {
  /// The same, or `20/11` in a known year.
  init?(written: some StringProtocol, year: Int?) {
    let parts = written.split(whereSeparator: { "/-.".contains($0) })
    if let year, parts.count == 2, let day = Int(parts[0]), let month = Int(parts[1]) {
      self.init(year: year, month: month, day: day)
    } else {
      self.init(written: written)
    }
  }
}

extension LocalDateTime {
  /// From a date, or a date and a time: `20/11/2026 07:30`, `2026-11-20T07:30`; midnight when there is no time.
  init?(written: String) {
    let parts = written.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard let first = parts.first, parts.count <= 2, let date = CivilDate(written: first) else { return nil }
    guard parts.count == 2 else {
      self.init(date: date, secondOfDay: 0)
      return
    }
    guard let second = Self.secondOfDay(written: parts[1]) else { return nil }
    self.init(date: date, secondOfDay: second)
  }

  /// From `07:30`, `7h30`, `7h` or `07:30:15`.
  public static func secondOfDay(written: some StringProtocol) -> Int? {
    let parts = written.split(whereSeparator: { $0 == ":" || $0 == "h" || $0 == "g" })
    let numbers = parts.compactMap { $0.count <= 2 ? Int($0) : nil }
    guard (1...3).contains(parts.count), numbers.count == parts.count else { return nil }
    let minute = numbers.count > 1 ? numbers[1] : 0
    let second = numbers.count > 2 ? numbers[2] : 0
    guard (0..<24).contains(numbers[0]), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
    return numbers[0] * 3600 + minute * 60 + second
  }
}

extension Validity {
  /// From `A - B`, `A đến B`, `A..B`, `từ A`, `đến B` with dates as in `CivilDate(written:)`; a single date is that day.
  /// - Parameter year: of dates without one; a last day before the first is of the year after.
  init?(written: String, year: Int? = nil) {
    var spaced = written.replacing("..", with: " .. ").replacing("–", with: " – ").replacing("—", with: " — ")
    // Between dates written with slashes a dash can only part them.
    if written.contains("/") { spaced = spaced.replacing("-", with: " - ") }
    let words = spaced.split(separator: " ")
    var dates: [CivilDate] = []
    var openStart = false
    var openEnd = false
    var isParted = false
    for word in words {
      if let date = CivilDate(written: word, year: year) {
        guard dates.isEmpty || isParted else { return nil }
        dates.append(date)
        isParted = false
        continue
      }
      let word = String(word)
      if SettingsKey("từ", "from").matches(word) {
        guard dates.isEmpty else { return nil }
        openEnd = true
      } else if SettingsKey("đến", "hết", "until", "to").matches(word) || ["-", "–", "—", ".."].contains(word) {
        if dates.isEmpty { openStart = true } else { isParted = true }
      } else if !SettingsKey("ngày").matches(word) {
        return nil
      }
    }
    // Something that parts and nothing after it: from that day on.
    if isParted { openEnd = true }
    switch (dates.count, openStart, openEnd) {
    case (1, true, false): self.init(first: nil, last: dates[0])
    case (1, false, true): self.init(first: dates[0], last: nil)
    case (1, false, false): self.init(first: dates[0], last: dates[0])
    case (2, false, _):
      let isNext = dates[1] < dates[0] && dates[1].year == year
      let last = isNext ? CivilDate(year: dates[1].year + 1, month: dates[1].month, day: dates[1].day) : dates[1]
      self.init(first: dates[0], last: last)
    default: return nil
    }
  }
}

extension Weekday {
  /// From `thứ 2`, `thứ hai`, `t2`, `monday`, `chủ nhật`, `cn`; nil otherwise.
  public init?(written: String) {
    let names: [[String]] = [
      ["thứ hai", "thứ 2", "t2", "monday"], ["thứ ba", "thứ 3", "t3", "tuesday"], ["thứ tư", "thứ 4", "t4", "wednesday"],
      ["thứ năm", "thứ 5", "t5", "thursday"], ["thứ sáu", "thứ 6", "t6", "friday"],
      ["thứ bảy", "thứ 7", "t7", "saturday"], ["chủ nhật", "cn", "sunday"],
    ]
    for (weekday, names) in zip(Weekday.allCases, names) where SettingsKey(names).matches(written) {
      self = weekday
      return
    }
    return nil
  }
}
