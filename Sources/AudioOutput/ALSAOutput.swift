internal import CALSA
internal import Glibc
internal import PCM

/// An ALSA playback device, open and configured. One owner, one thread at a time; closes itself.
///
/// Mono 16-bit frames go to every channel of the device. Writing waits at most `patienceSeconds` for room; opening,
/// draining and closing, which may hang inside alsa-lib's plugins, are bounded too.
public final class ALSAOutput: LoudspeakerOutput {
  public let granted: GrantedParameters
  public private(set) var xruns = 0
  public private(set) var isPaced = true

  private let device: String
  private let patienceNanoseconds: Int
  private let openingNanoseconds: Int
  /// nil once a call on it hung: the abandoned thread owns it then.
  private var handle: ALSAHandle?
  private var hasWritten = false
  /// The device has made room once: it is awake, and held to `patienceSeconds` from then on.
  private var hasMoved = false
  private var wasFull = false
  /// One period in the device's format and channels.
  private let scratch: UnsafeMutableRawPointer

  /// Opens and configures a device.
  ///
  /// - Parameters:
  ///   - device: a PCM name of ALSA's configuration: `default`, `plughw:0`, ...
  ///   - asked: rate (exact), period and buffer (near).
  ///   - configuration: ALSA configuration files to use in place of the system's, joined by `:`.
  /// - Throws: `noCard`, `noSuchDevice`, `busy`, `permission`, `unreachable`, `badParameters`, `stalled`, `failed`.
  public init(
    device: String = "default", asking asked: OutputParameters = OutputParameters(), configuration: String? = nil
  ) throws(AudioOutputError) {
    let (handle, granted) = try ALSAHandle.opened(device, asking: asked, configuration: configuration)
    self.device = device
    self.handle = handle
    self.granted = granted
    patienceNanoseconds = Int(min(asked.patienceSeconds, 3600) * 1e9)
    openingNanoseconds = Int(min(asked.openingSeconds, 3600) * 1e9)
    scratch = .allocate(
      byteCount: granted.periodFrames * granted.channelCount * granted.sampleFormat.bytesPerSample, alignment: 16)
  }

  deinit {
    close()
    scratch.deallocate()
  }

  public func close() {
    guard let handle else { return }
    self.handle = nil
    _ = BoundedCall.run(seconds: 1) { handle.close() }
  }

  public var queuedFrames: Int {
    guard let handle else { return 0 }
    var delay: snd_pcm_sframes_t = 0
    return snd_pcm_delay(handle.pcm, &delay) >= 0 ? max(0, delay) : 0
  }

  public var hasRoom: Bool {
    guard let handle else { return true }
    let hasRoom = room(handle.pcm) >= granted.periodFrames
    // A device that was full and has room again is awake.
    if hasRoom, wasFull { hasMoved = true }
    wasFull = !hasRoom
    return hasRoom
  }

  public func write(_ frames: Span<Int16>) throws(AudioOutputError) {
    try write(frames, widenedTo: granted.channelCount)
  }

  /// Hands over frames of all channels, side by side.
  func write(interleaved samples: Span<Int16>) throws(AudioOutputError) { try write(samples, widenedTo: 1) }

  /// - Parameter width: how many channels one sample is for.
  private func write(_ samples: Span<Int16>, widenedTo width: Int) throws(AudioOutputError) {
    guard let handle else { throw .disconnected(device: device) }
    if !hasWritten { ALSAMessages.silence() }
    let samplesPerFrame = granted.channelCount / width
    var start = 0
    while start < samples.count {
      let count = min(granted.periodFrames * samplesPerFrame, samples.count - start)
      granted.sampleFormat.widen(samples.extracting(start..<(start + count)), channels: width, into: scratch)
      try writeScratch(count / samplesPerFrame, to: handle.pcm)
      start += count
    }
    if !hasWritten, start > 0 {
      hasWritten = true
      // A file or null device swallows frames at once; a card has not played them yet.
      isPaced = queuedFrames > 0
    }
  }

