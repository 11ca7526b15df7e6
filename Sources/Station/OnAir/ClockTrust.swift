internal import CTime

/// Whether the wall clock may be believed: a board without a battery wakes up in 1970, and must neither broadcast then nor play the
/// past again when the time comes.
struct ClockTrust: Sendable, Hashable {
  /// The newest moment the station has written down; milliseconds after 1970.
  var newest: Int

  /// - Parameters:
  ///   - now: milliseconds after 1970.
  ///   - isSynchronised: whether the kernel says that the clock is set by a time source.
  func believes(_ now: Int, isSynchronised: Bool) -> Bool { isSynchronised || now >= newest }

  /// adjtimex(2): the clock is synchronised to a time source.
  static var isSynchronised: Bool {
    var status = timex()
    return adjtimex(&status) != TIME_ERROR
  }
}
