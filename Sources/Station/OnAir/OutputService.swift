internal import AudioOutput
internal import Bulletin
internal import Foundation
internal import Playout
internal import Schedule
internal import Store
internal import Synchronization

/// Serves one line of loudspeakers: opens its device in time, plays what the broadcaster says, and starts again after any fault.
struct OutputService: Sendable {
  let output: StationOutput
  let broadcaster: Broadcaster
  /// Told that this line goes on, for the service manager's watchdog.
  let heartbeat: Heartbeat
  /// Emergencies go first; while one sounds the line waits.
  let lane: EmergencyLane

  /// The first wait after a fault, and the longest, in seconds.
  private static let backOff = 0.25
  private static let longestBackOff = 2.0
  /// How much earlier than its first sound a device is opened, its warm-up aside, in seconds.
  private static let lead = 1.0

  func run() async {
    var wait = Self.backOff
    let preempted = PreemptedRows()
    while !Task.isCancelled {
      heartbeat.beat(output.name)
      if lane.isTaken {
        try? await Task.sleep(for: .milliseconds(50))
        continue
      }
      await broadcaster.resume(preempted.take())
      let now = broadcaster.clock.now
      let lead = Int((Self.lead + output.warmUpSeconds) * 1000)
      let until: Int?
      switch await broadcaster.next(at: now + lead, on: output) {
      case .rest(let time): until = time
      case .silence(let time): until = time
      case .play: until = 0
      }
      guard until == 0 else {
        // The emergency has left the amplifier on, and nothing goes on after it.
        if preempted.takeSwitch() { await run(output.after) }
        let left = until.map { Double($0 - lead - now) / 1000 } ?? 1
        try? await Task.sleep(for: .seconds(min(2, max(0.02, left))))
        continue
      }
      guard let claim = lane.claimForProgramme() else { continue }
      if await playSession(claim, preempted) {
        wait = Self.backOff
      } else {
        heartbeat.beat(output.name)
        try? await Task.sleep(for: .seconds(wait))
        wait = min(wait * 2, Self.longestBackOff)
      }
    }
  }

  /// Opens the device and plays until there is nothing to play for a while.
  /// - Returns: false when the device failed.
  private func playSession(_ claim: EmergencyLane.Claim, _ preempted: PreemptedRows) async -> Bool {
    // A fifth of a second rides out a busy machine; longer periods cost half the wake-ups.
    let asked = OutputParameters(periodFrames: 960, bufferFrames: 9600, startThresholdFrames: 1920)
    if let volume = output.volume {
      // A mixer that does not obey is no reason for silence.
      let fault: AudioOutputError?
      switch await Self.offPool({ () throws(AudioOutputError) in try volume.apply() }) {
      case .success: fault = nil
      case .failure(let error): fault = error
      }
      await broadcaster.volumeWasSet(output, failure: fault.map { ($0.vietnamese, $0.english) })
    }
    do throws(AudioOutputError) {
      if let channels = output.channels {
        let count = output.channelCount ?? channels.max() ?? 1
        let device = output.device
        let line = try await Self.offPool { () throws(AudioOutputError) in
          Opened(try ChannelOutput(device: device, channels: channels, of: count, asking: asked))
        }.get()
        return await playSession(on: line.device, claim, preempted)
      }
      let device = output.device
      let card = try await Self.offPool { () throws(AudioOutputError) in Opened(try ALSAOutput(device: device, asking: asked)) }
        .get()
      return await playSession(on: card.device, claim, preempted)
    } catch {
      claim.release()
      await fail(error)
      return false
    }
  }

