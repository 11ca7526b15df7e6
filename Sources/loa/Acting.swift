internal import Foundation
internal import Store

/// Who runs the command.
enum Acting {
  /// Milliseconds after 1970-01-01T00:00:00Z.
  static var now: Int { Int(Date().timeIntervalSince1970 * 1000) }

  /// The name given, or the login name.
  static func act(by named: String?) -> Act {
    let environment = ProcessInfo.processInfo.environment
    let person = named ?? environment["LOGNAME"] ?? environment["USER"] ?? "loa"
    return Act(person: person.isEmpty ? "loa" : person, unixMilliseconds: now)
  }

  static func notice(_ written: String) throws -> NoticeID {
    guard let id = NoticeID(written: written) else {
      throw Failure(
        .usage, "«\(written)» không phải mã tin. Mã tin như TB7; xem «loa list».",
        "«\(written)» is no notice's id. One looks like TB7; see «loa list».")
    }
    return id
  }
}
