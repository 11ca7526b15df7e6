internal import AudioOutput
internal import Foundation

/// An order that was taken, and what is replied about it until it is known how it goes.
extension EmergencyPost {
  func raise(
    _ wish: EmergencyOrder, by name: String, arrived: Int, _ reply: (EmergencyReply) -> Void
  ) throws(EmergencyRefusal) {
    let now = EmergencyDesk.now
    var order = try wish.checked(now: now, zones: configuration.zones())
    order.person = name
    try desk.take(order)
    reply(.taken(id: order.id))
    for fault in configuration.faults() { reply(.degraded(fault)) }
    let keeping = desk.keepLater([EmergencyRecord(at: now, .ordered, id: order.id, order: order, person: name)])
    let sounds = report(order.id, arrived, keeping, reply)
    reply(.end(sounds: sounds))
  }

  private func replyKept(_ isKept: Bool, _ reply: (EmergencyReply) -> Void) {
    guard isKept, let path = journal.path else {
      reply(.degraded(.noJournal))
      return
    }
    reply(.kept(path: path))
    if path != configuration.places.journals.first { reply(.degraded(.journal(path: path))) }
  }

  /// Replies what happens until every loudspeaker sounds or has failed, the words are there, and the order is on the disk.
  /// - Returns: whether anything sounds.
  private func report(
    _ id: String, _ arrived: Int, _ keeping: EmergencyDesk.Keeping, _ reply: (EmergencyReply) -> Void
  ) -> Bool {
    var isKnownToBeKept = false
    var told = Told()
    let deadline = arrived + 14_000_000_000
    defer { if !isKnownToBeKept { replyKept(false, reply) } }
    while monotonicNanoseconds() < deadline {
      if !isKnownToBeKept, let isKept = keeping.outcome {
        isKnownToBeKept = true
        replyKept(isKept, reply)
      }
      let round = desk.round(of: id)
      if let round { told.tell(round, arrived, reply) }
      if isKnownToBeKept {
        if let first = desk.goingBefore(id) {
          reply(.waiting(behind: first))
          return true
        }
        // It is over: it was sounded, here or by another process, somebody cancelled it, or its time went by.
        if round?.isStopped ?? true, !desk.book.isDue(id, at: EmergencyDesk.now) { break }
        if let round, told.isAll(of: round, arrived) { return round.hasSounded }
      }
      usleep(3000)
    }
    let hasSounded = hasSounded(id)
    if !hasSounded, desk.book.isCancelled(id) { reply(.cancelled([id])) }
    return hasSounded
  }

  /// What has been replied about a round.
  private struct Told {
    private var (sounding, failed): (Set<String>, Set<String>) = ([], [])
    private var faults: [Degradation] = []
    private var isSpeaking = false

    /// Replies what is new.
    mutating func tell(_ round: SoundingRound, _ arrived: Int, _ reply: (EmergencyReply) -> Void) {
      for feeder in round.feeders where !sounding.contains(feeder.line.output.name) {
        let name = feeder.line.output.name
        if let time = feeder.firstSoundNanoseconds {
          sounding.insert(name)
          reply(.sounding(output: name, milliseconds: max(0, time - arrived) / 1_000_000))
        } else if let failure = feeder.failure, failed.insert(name).inserted {
          reply(.degraded(.output(name: name, vietnamese: failure.vietnamese, english: failure.english)))
        }
      }
      if !isSpeaking, !round.message.isEmpty {
        isSpeaking = true
        reply(.speaking(milliseconds: (monotonicNanoseconds() - arrived) / 1_000_000))
      }
      for fault in round.degradations where !faults.contains(fault) {
        faults.append(fault)
        reply(.degraded(fault))
      }
    }

    /// Whether it is known how it goes everywhere. A loudspeaker that failed is tried again: it is given three seconds.
    func isAll(of round: SoundingRound, _ arrived: Int) -> Bool {
      guard isSpeaking || round.isStopped else { return false }
      let isLate = monotonicNanoseconds() - arrived > 3_000_000_000
      return (isLate ? sounding.union(failed) : sounding).count == round.feeders.count
    }
  }
}
