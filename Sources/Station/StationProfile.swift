internal import Bulletin
public import Schedule
internal import Settings

/// The sessions that a kind of station usually holds (mẫu).
public enum StationProfile: String, Sendable, Hashable, CaseIterable {
  /// "nông thôn": morning and afternoon, 45 minutes, every day.
  case countryside
  /// "Hà Nội nội thành": morning and afternoon, 15 minutes, Monday to Friday.
  case innerHanoi
  /// "tự đặt": nothing but what is written.
  case own

  public var vietnamese: String {
    switch self {
    case .countryside: "nông thôn"
    case .innerHanoi: "Hà Nội nội thành"
    case .own: "tự đặt"
    }
  }

  /// By any of its names, case and marks aside; nil for none.
  public init?(written: String) {
    guard let profile = Self.allCases.first(where: { SettingsKey($0.names).matches(written) }) else { return nil }
    self = profile
  }

  /// Its names in settings.
  var names: [String] {
    switch self {
    case .countryside: ["nông thôn", "countryside"]
    case .innerHanoi: ["Hà Nội nội thành", "inner Hanoi"]
    case .own: ["tự đặt", "own"]
    }
  }

  public var rules: StationRules {
    let (morning, afternoon) = (5 * 3600 + 1800, 17 * 3600)
    func session(_ name: String, _ start: Int, minutes: Int, _ days: Set<Weekday>) -> Session {
      Session(name: name, weekdays: days, startSecondOfDay: start, budgetSeconds: Double(minutes * 60))
    }
    let all = Set(Weekday.allCases)
    let sessions =
      switch self {
      case .countryside: [session("sáng", morning, minutes: 45, all), session("chiều", afternoon, minutes: 45, all)]
      case .innerHanoi:
        [
          session("sáng", 7 * 3600 + 1800, minutes: 15, all.subtracting([.saturday, .sunday])),
          session("chiều", 16 * 3600 + 1800, minutes: 15, all.subtracting([.saturday, .sunday])),
        ]
      case .own: [Session]()
      }
    return StationRules(sessions: sessions, quietHours: .night)
  }
}
