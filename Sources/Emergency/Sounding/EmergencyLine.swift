internal import AudioOutput
internal import Foundation
internal import Playout
internal import Synchronization

/// One line of loudspeakers and its lane: a turn opened on it sounds, whether a programme is on it or the device is closed.
final class EmergencyLine: Sendable {
  let output: EmergencyOutput
  let lane: EmergencyLane
  private let meter: PlayMeter
  private let fault = Mutex<AudioOutputError?>(nil)
  private let owner = Mutex(0)
  private let isSwitchedOn = Atomic<Bool>(false)
  /// Until when the device is being opened and its amplifier warms up; CLOCK_MONOTONIC in nanoseconds.
  private let opening = Atomic<Int>(0)

  init(output: EmergencyOutput, lane: EmergencyLane, meter: PlayMeter) {
    (self.output, self.lane, self.meter) = (output, lane, meter)
  }

  /// Whether it is still being opened: that is no hanging.
  var isOpening: Bool { opening.load(ordering: .relaxed) > monotonicNanoseconds() }

  /// Why the device could not be opened the last time; nil when it could.
  var failure: AudioOutputError? { fault.withLock { $0 } }

  /// Makes the line a round's.
  /// - Returns: what the round shows when it opens a turn; those of earlier rounds count no more.
  func take() -> Int {
    fault.withLock { $0 = nil }
    return owner.withLock { owner in
      owner += 1
      return owner
    }
  }

  /// Puts a turn before all else. Where nobody has the device, it is opened on a thread of its own.
  func sound(_ turn: EmergencyTurn, by token: Int) {
    owner.withLock { owner in
      guard owner == token else { return }
      lane.open(turn)
      openIfFree()
    }
  }

  /// Opens the device for the lane's turn; does nothing while somebody has it.
  func openIfFree() {
    guard let claim = lane.claim() else { return }
    let patience = output.before.isEmpty ? 6 : 9 + max(0, min(30, output.warmUpSeconds))
    opening.store(monotonicNanoseconds() + Int(patience * 1e9), ordering: .relaxed)
    let isStarted = DetachedThread.start { [self] in
      do throws(AudioOutputError) {
        try open(claim)
        fault.withLock { $0 = nil }
      } catch {
        fault.withLock { $0 = error }
        claim.release()
      }
      opening.store(0, ordering: .relaxed)
    }
    if !isStarted { claim.release() }
  }

  private func open(_ claim: EmergencyLane.Claim) throws(AudioOutputError) {
    if let volume = output.volume { _ = DetachedThread.start { try? volume.apply() } }
    let amplifier = AmplifierSwitch(output.before)
    isSwitchedOn.store(true, ordering: .relaxed)
    let asked = OutputParameters(periodFrames: 480, bufferFrames: 4800, startThresholdFrames: 960)
    if let channels = output.channels {
      let device = try ChannelOutput(
        device: output.device, channels: channels, of: output.channelCount ?? channels.max() ?? 1, asking: asked)
      warmUp(amplifier)
      _ = Player().sound(claim, on: device, meter: meter)
    } else {
      let device = try ALSAOutput(device: output.device, asking: asked)
      warmUp(amplifier)
      _ = Player().sound(claim, on: device, meter: meter)
    }
  }

  /// Forgets the round that sounded last; the amplifier is switched off where it was switched on for it.
  func rest() {
    lane.close()
    let isOurs = isSwitchedOn.exchange(false, ordering: .relaxed)
    _ = DetachedThread.start { [self] in
      var claim = lane.claim()
      for _ in 0..<100 where claim == nil {
        usleep(20_000)
        if lane.current != nil { return }
        claim = lane.claim()
      }
      // Nobody plays on it while the amplifier is switched off.
      if let claim {
        if isOurs, !output.after.isEmpty { AmplifierSwitch(output.after)?.wait(seconds: 5) }
        claim.release()
      }
    }
  }

  private func warmUp(_ amplifier: AmplifierSwitch?) {
    guard let amplifier else { return }
    amplifier.wait(seconds: 3)
    usleep(useconds_t(max(0, min(30, output.warmUpSeconds)) * 1e6))
  }
}
