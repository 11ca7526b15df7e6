internal import AudioOutput
internal import Foundation
internal import Synchronization

/// Who calls over the socket: a thread for each, none of them for long.
extension EmergencyPost {
  /// Callers served at once; further ones are turned away.
  private static var callerLimit: Int { 32 }

  func attend(_ client: LocalSocket) {
    guard callers.add(1, ordering: .relaxed).newValue <= Self.callerLimit, client.peer != nil,
      DetachedThread.start({ [self] in
        serve(client)
        client.close()
        callers.subtract(1, ordering: .relaxed)
      })
    else {
      callers.subtract(1, ordering: .relaxed)
      for answer in [EmergencyReply.refused(.busy), .end(sounds: isSounding)] {
        _ = EmergencyMessage.encoded(answer).map(client.send)
      }
      client.close()
      return
    }
  }

  private func serve(_ client: LocalSocket) {
    guard let person = client.peer else { return }
    var bytes: [UInt8] = []
    let deadline = monotonicNanoseconds() + 2_000_000_000
    while !bytes.contains(UInt8(ascii: "\n")) {
      // Whoever connects and says nothing, or little by little, is not waited for.
      let left = (deadline - monotonicNanoseconds()) / 1_000_000
      guard left > 0, client.wait(milliseconds: left), let more = client.received() else { break }
      bytes += more
      if bytes.count > EmergencyMessage.sizeLimit { break }
    }
    let reply = { (reply: EmergencyReply) in EmergencyMessage.encoded(reply).map(client.send) ?? false }
    if !bytes.isEmpty { _ = reply(.heard) }
    do throws(EmergencyRefusal) {
      let line = bytes.firstIndex(of: UInt8(ascii: "\n")).map { Array(bytes[..<$0]) } ?? bytes
      perform(try EmergencyMessage.decoded(line), by: person, reply: reply)
    } catch {
      _ = reply(.refused(error))
      _ = reply(.end(sounds: false))
      noteRefusal(error, of: person)
    }
  }
}
