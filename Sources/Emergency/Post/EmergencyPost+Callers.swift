internal import AudioOutput
internal import Synchronization

/// Who calls over the socket: one thread listens to all, and each that has spoken is served by a thread of its own.
extension EmergencyPost {
  /// Callers served at once; further ones are turned away.
  private static var callerLimit: Int { 32 }

  /// Until the socket is closed.
  func listen(at server: LocalSocket) {
    var waiting = WaitingCallers()
    while true {
      let (hasComer, spoken) = waiting.wait(besides: server)
      for caller in spoken { attend(caller) }
      guard hasComer else { continue }
      guard let client = server.accepted() else { break }
      if let silent = waiting.add(client) { turnAway(silent) }
    }
    for socket in waiting.sockets { socket.close() }
  }

  private func attend(_ caller: WaitingCallers.Caller) {
    let isFree = callers.add(1, ordering: .relaxed).newValue <= Self.callerLimit
    let isServed =
      isFree
      && DetachedThread.start { [self] in
        serve(caller)
        caller.socket.close()
        callers.subtract(1, ordering: .relaxed)
      }
    guard !isServed else { return }
    callers.subtract(1, ordering: .relaxed)
    turnAway(caller.socket)
  }

  private func turnAway(_ socket: LocalSocket) {
    for answer in [EmergencyReply.refused(.busy), .end(sounds: false)] {
      _ = EmergencyMessage.encoded(answer).map(socket.send)
    }
    socket.close()
  }

  private func serve(_ caller: WaitingCallers.Caller) {
    guard let person = caller.socket.peer else { return }
    let reply = { (reply: EmergencyReply) in _ = EmergencyMessage.encoded(reply).map(caller.socket.send) }
    if !caller.bytes.isEmpty { reply(.heard) }
    do throws(EmergencyRefusal) {
      let line = caller.bytes.firstIndex(of: UInt8(ascii: "\n")).map { Array(caller.bytes[..<$0]) } ?? caller.bytes
      perform(try EmergencyMessage.decoded(line), by: person, reply: reply)
    } catch {
      refuse(error, person, reply)
    }
  }
}
