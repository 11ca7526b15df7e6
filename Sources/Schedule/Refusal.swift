public import Bulletin

/// A notice that does not air on a day, and the rule that keeps it off.
public struct Refusal: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case expired(on: CivilDate)
    case notYetValid(from: CivilDate)
    /// Its air rule names other days.
    case otherDay
    /// Its air rule names a session that is not held that day.
    case noSuchSession([String], held: [String])
    /// Emergencies sound at once, never by the schedule.
    case emergency
    /// The session's budget is used up: what it needs and what is left, in seconds.
    case doesNotFit(session: String, needs: Double, left: Double)
  }

  public let bulletin: String
  public let title: String
  public let reason: Reason
}

extension Refusal.Reason {
  public var vietnamese: String {
    switch self {
    case .expired(let day): "hết hiệu lực từ sau ngày \(day.vietnamese)"
    case .notYetValid(let day): "chưa đến hiệu lực, bắt đầu từ ngày \(day.vietnamese)"
    case .otherDay: "lịch phát không có ngày này"
    case .noSuchSession(let names, let held):
      "không có buổi «\(names.joined(separator: ", "))» trong ngày; các buổi có: \(held.joined(separator: ", "))"
    case .emergency: "tin khẩn cấp không phát theo lịch; phát ngay bằng «loa render TỆP -o khan» rồi «loa play khan/*.flac»"
    case .doesNotFit(let session, let needs, let left):
      "buổi \(session) không đủ chỗ: cần \(minutes(needs)), còn \(minutes(max(left, 0)))"
    }
  }

  public var english: String {
    switch self {
    case .expired(let day): "expired after \(day)"
    case .notYetValid(let day): "not valid before \(day)"
    case .otherDay: "its air rule names other days"
    case .noSuchSession(let names, let held):
      "no session «\(names.joined(separator: ", "))» is held that day; there are: \(held.joined(separator: ", "))"
    case .emergency:
      "emergencies never air by the schedule; sound it at once: «loa render FILE -o now», then «loa play now/*.flac»"
    case .doesNotFit(let session, let needs, let left):
      "session \(session) is full: it needs \(minutes(needs)), \(minutes(max(left, 0))) is left"
    }
  }
}

/// Minutes and seconds as 12'40.
private func minutes(_ seconds: Double) -> String {
  let whole = Int(seconds.rounded(.up))
  return "\(whole / 60)'\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
}
