internal import Settings

/// Reads when a notice airs, as an officer writes it: "mỗi sáng và chiều trong 3 ngày", "thứ 2, thứ 5", "rằm, mùng 1", "2 lần mỗi ngày".
struct AirRuleParser {
  /// Of dates without one; nil when nothing tells it.
  let year: Int?
  /// "trong 3 ngày".
  private(set) var days: Int?

  init(year: Int?) { self.year = year }

  mutating func parse(_ words: [SettingsText], _ map: inout SettingsMap) -> AirRule {
    var rule = AirRule()
    for text in words {
      for phrase in Self.phrases(text.value) where !take(phrase, into: &rule) {
        map.report(Self.notUnderstood(phrase), at: text.place)
      }
    }
    return rule
  }

  /// Parts at "và", and before "trong" and "cách nhau".
  private static func phrases(_ text: String) -> [String] {
    var phrases: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      if SettingsKey("và", "and").matches(String(word)) {
        phrases.append([])
      } else if SettingsKey("trong", "cách").matches(String(word)) {
        phrases.append([word])
      } else {
        phrases[phrases.count - 1].append(word)
      }
    }
    return phrases.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  private mutating func take(_ phrase: String, into rule: inout AirRule) -> Bool {
    if SettingsKey("mỗi buổi", "mỗi ngày", "hằng ngày", "hàng ngày", "every session", "daily").matches(phrase) { return true }
    if let day = LunarDay(written: phrase) {
      rule.lunarDays.insert(day)
    } else if let weekday = Weekday(written: phrase) {
      rule.weekdays.insert(weekday)
    } else if let date = CivilDate(written: phrase, year: year) {
      rule.dates.insert(date)
    } else if takeNumber(phrase, into: &rule) {
      return true
    } else if phrase.contains(where: \.isNumber) {
      return false
    } else {
      rule.sessions.append(Self.withoutEach(phrase))
    }
    return true
  }

  /// "trong 3 ngày", "2 lần mỗi ngày", "ngày 2 lần", "tổng cộng 6 lần", "cách nhau 2 giờ".
  private mutating func takeNumber(_ phrase: String, into rule: inout AirRule) -> Bool {
    let numbers = phrase.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    guard numbers.count == 1, let number = numbers.first, (1...999).contains(number) else { return false }
    func says(_ forms: String...) -> Bool { SettingsKey(forms.map { $0.replacing("#", with: "\(number)") }).matches(phrase) }
    if says("trong # ngày", "# ngày", "for # days", "# days") {
      days = number
    } else if says("# lần mỗi ngày", "# lần một ngày", "mỗi ngày # lần", "ngày # lần", "# lần/ngày", "# a day") {
      rule.timesPerDay = number
    } else if says("# lần", "tổng cộng # lần", "tất cả # lần", "cả thảy # lần", "# times", "# in all") {
      rule.timesInAll = number
    } else if says("cách nhau # giờ", "cách # giờ", "# hours apart") {
      rule.gapSeconds = number * 3600
    } else if says("cách nhau # phút", "cách # phút", "# minutes apart") {
      rule.gapSeconds = number * 60
    } else {
      return false
    }
    return true
  }

  /// "mỗi sáng" and "các buổi sáng" are the session "sáng".
  private static func withoutEach(_ phrase: String) -> String {
    var words = phrase.split(separator: " ")
    while words.count > 1, let first = words.first, SettingsKey("mỗi", "các", "buổi", "hằng", "every").matches(String(first)) {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  private static func notUnderstood(_ value: String) -> SettingsProblem.Kind {
    .other(
      vietnamese: """
        không hiểu lịch phát «\(value)». Hãy viết tên buổi (sáng, chiều), thứ (thứ 2, chủ nhật), ngày (20/11/2026), \
        ngày âm lịch (rằm, mùng 1, 23 tháng Chạp), «trong 3 ngày», «2 lần mỗi ngày», «tổng cộng 6 lần» hoặc «cách nhau 2 giờ».
        """,
      english: """
        the air rule «\(value)» is not understood. Write a session (sáng, chiều), a weekday (thứ 2, chủ nhật), a date (20/11/2026), \
        a lunar day (rằm, mùng 1, 23 tháng Chạp), «for 3 days», «2 a day», «6 in all» or «2 hours apart».
        """)
  }
}
