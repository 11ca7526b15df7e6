internal import Foundation

/// Asks whoever sounds the station's emergencies: the service, or another command.
public enum EmergencyCaller {
  /// How it went.
  public enum Outcome: Sendable, Hashable {
    case answered
    /// Nobody is there.
    case nobody
    /// Somebody was there and went before it was known how it went.
    case lost
    /// A process is there and does not answer; 0 when its number is not known.
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
    let owner = places.owner?.user
    for (index, path) in places.sockets.enumerated() where places.isOurs(index) {
      let socket: LocalSocket
      do throws(LocalSocket.Absence) {
        socket = try LocalSocket.connected(to: path, patienceMilliseconds: patienceMilliseconds)
      } catch {
        if error == .full { return .hung(process: EmergencyLock.holder(in: places) ?? 0) }
        continue
      }
      defer { socket.close() }
      // Whoever waits there must be the station's user, the superuser, or ourselves.
      guard let peer = socket.peer, peer.user == 0 || peer.user == geteuid() || peer.user == owner else { continue }
      let process = peer.process
      guard socket.send(bytes) else { return .lost }
      var patience = patienceMilliseconds
      var rest: [UInt8] = []
      while true {
        // Only silence is hanging: one that closes the line is on its way out.
        guard socket.wait(milliseconds: patience) else {
          return patience == patienceMilliseconds ? .hung(process: process) : .lost
        }
        guard let more = socket.received() else { return .lost }
        rest += more
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
          let line = Data(rest[..<end])
          rest.removeFirst(end + 1)
          guard let reply = try? JSONDecoder().decode(EmergencyReply.self, from: line) else { continue }
          patience = nextMilliseconds
          onReply(reply)
          if case .end = reply { return .answered }
        }
      }
    }
    return .nobody
  }

  /// Ends a process that hangs, so that its loudspeakers come free.
  /// - Returns: false when it may not be ended, or is no process of ours.
  public static func end(_ process: Int32) -> Bool {
    // The same program as this one, and no other that has the number now.
    guard process > 1, let name = FileManager.default.contents(atPath: "/proc/\(process)/comm"),
      name == FileManager.default.contents(atPath: "/proc/self/comm"), kill(process, SIGKILL) == 0
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