  private func playSession<Device: LoudspeakerOutput & SendableMetatype>(
    on device: sending Device, _ claim: EmergencyLane.Claim, _ preempted: PreemptedRows
  ) async -> Bool {
    await broadcaster.opened(output)
    await switchOn()
    let log = PlayedRows()
    let ear = lane.hasTurn ? nil : await listen()
    let (events, feed) = AsyncStream.makeStream(of: PlayEvent.self)
    let follower = Task { await follow(events, log, ear) }
    broadcaster.clock.opens()
    defer { broadcaster.clock.closes() }
    let report = await Player(fadeSeconds: 0.05).play(
      on: device, next: { ahead in await cue(secondsAhead: ahead, log) }, meter: broadcaster.meters[output.name] ?? PlayMeter(),
      claim: claim,
      onEvent: { event in
        heartbeat.beat(output.name)
        feed.yield(event)
      })
    feed.finish()
    await follower.value
    // What was taken and never heard is anybody's again.
    for row in log.unheard { await broadcaster.release(row, on: output) }
    // A thread that hangs in a driver gives nothing back by itself.
    if report.wasPreempted { preempted.add(log.rows) } else { claim.release() }
    await broadcaster.closed(output)
    if let failure = report.failure {
      await fail(failure)
      return false
    }
    // The amplifier stays on for the emergency and for what goes on after it.
    if !report.wasPreempted {
      _ = preempted.takeSwitch()
      await run(output.after)
      // What came meanwhile had switched it on.
      if lane.hasTurn { await run(output.before) }
    }
    await broadcaster.sounds(output)
    return true
  }

  private func fail(_ error: AudioOutputError) async {
    if await broadcaster.failed(output, vietnamese: error.vietnamese, english: error.english) { await run(output.onFault) }
  }

  /// A device on its way from the thread that opened it to the one that plays on it.
  private struct Opened<Device>: @unchecked Sendable {
    let device: Device
    init(_ device: sending Device) { self.device = device }
  }

  /// Runs what may hang for seconds in a driver on a thread of its own: the threads of tasks are few, and other lines need them.
  static func offPool<Value: Sendable>(
    _ body: @escaping @Sendable () throws(AudioOutputError) -> Value
  ) async -> Result<Value, AudioOutputError> {
    await withCheckedContinuation { continuation in
      let isStarted = DetachedThread.start {
        do throws(AudioOutputError) { continuation.resume(returning: .success(try body())) } catch {
          continuation.resume(returning: .failure(error))
        }
      }
      if !isStarted {
        continuation.resume(returning: .failure(.failed(device: "", operation: .open, code: -EAGAIN, detail: "pthread_create")))
      }
    }
  }

  /// Runs the program that switches the amplifier on; an emergency that comes meanwhile is not kept waiting.
  private func switchOn() async {
    guard !output.before.isEmpty else { return }
    let isDone = Flag()
    Task.detached {
      await run(output.before)
      isDone.set()
    }
    while !isDone.isSet, !lane.hasTurn { try? await Task.sleep(for: .milliseconds(10)) }
  }

