internal import AudioOutput
internal import Synchronization

/// What the output thread and the player's task tell each other, without a lock while sound is running.
final class LoopState: Sendable {
  /// Counts over all openings of the loudspeaker.
  let meter: PlayMeter

  init(meter: PlayMeter = PlayMeter()) { self.meter = meter }

  /// Player to loop: fade out and end.
  let isStopping = Atomic<Bool>(false)
  /// Player to loop: given up; whatever is left must not sound when the device comes back.
  let isAbandoned = Atomic<Bool>(false)
  /// Player to loop: nothing more will be pushed.
  let isComplete = Atomic<Bool>(false)

  /// Loop to player: an emergency has taken the device; the programme is over and the loop goes on without it.
  let isPreempted = Atomic<Bool>(false)
  /// Loop to player: passes of the loop, for the watchdog.
  let passes = Atomic<Int>(0)
  /// Frames taken from the ring and handed to the device.
  let taken = Atomic<Int>(0)
  /// Frames in the device that have not sounded yet.
  let queued = Atomic<Int>(0)
  /// Frames of silence written because the ring was empty.
  let silence = Atomic<Int>(0)
  /// CLOCK_MONOTONIC in nanoseconds when the device had taken its first frames; 0 before.
  let firstWrite = Atomic<Int>(0)
  let xruns = Atomic<Int>(0)
  let isPaced = Atomic<Bool>(true)
  /// SCHED_FIFO was granted.
  let hasRealTimePriority = Atomic<Bool>(false)

  /// The loop's last act.
  let hasFinished = Atomic<Bool>(false)
  let failure = Mutex<AudioOutputError?>(nil)
}
