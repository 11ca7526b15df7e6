internal import AudioOutput
internal import Synchronization

/// The emergency lane's side of the loop: the rules of `OutputLoop` hold, but for one lock and one dropping of the device's
/// queue at each takeover.
extension OutputLoop {
  /// How long what is cut off takes to fade, in frames at 48 kHz: 10 ms.
  private static var cutFrames: Int { 480 }

  /// Sounds emergency turns as long as there is one.
  /// - Returns: whether there was any; the programme is over then.
  func soundEmergency() throws(AudioOutputError) -> Bool {
    var hasSounded = false
    while let turn = nextTurn() {
      hasSounded = true
      do throws(AudioOutputError) {
        try cutOff(isProgramme: !state.isPreempted.load(ordering: .relaxed))
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

  /// Forgets what the device has not sounded yet, and lets its beginning fade.
  ///
  /// The device may hold 200 ms: what was written is written once more from the history, where the sound is now.
  private func cutOff(isProgramme: Bool) throws(AudioOutputError) {
    let queued = min(output.queuedFrames, history.count)
    if isProgramme {
      state.taken.subtract(queued, ordering: .relaxed)
      state.queued.store(0, ordering: .relaxed)
    }
    guard queued > 0 else { return }
    output.drop()
    let count = min(queued, Self.cutFrames, period.count)
    for index in 0..<count {
      period[index] = Int16(truncatingIfNeeded: Int(history.frame(ago: queued &- index)) &* (count &- index) / count)
    }
    try hand(count)
  }

  private func feed(_ turn: EmergencyTurn) throws(AudioOutputError) -> EmergencyTurn.Ending {
    while true {
      state.passes.add(1, ordering: .relaxed)
      if isOver(turn) {
        try cutOff(isProgramme: false)
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
        try cutOff(isProgramme: false)
        return .cut
      }
      nap()
    }
    try output.drain()
    return .sounded
  }

  private func isOver(_ turn: EmergencyTurn) -> Bool {
    turn.isCancelled.load(ordering: .acquiring) || lane.number.load(ordering: .acquiring) != seenTurn
      || state.isAbandoned.load(ordering: .relaxed)
  }

  private func write(_ count: Int, sound: Int? = nil, of turn: EmergencyTurn) throws(AudioOutputError) {
    try hand(count)
    if turn.firstWrite.load(ordering: .relaxed) == 0 { turn.firstWrite.store(monotonicNanoseconds(), ordering: .releasing) }
    turn.takenFrames.add(sound ?? count, ordering: .relaxed)
    turn.queuedFrames.store(output.queuedFrames, ordering: .relaxed)
  }
}
