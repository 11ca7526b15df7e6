internal import Foundation

/// Asks whoever sounds the station's emergencies: the service, or another command.
public enum EmergencyCaller {
  /// How it went.
  public enum Outcome: Sendable, Hashable {
    case answered
    /// Nobody is there.
    case nobody
    /// A process is there and does not answer.
    case hung(process: Int32)
  }

  /// How long a process may take for its first answer: it is alive or it is not. In milliseconds.
  public static let patienceMilliseconds = 200
  /// And for the next ones: a loudspeaker that is opened, a message that is made.
  private static let nextMilliseconds = 15_000

  /// Sends a message and hands over the replies, up to the last.
  public static func ask(
    _ message: EmergencyMessage, at places: EmergencyPlaces, patienceMilliseconds: Int = patienceMilliseconds,
    onReply: (EmergencyReply) -> Void
  ) -> Outcome {
    guard let bytes = EmergencyMessage.encoded(message) else { return .nobody }
    for path in places.sockets {
      guard let socket = LocalSocket.connected(to: path) else { continue }
      defer { socket.close() }
      let process = socket.peer?.process ?? 0
      guard socket.send(bytes) else { return .hung(process: process) }
      var (patience, hasAnswered) = (patienceMilliseconds, false)
      var rest: [UInt8] = []
      while true {
        guard socket.wait(milliseconds: patience), let more = socket.received() else {
          return hasAnswered ? .answered : .hung(process: process)
        }
        rest += more
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          let line = Data(rest[..<end])
          rest.removeFirst(end + 1)
          guard let reply = try? JSONDecoder().decode(EmergencyReply.self, from: line) else { continue }
          (patience, hasAnswered) = (nextMilliseconds, true)
          if case .end = reply { return .answered }
          onReply(reply)
        }
      }
    }
    return .nobody
  }

  /// Ends a process that hangs, so that its loudspeakers come free.
  /// - Returns: false when it may not be ended, or is no process of ours.
  public static func end(_ process: Int32) -> Bool {
    guard process > 1, let name = FileManager.default.contents(atPath: "/proc/\(process)/comm"),
      String(decoding: name, as: UTF8.self).hasPrefix("loa"), kill(process, SIGKILL) == 0
    else { return false }
    // Its locks and devices are given back when the system has taken it away.
    for _ in 0..<200 where kill(process, 0) == 0 && !isZombie(process) { usleep(1000) }
    return true
  }

  private static func isZombie(_ process: Int32) -> Bool {
    guard let data = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return true }
    let afterName = String(decoding: data, as: UTF8.self).split(separator: ")").last ?? ""
    return afterName.hasPrefix(" Z") || afterName.hasPrefix(" X")
  }
}
