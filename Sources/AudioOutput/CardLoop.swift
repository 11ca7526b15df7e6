internal import Glibc
internal import PCM
internal import Synchronization

/// The thread of a shared card: a period of every channel, side by side, to the device; a channel that nobody plays on is silent. The
/// rules of Playout's `OutputLoop` hold here too: no allocation, lock or `await` while all is well.
final class CardLoop {
  private let output: ALSAOutput
  private let shared: CardLanes
  private let period: UnsafeMutableBufferPointer<Int16>
  private let block: UnsafeMutableBufferPointer<Int16>
  /// Frames that each channel gives to the period.
  private let counts: UnsafeMutableBufferPointer<Int>
  private var hasWritten = false

  init(output: ALSAOutput, shared: CardLanes) {
    self.output = output
    self.shared = shared
    period = .allocate(capacity: output.granted.periodFrames)
    period.initialize(repeating: 0)
    block = .allocate(capacity: output.granted.periodFrames * shared.lanes.count)
    block.initialize(repeating: 0)
    counts = .allocate(capacity: shared.lanes.count)
    counts.initialize(repeating: 0)
  }

  deinit {
    period.deallocate()
    block.deallocate()
    counts.deallocate()
  }

  func run() {
    do throws(AudioOutputError) {
      while !shared.isStopping.load(ordering: .relaxed) {
        forgetDropped()
        if !isReady, !hasWritten || !output.isPaced || output.queuedFrames > period.count { nap() } else { try step() }
      }
      if hasWritten { try output.drain() }
    } catch {
      shared.failure.withLock { $0 = error }
      shared.hasFailed.store(true, ordering: .releasing)
    }
    output.close()
    shared.queued.store(0, ordering: .relaxed)
    shared.hasFinished.store(true, ordering: .releasing)
  }

  /// Whether every channel that sounds has a period, or its last frames.
  private var isReady: Bool {
    var isAnyOpen = false
    for lane in shared.lanes where lane.isOpen.load(ordering: .acquiring) && lane.hasBegun.load(ordering: .acquiring) {
      let isComplete = lane.isComplete.load(ordering: .acquiring)
      if !isComplete, lane.ring.count < period.count { return false }
      if !isComplete || lane.ring.count > 0 { isAnyOpen = true }
    }
    return isAnyOpen
  }

  private func forgetDropped() {
    for lane in shared.lanes where lane.isDropping.load(ordering: .acquiring) {
      var span = period.mutableSpan
      while lane.ring.pop(into: &span) > 0 {}
      lane.isDropping.store(false, ordering: .releasing)
    }
  }

  private func nap() {
    var time = timespec(
      tv_sec: 0, tv_nsec: output.isPaced ? period.count * 1_000_000_000 / output.granted.rate.hertz / 4 : 200_000)
    nanosleep(&time, nil)
  }

  private func step() throws(AudioOutputError) {
    let width = shared.lanes.count
    // A line's channels are filled one after another: none is taken further than the others are.
    for channel in 0..<width {
      let line = shared.lanes[channel].line.load(ordering: .relaxed)
      counts[channel] = period.count
      for other in shared.lanes where other.line.load(ordering: .relaxed) == line {
        counts[channel] = min(counts[channel], other.hasBegun.load(ordering: .acquiring) ? other.ring.count : 0)
      }
    }
    for channel in 0..<width {
      let lane = shared.lanes[channel]
      let count = counts[channel]
      if count > 0 {
        var span = UnsafeMutableBufferPointer(rebasing: period[..<count]).mutableSpan
        _ = lane.ring.pop(into: &span)
      }
      for frame in 0..<period.count { block[frame &* width &+ channel] = frame < count ? period[frame] : 0 }
    }
    try output.write(interleaved: block.span)
    if !hasWritten {
      hasWritten = true
      shared.isPaced.store(output.isPaced, ordering: .relaxed)
    }
    shared.queued.store(output.queuedFrames, ordering: .relaxed)
    shared.xruns.store(output.xruns, ordering: .relaxed)
  }
}
