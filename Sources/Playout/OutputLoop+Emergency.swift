internal import AudioOutput
internal import Synchronization

/// The emergency lane's side of the loop: the rules of `OutputLoop` hold, but for one lock and one dropping of the device's
/// queue at each takeover.
extension OutputLoop {
  /// Sounds emergency turns as long as there is one.
  /// - Returns: whether there was any; the programme is over then.
  func soundEmergency() throws(AudioOutputError) -> Bool {
    var hasSounded = false
    while let turn = nextTurn() {
      hasSounded = true
      do throws(AudioOutputError) {
        cutOff(isProgramme: !state.isPreempted.load(ordering: .relaxed))
        state.isPreempted.store(true, ordering: .releasing)
        turn.end(try feed(turn))
      } catch {
        turn.end(.failed, error)
        throw error
      }
    }
    return hasSounded
  }

  /// A turn that was opened and that nobody has taken.
  private func nextTurn() -> EmergencyTurn? {
    let number = lane.number.load(ordering: .acquiring)
    guard number != seenTurn else { return nil }
    seenTurn = number
    guard let turn = lane.current, turn.claim() else { return nil }
    return turn
  }

  /// Forgets what the device has not sounded yet.
  ///
  /// The device may hold 200 ms, and stops in mid-wave; a fade written after that would be a second click.
  private func cutOff(isProgramme: Bool) {
    let queued = output.queuedFrames
    if isProgramme {
      state.taken.subtract(queued, ordering: .relaxed)
      state.queued.store(0, ordering: .relaxed)
    }
    if queued > 0 { output.drop() }
  }

  private func feed(_ turn: EmergencyTurn) throws(AudioOutputError) -> EmergencyTurn.Ending {
    while true {
      state.passes.add(1, ordering: .relaxed)
      if isOver(turn) {
        cutOff(isProgramme: false)
        return .cut
      }
      // Read before the ring: what was pushed before completion is then seen below.
      let isComplete = turn.isComplete.load(ordering: .acquiring)
      if turn.ring.count < period.count, !isComplete, mayWait {
        nap()
        continue
      }
      if napsForRoom() { continue }
      var span = period.mutableSpan
      let count = turn.ring.pop(into: &span)
      if count < period.count, isComplete {
        if count > 0 { try write(count, of: turn) }
        return try finish(turn)
      }
      if count < period.count {
        for index in count..<period.count { period[index] = 0 }
        turn.lateFrameCount.add(period.count &- count, ordering: .relaxed)
      }
      try write(period.count, sound: count, of: turn)
    }
  }

  /// Lets the last frames sound; a newer turn does not wait for them.
  private func finish(_ turn: EmergencyTurn) throws(AudioOutputError) -> EmergencyTurn.Ending {
    while output.isPaced, output.queuedFrames > period.count {
      if isOver(turn) {
        cutOff(isProgramme: false)
        return .cut
      }
      nap()
    }
    try output.drain()
    return .sounded
  }

  private func isOver(_ turn: EmergencyTurn) -> Bool {
    turn.isCancelled.load(ordering: .acquiring) || lane.number.load(ordering: .acquiring) != seenTurn
      || state.isAbandoned.load(ordering: .relaxed) || !claim.isValid
  }

  private func write(_ count: Int, sound: Int? = nil, of turn: EmergencyTurn) throws(AudioOutputError) {
    try hand(count)
    if turn.firstWrite.load(ordering: .relaxed) == 0 { turn.firstWrite.store(monotonicNanoseconds(), ordering: .releasing) }
    turn.takenFrames.add(sound ?? count, ordering: .relaxed)
    turn.queuedFrames.store(output.queuedFrames, ordering: .relaxed)
  }
}
