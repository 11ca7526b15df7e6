internal import Bulletin
internal import Emergency

/// The monthly self-test: a quiet tone on every line of loudspeakers, in the daytime, and not into anything that plays.
struct SelfTest: Sendable {
  /// Of the month; nil for never.
  let day: Int?
  /// Between these hours.
  private static let hours = 9..<11

  /// The test that is due now; nil when it is not, or was held this month.
  func due(at unixMilliseconds: Int, in post: EmergencyPost) -> EmergencyOrder? {
    guard let day, let time = LocalDateTime(unixSeconds: unixMilliseconds / 1000), time.date.day >= day,
      Self.hours.contains(time.secondOfDay / 3600), !post.isBusy,
      let first = CivilDate(year: time.date.year, month: time.date.month, day: 1)
    else { return nil }
    let start = LocalDateTime(date: first, secondOfDay: 0).unixSeconds * 1000
    guard !post.hasHeldSelfTest(since: start) else { return nil }
    var order = EmergencyOrder(id: EmergencyOrder.id(at: unixMilliseconds), text: "", issued: unixMilliseconds)
    (order.isSelfTest, order.repeats, order.expires) = (true, 1, unixMilliseconds + 600_000)
    return order
  }
}
