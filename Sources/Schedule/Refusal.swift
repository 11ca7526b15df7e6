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
    /// No session is held that day where it may be heard.
    case noSession
    /// It names only zones that the station does not have.
    case noSuchZone([String], known: [String])
    /// The session's budget is used up: what it needs and what is left, in seconds, and the later session that takes it, if any.
    case doesNotFit(session: String, needs: Double, left: Double, instead: String?)
    /// Longer than every session.
    case tooLong(seconds: Double, longest: Double)
    /// It has aired as often as it may.
    case playedOut(times: Int)
    /// Too little time since it last aired.
    case tooSoon(session: String, gapSeconds: Int)
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
    case .noSession: "hôm đó không có buổi phát nào cho khu vực của tin"
    case .noSuchZone(let names, let known):
      "không có khu vực «\(names.joined(separator: ", "))»; các khu vực có: \(known.joined(separator: ", "))"
    case .doesNotFit(let session, let needs, let left, let instead):
      "buổi \(session) không đủ chỗ: cần \(minutes(needs)), còn \(minutes(max(left, 0)))"
        + (instead.map { "; phát ở buổi \($0)" } ?? "")
    case .tooLong(let seconds, let longest):
      "dài \(minutes(seconds)), không buổi nào đủ chỗ (dài nhất \(minutes(longest))); hãy rút gọn hoặc chia làm hai tin"
    case .playedOut(let times): "đã phát đủ \(times) lần"
    case .tooSoon(let session, let gap): "buổi \(session) quá gần lần phát trước: phải cách nhau \(minutes(Double(gap)))"
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
    case .noSession: "no session is held that day where it may be heard"
    case .noSuchZone(let names, let known):
      "no zone «\(names.joined(separator: ", "))»; there are: \(known.joined(separator: ", "))"
    case .doesNotFit(let session, let needs, let left, let instead):
      "session \(session) is full: it needs \(minutes(needs)), \(minutes(max(left, 0))) is left"
        + (instead.map { "; it airs in session \($0)" } ?? "")
    case .tooLong(let seconds, let longest):
      "it lasts \(minutes(seconds)) and no session is that long (longest \(minutes(longest))); shorten it or make two of it"
    case .playedOut(let times): "it has aired \(times) times, as often as it may"
    case .tooSoon(let session, let gap):
      "session \(session) is too close to its last airing: \(minutes(Double(gap))) must lie between"
    }
  }
}

/// Minutes and seconds as 12'40.
private func minutes(_ seconds: Double) -> String {
  let whole = Int(seconds.rounded(.up))
  return "\(whole / 60)'\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
}
