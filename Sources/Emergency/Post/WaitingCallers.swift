internal import AudioOutput
internal import Foundation

/// Callers who have not said yet what they want. One that keeps silent costs a descriptor and nothing more: when there are too many, the
/// one that has been silent longest gives way, and whoever speaks at once is heard at once.
struct WaitingCallers {
  /// A caller and what it said.
  struct Caller {
    let socket: LocalSocket
    fileprivate(set) var bytes: [UInt8] = []
    /// CLOCK_MONOTONIC in nanoseconds.
    fileprivate let deadline: Int
  }

  private var callers: [Caller] = []

  /// Callers that may be silent at once.
  private static let limit = 64
  /// How long one may be silent, or speak little by little.
  private static let patienceNanoseconds = 2_000_000_000

  /// Takes the next caller.
  /// - Returns: who gives way to it.
  mutating func add(_ socket: LocalSocket) -> LocalSocket? {
    callers.append(Caller(socket: socket, deadline: monotonicNanoseconds() + Self.patienceNanoseconds))
    return callers.count > Self.limit ? callers.removeFirst().socket : nil
  }

  /// All of them, as nobody listens any more.
  var sockets: [LocalSocket] { callers.map(\.socket) }

  /// Waits for whoever comes or speaks first.
  /// - Returns: whether a caller came, and those that have said a line, ended, or had their time.
  mutating func wait(besides server: LocalSocket) -> (hasComer: Bool, spoken: [Caller]) {
    let left = (callers.first?.deadline).map { max(0, ($0 - monotonicNanoseconds()) / 1_000_000 + 1) } ?? -1
    let isReady = LocalSocket.wait(for: [server] + sockets, milliseconds: left)
    var (spoken, silent): ([Caller], [Caller]) = ([], [])
    let now = monotonicNanoseconds()
    for (var caller, isReady) in zip(callers, isReady.dropFirst()) {
      var hasEnded = now >= caller.deadline
      if isReady {
        let more = caller.socket.received()
        caller.bytes += more ?? []
        hasEnded = hasEnded || more == nil
      }
      let hasSpoken = caller.bytes.contains(UInt8(ascii: "\n")) || caller.bytes.count > EmergencyMessage.sizeLimit
      if hasSpoken || hasEnded { spoken.append(caller) } else { silent.append(caller) }
    }
    callers = silent
    return (isReady.first ?? false, spoken)
  }
}
