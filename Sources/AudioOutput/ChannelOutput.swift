internal import Glibc
internal import PCM
internal import Synchronization

/// Some channels of a card with several: a line of loudspeakers of its own. The card is opened once for all of them.
public final class ChannelOutput: LoudspeakerOutput {
  public let granted: GrantedParameters
  private let card: SharedCard
  private let lanes: [CardLanes.Lane]
  private let device: String
  /// What the card had before this line joined it.
  private let earlierXruns: Int
  private var isClosed = false

  /// - Parameters:
  ///   - channels: from 1.
  ///   - channelCount: all of the card's.
  /// - Throws: as `ALSAOutput`; `busy` when somebody plays on one of the channels, `badParameters` for a channel the card has not.
  public init(
    device: String, channels: [Int], of channelCount: Int, asking asked: OutputParameters = OutputParameters(),
    configuration: String? = nil
  ) throws(AudioOutputError) {
    guard !channels.isEmpty, channels.allSatisfy({ (1...channelCount).contains($0) }) else {
      throw .badParameters(device: device, parameter: "channel", asked: "\(channels)")
    }
    let key = SharedCard.Key(device: device, channelCount: channelCount, configuration: configuration)
    let card = try SharedCard.open(key, asking: asked)
    let lanes = Set(channels).sorted().map { card.shared.lanes[$0 - 1] }
    for (index, lane) in lanes.enumerated() where lane.isOpen.exchange(true, ordering: .acquiringAndReleasing) {
      for taken in lanes[..<index] { taken.isOpen.store(false, ordering: .releasing) }
      throw .busy(device: "\(device) \(channels)")
    }
    Self.waitUntilForgotten(lanes)
    for lane in lanes {
      lane.line.store(channels.min() ?? 0, ordering: .relaxed)
      lane.hasBegun.store(false, ordering: .releasing)
      lane.isComplete.store(false, ordering: .releasing)
    }
    (self.card, self.lanes, self.device) = (card, lanes, device)
    earlierXruns = card.shared.xruns.load(ordering: .relaxed)
    let own = card.granted
    granted = GrantedParameters(
      device: "\(device) \(channels)", asked: own.asked, sampleFormat: own.sampleFormat, channelCount: lanes.count,
      rate: own.rate,
      periodFrames: own.periodFrames, bufferFrames: own.bufferFrames)
  }

  deinit { close() }

  public func close() {
    guard !isClosed else { return }
    isClosed = true
    for lane in lanes {
      lane.isDropping.store(true, ordering: .releasing)
      lane.isComplete.store(true, ordering: .releasing)
      lane.hasBegun.store(false, ordering: .releasing)
      lane.line.store(0, ordering: .relaxed)
      lane.isOpen.store(false, ordering: .releasing)
    }
  }

  public var isPaced: Bool { card.shared.isPaced.load(ordering: .relaxed) }
  public var xruns: Int { card.shared.xruns.load(ordering: .relaxed) - earlierXruns }
  /// None once the card has failed: whoever waits for them to sound would wait for ever, and the next write tells why.
  public var queuedFrames: Int {
    card.shared.hasFailed.load(ordering: .acquiring) ? 0 : waiting + card.shared.queued.load(ordering: .relaxed)
  }
  public var hasRoom: Bool { lanes.allSatisfy { $0.ring.capacity - $0.ring.count >= granted.periodFrames } }
  private var waiting: Int { lanes.reduce(0) { max($0, $1.ring.count) } }

  public func write(_ frames: Span<Int16>) throws(AudioOutputError) {
    var start = 0
    var deadline = deadline
    while start < frames.count {
      try check()
      let room = lanes.reduce(frames.count) { min($0, $1.ring.capacity - $1.ring.count) }
      let count = min(room, frames.count - start)
      if count > 0 {
        for lane in lanes { _ = lane.ring.push(frames.extracting(start..<(start + count))) }
        for lane in lanes where !lane.hasBegun.load(ordering: .relaxed) { lane.hasBegun.store(true, ordering: .releasing) }
        start += count
        deadline = self.deadline
      } else {
        try wait(until: deadline, .write)
      }
    }
  }

  public func drain() throws(AudioOutputError) {
    for lane in lanes { lane.isComplete.store(true, ordering: .releasing) }
    let deadline = deadline + Int(granted.latencySeconds * 1e9)
    while waiting > 0 {
      try check()
      try wait(until: deadline, .drain)
    }
    // Other channels go on: what the device holds sounds by itself.
    if isPaced { usleep(useconds_t(max(0, min(queuedFrames, granted.bufferFrames)) * 1_000_000 / granted.rate.hertz)) }
  }

  public func drop() {
    for lane in lanes { lane.isDropping.store(true, ordering: .releasing) }
    Self.waitUntilForgotten(lanes)
  }

  /// What is pushed while a lane is being emptied would be forgotten too.
  private static func waitUntilForgotten(_ lanes: [CardLanes.Lane]) {
    for _ in 0..<200 where lanes.contains(where: { $0.isDropping.load(ordering: .acquiring) }) { usleep(1000) }
  }

  private var deadline: Int { monotonicNanoseconds() + Int((granted.asked.patienceSeconds + granted.asked.openingSeconds) * 1e9) }

  private func check() throws(AudioOutputError) {
    guard card.shared.hasFailed.load(ordering: .acquiring) else { return }
    throw card.shared.failure.withLock { $0 } ?? .disconnected(device: device)
  }

  private func wait(until deadline: Int, _ operation: AudioOutputError.Operation) throws(AudioOutputError) {
    guard monotonicNanoseconds() < deadline else {
      throw .stalled(device: device, operation: operation, seconds: granted.asked.patienceSeconds)
    }
    usleep(isPaced ? useconds_t(granted.periodFrames * 250_000 / granted.rate.hertz) : 200)
  }
}
