internal import AudioOutput
internal import Glibc
internal import PCM
internal import Synchronization

/// All the real-time code: pop, fade, write one period, count. Runs on its own thread; writes as soon as the ring holds
/// the first period, until it is told that all was pushed or that it shall stop.
///
/// An emergency turn on its lane goes before the programme, which does not come back on this loop (`OutputLoop+Emergency`).
///
/// The rules between `run` and `finish` (docs/realtime.md): no allocation, lock, `await`, logging, String or existential;
/// errors leave the loop. The only waits are the device's own and naps shorter than a period.
final class OutputLoop<Output: LoudspeakerOutput> {
  let output: Output
  private let ring: FrameRing
  let state: LoopState
  let claim: EmergencyLane.Claim
  private let fadeFrames: Int
  /// One period, as it goes to the device.
  let period: UnsafeMutableBufferPointer<Int16>
  private let napNanoseconds: Int
  private var window = LevelWindow()
  private var hasWritten = false
  private var roomNaps = 0
  /// The lane's turn that was looked at last.
  var seenTurn = 0

  var lane: EmergencyLane { claim.lane }

  init(output: Output, ring: FrameRing, state: LoopState, claim: EmergencyLane.Claim, fadeSeconds: Double) {
    self.output = output
    self.ring = ring
    self.state = state
    self.claim = claim
    let granted = output.granted
    fadeFrames = max(1, granted.rate.frames(inSeconds: fadeSeconds))
    // A device with periods longer than the ring is fed by less.
    period = .allocate(capacity: min(granted.periodFrames, ring.capacity / 4))
    period.initialize(repeating: 0)
    napNanoseconds = period.count * 1_000_000_000 / granted.rate.hertz / 4
  }

  deinit { period.deallocate() }

  /// The thread's whole life.
  func run() {
    do throws(AudioOutputError) {
      try loop()
      if hasWritten, !state.isAbandoned.load(ordering: .relaxed) { try output.drain() }
      // One that came while the last frames sounded.
      _ = try soundEmergency()
      state.queued.store(0, ordering: .relaxed)
    } catch {
      state.failure.withLock { $0 = error }
    }
    state.xruns.store(output.xruns, ordering: .relaxed)
    state.meter.rest()
    output.close()
    claim.release()
    state.hasFinished.store(true, ordering: .releasing)
  }

  private func loop() throws(AudioOutputError) {
    var fadeLeft = fadeFrames
    while true {
      state.passes.add(1, ordering: .relaxed)
      if state.isAbandoned.load(ordering: .relaxed) || !claim.isValid { return output.drop() }
      if try soundEmergency() { return }
      let isStopping = state.isStopping.load(ordering: .relaxed)
      // Read before the ring: what was pushed before completion is then seen below.
      let isComplete = state.isComplete.load(ordering: .acquiring)
      if ring.count < period.count, !isComplete, !isStopping, mayWait {
        nap()
        continue
      }
      if napsForRoom() { continue }
      let count = pop()
      if isStopping {
        let sounding = fade(count, fadeLeft)
        fadeLeft -= sounding
        if sounding > 0 { try write(sounding, sound: sounding) }
        if fadeLeft == 0 || count < period.count { return }
      } else if count < period.count, isComplete {
        // The last frames are not padded: what reaches a file is the sound alone.
        if count > 0 { try write(count, sound: count) }
        return
      } else {
        if count < period.count { pad(from: count) }
        try write(period.count, sound: count)
      }
    }
  }

  /// Whether the ring's writer still has time: nothing sounds yet, the device has more than a period to play, or it does
  /// not play in real time at all.
  var mayWait: Bool {
    guard hasWritten, output.isPaced else { return true }
    let queued = output.queuedFrames
    // What was handed over goes on sounding: whoever feeds the ring goes by it.
    state.queued.store(queued, ordering: .relaxed)
    return queued > period.count
  }

  /// Naps while the device has no room, so that an emergency is seen meanwhile. A device that makes none for a quarter of a second is
  /// left to `write`, which says what is wrong.
  func napsForRoom() -> Bool {
    guard hasWritten, output.isPaced, roomNaps &* napNanoseconds < 125_000_000, !output.hasRoom else {
      roomNaps = 0
      return false
    }
    roomNaps &+= 1
    lane.nap(nanoseconds: 2 &* napNanoseconds)
    return true
  }

  func nap() {
    lane.nap(nanoseconds: output.isPaced ? napNanoseconds : 200_000)
  }

  private func pop() -> Int {
    var span = period.mutableSpan
    return ring.pop(into: &span)
  }

  private func pad(from count: Int) {
    for index in count..<period.count { period[index] = 0 }
    state.silence.add(period.count &- count, ordering: .relaxed)
  }

  /// Ramps the first frames towards silence, `left` being the frames of the ramp still to come.
  ///
  /// - Returns: how many of the `count` frames still sound.
  private func fade(_ count: Int, _ left: Int) -> Int {
    let sounding = min(count, left)
    for index in 0..<sounding {
      period[index] = Int16(truncatingIfNeeded: Int(period[index]) &* (left &- index) / fadeFrames)
    }
    return sounding
  }

  private func write(_ count: Int, sound: Int) throws(AudioOutputError) {
    try hand(count)
    state.taken.add(sound, ordering: .relaxed)
    state.queued.store(output.queuedFrames, ordering: .relaxed)
    state.meter.lateCount.add(count &- sound, ordering: .relaxed)
  }

  /// Hands the period's first frames to the device.
  func hand(_ count: Int) throws(AudioOutputError) {
    try output.write(period.span.extracting(first: count))
    if !hasWritten {
      hasWritten = true
      state.firstWrite.store(monotonicNanoseconds(), ordering: .relaxed)
      state.isPaced.store(output.isPaced, ordering: .relaxed)
    }
    let xruns = output.xruns
    state.meter.xrunCount.add(xruns &- state.xruns.exchange(xruns, ordering: .relaxed), ordering: .relaxed)
    state.meter.framesCount.add(count, ordering: .relaxed)
    window.add(period.span.extracting(first: count), into: state.meter)
  }
}
