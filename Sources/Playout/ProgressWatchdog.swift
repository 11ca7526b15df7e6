/// Notices when a counter stands still for too long. A value: time is a parameter.
struct ProgressWatchdog {
  private let limitNanoseconds: Int
  private var last = -1
  private var since = 0

  init(seconds: Double) { limitNanoseconds = Int(min(seconds, 86_400) * 1e9) }

  /// - Returns: whether `counter` has not changed for the limit, `now` being monotonic nanoseconds.
  mutating func hasStalled(_ counter: Int, now: Int) -> Bool {
    guard counter == last else {
      last = counter
      since = now
      return false
    }
    return now - since > limitNanoseconds
  }
}