  /// Set once, by another task.
  private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)
    func set() { value.store(true, ordering: .releasing) }
    var isSet: Bool { value.load(ordering: .acquiring) }
  }

  /// Runs a program of the settings, to its end though the service is stopped: an amplifier is switched off.
  private func run(_ words: [String]) async {
    guard let program = words.first else { return }
    let failure = await Task.detached { await CommandHook.run(words) }.value
    await broadcaster.hookRan(output, program: program, failure: failure)
  }

  /// What comes next, decided as late as it can be.
  private func cue(secondsAhead: Double, _ log: PlayedRows) async -> Cue {
    heartbeat.beat(output.name)
    // A period of the device is what is known of the time; so near is on time.
    let at = broadcaster.clock.now + Int(secondsAhead * 1000) + 10
    switch await broadcaster.next(at: at, on: output) {
    case .rest(let until?) where until - at <= Rundown.longestSilence + Int((Self.lead + output.warmUpSeconds) * 1000):
      return .silence(seconds: 0.25)
    case .rest:
      if let instead = await identification(log) { return instead }
      return .end
    case .silence(let until):
      let left = Double(until - at + 10) / 1000
      if left > Self.longestUnexplained, let instead = await identification(log) { return instead }
      return .silence(seconds: left > 0.5 ? 0.25 : max(0.001, left))
    case .play(let row, let beginning):
      await broadcaster.begin(row, on: output, at: at)
      switch await prepare(row, from: beginning) {
      case .success(let checked):
        log.add(row, from: checked.item.startSeconds)
        return .item(checked)
      case .failure(let fault):
        await broadcaster.fault(row, vietnamese: fault.vietnamese, english: fault.english)
        await broadcaster.end(row, on: output, .skipped(reason: fault.english), at: at)
        log.passOver()
        return .silence(seconds: 0.01)
      }
    }
  }

  /// Silence that listeners take for a fault, in seconds.
  private static let longestUnexplained = 2.0

  /// Chime and the station's name, where sounds were passed over and nothing follows them.
  private func identification(_ log: PlayedRows) async -> Cue? {
    guard log.takeDebt(), case let sound = await broadcaster.identification, !sound.isEmpty else { return nil }
    guard let checked = try? CheckedItem(PlaylistItem(title: "identification", kind: .chime, source: .samples(sound)))
    else { return nil }
    log.add(nil, from: 0)
    return .item(checked)
  }

  /// Why a sound is passed over.
  private struct SoundFault: Error {
    let vietnamese: String
    let english: String
  }

  /// Verifies a row's sound to its last byte, off the tasks that decide.
  private func prepare(_ row: DaySheet.Row, from beginning: OnAir.Decision.Beginning) async -> Result<CheckedItem, SoundFault> {
    await Task.detached {
      if let approved = row.sound.sha256, Station.hash(ofFile: row.sound.file) != approved {
        return .failure(
          SoundFault(
            vietnamese: "tệp âm thanh không còn đúng bản đã duyệt. Hãy nghe lại và duyệt lại.",
            english: "the sound file is not the one that was approved. Listen and approve again."))
      }
      var start = 0.0
      if case .sentence(let broken) = beginning {
        start = (try? PauseFinder.sentenceStart(of: row.sound.file, before: broken)) ?? 0
      }
      // A loudness ceiling turns down, and nothing turns up.
      let gain = row.loudnessCeiling.flatMap { ceiling in row.sound.lufs.map { min(0, ceiling - $0) } } ?? 0
      let item = PlaylistItem(
        title: row.slot.name, kind: row.item == .music ? .music : .notice, source: .file(path: row.sound.file),
        crossfadeSeconds: row.crossfadeSeconds ?? 0, startSeconds: start, gainDecibels: gain)
      do throws(SkipReason) { return .success(try CheckedItem(item)) } catch {
        return .failure(SoundFault(vietnamese: error.vietnamese, english: error.english))
      }
    }.value
  }

  /// Tells the broadcaster what has been heard.
  private func follow(_ events: AsyncStream<PlayEvent>, _ log: PlayedRows, _ ear: LevelCapture?) async {
    var told = 0
    var began = monotonicNanoseconds()
    for await event in events {
      let now = broadcaster.clock.now
      switch event {
      case .started(let index, _, _):
        began = monotonicNanoseconds()
        guard let (row, from) = log.row(index) else { continue }
        await broadcaster.advance(row, on: output, seconds: from, at: now)
        await broadcaster.beat()
      case .progress(let index, let seconds, _):
        guard now - told >= 500, let (row, from) = log.row(index) else { continue }
        told = now
        await broadcaster.advance(row, on: output, seconds: from + seconds, at: now)
        await broadcaster.beat()
      case .ended(let index, let item, let outcome):
        guard let (row, from) = log.row(index) else { continue }
        if let ear, !ear.isListening {
          let lost = AudioOutputError.disconnected(device: output.proofDevice ?? "")
          await broadcaster.hears(output, failure: (lost.vietnamese, lost.english))
        } else if let ear, outcome == .played {
          prove(item, of: row, began: began, heardBy: ear)
        }
        switch outcome {
        case .played: await broadcaster.end(row, on: output, .played, at: now)
        case .interrupted(let seconds):
          await broadcaster.end(row, on: output, .interrupted(atSeconds: from + seconds, reason: "stopped"), at: now)
        case .skipped(let reason): await broadcaster.end(row, on: output, .skipped(reason: reason.english), at: now)
        case .notReached: continue
        }
        log.settle(index)
      }
    }
  }
}