  private func writeScratch(_ count: Int, to pcm: OpaquePointer) throws(AudioOutputError) {
    let bytesPerFrame = granted.channelCount * granted.sampleFormat.bytesPerSample
    var deadline = monotonicNanoseconds() + (hasMoved ? patienceNanoseconds : openingNanoseconds)
    var done = 0
    while done < count {
      let fitting = min(count - done, room(pcm))
      let wrote =
        fitting > 0
        ? snd_pcm_writei(pcm, scratch + done * bytesPerFrame, snd_pcm_uframes_t(fitting)) : -Int(EAGAIN)
      if wrote > 0 {
        done += wrote
        deadline = monotonicNanoseconds() + patienceNanoseconds
        continue
      }
      let left = deadline - monotonicNanoseconds()
      guard left > 0 else { throw stalled(.write) }
      if wrote == 0 || wrote == -Int(EAGAIN) {
        let ready = snd_pcm_wait(pcm, CInt(left / 1_000_000 + 1))
        if ready == 0 { throw stalled(.write) }
        if ready < 0 { try recover(ready, pcm, deadline) } else { hasMoved = true }
      } else {
        try recover(CInt(wrote), pcm, deadline)
      }
    }
  }

  /// Frames that may be written now.
  private func room(_ pcm: OpaquePointer) -> Int {
    let available = snd_pcm_avail_update(pcm)
    // A negative code: the write meets the same fault and names it.
    return available < 0 ? .max : granted.queueFrames - (granted.bufferFrames - available)
  }

  /// Brings the device back after an xrun (EPIPE) or a suspend (ESTRPIPE), as `snd_pcm_recover` does, but bounded.
  private func recover(_ code: CInt, _ pcm: OpaquePointer, _ deadline: Int) throws(AudioOutputError) {
    switch -code {
    case EINTR: return
    case EPIPE: xruns += 1
    case ESTRPIPE:
      while snd_pcm_resume(pcm) == -EAGAIN {
        guard monotonicNanoseconds() < deadline else { throw stalled(.recover) }
        usleep(10_000)
      }
    default: throw failure(code, .write)
    }
    let prepared = snd_pcm_prepare(pcm)
    guard prepared >= 0 else { throw failure(prepared, .recover) }
  }

  public func drain() throws(AudioOutputError) {
    guard let handle else { throw .disconnected(device: device) }
    let patience = granted.asked.patienceSeconds
    let seconds = Double(queuedFrames) / Double(granted.rate.hertz) + patience
    let drained = BoundedCall.run(seconds: seconds) { () -> ALSAFailure? in
      ALSAMessages.silence()
      // In non-blocking mode snd_pcm_drain returns at once.
      snd_pcm_nonblock(handle.pcm, 0)
      let code = snd_pcm_drain(handle.pcm)
      snd_pcm_nonblock(handle.pcm, 1)
      return code < 0 ? ALSAFailure(code: code, detail: ALSAMessages.take()) : nil
    }
    guard let drained else {
      self.handle = nil
      throw .stalled(device: device, operation: .drain, seconds: patience)
    }
    // A device that ran dry before it was drained (EPIPE) has played everything.
    if let failed = drained, failed.code != -EPIPE { throw failed.error(device: device, operation: .drain) }
    snd_pcm_prepare(handle.pcm)
  }

  public func drop() {
    guard let held = handle else { return }
    let dropped = BoundedCall.run(seconds: 1) { () -> CInt in
      ALSAMessages.silence()
      snd_pcm_drop(held.pcm)
      return snd_pcm_prepare(held.pcm)
    }
    if dropped == nil { handle = nil }
  }

  private func stalled(_ operation: AudioOutputError.Operation) -> AudioOutputError {
    let asked = granted.asked
    return .stalled(
      device: device, operation: operation, seconds: hasMoved ? asked.patienceSeconds : asked.openingSeconds)
  }

  private func failure(_ code: CInt, _ operation: AudioOutputError.Operation) -> AudioOutputError {
    ALSAFailure(code: code, detail: ALSAMessages.take()).error(device: device, operation: operation)
  }
}
