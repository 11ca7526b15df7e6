public import Bulletin
public import Schedule

/// The words on a day's picture and page, in the reader's language.
public struct DayWords: Sendable {
  public var heading, quietHours, wholeDay, budget, time, length, content, noticeClass, zones, aired, refusals, changes, maker,
    approver,
    signature, everywhere, logHead: String
  /// What a row is called, its repeat mark included.
  public var name: @Sendable (DaySheet.Row) -> String
  public var className: @Sendable (NoticeClass) -> String
  public var session: @Sendable (String) -> String
  public var reason: @Sendable (Refusal.Reason) -> String
  public var change: @Sendable (Conflict.Reason) -> String

  public init(
    heading: String, quietHours: String, wholeDay: String, budget: String, time: String, length: String, content: String,
    noticeClass: String, zones: String, aired: String, refusals: String, changes: String, maker: String, approver: String,
    signature: String, everywhere: String, logHead: String, name: @escaping @Sendable (DaySheet.Row) -> String,
    className: @escaping @Sendable (NoticeClass) -> String, session: @escaping @Sendable (String) -> String,
    reason: @escaping @Sendable (Refusal.Reason) -> String, change: @escaping @Sendable (Conflict.Reason) -> String
  ) {
    self.heading = heading
    self.quietHours = quietHours
    self.wholeDay = wholeDay
    self.budget = budget
    self.time = time
    self.length = length
    self.content = content
    self.noticeClass = noticeClass
    self.zones = zones
    self.aired = aired
    self.refusals = refusals
    self.changes = changes
    self.maker = maker
    self.approver = approver
    self.signature = signature
    self.everywhere = everywhere
    self.logHead = logHead
    self.name = name
    self.className = className
    self.session = session
    self.reason = reason
    self.change = change
  }

  func zones(_ zones: Zones) -> String { zones == .all ? everywhere : zones.description }

  /// Minutes and seconds as 3'07.
  static func length(_ seconds: Double) -> String {
    let whole = Int(min(max(seconds, 0), 1e9).rounded())
    return "\(whole / 60)'\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
  }
}
