internal import CALSA
internal import Glibc
internal import PCM
internal import Synchronization

/// A capture device and the thread that reads it: until it is stopped or let go of, or until the device has failed.
final class CaptureLoop: Sendable {
  let granted: GrantedParameters
  private let control = Control()

  private final class Control: Sendable {
    let isStopping = Atomic<Bool>(false)
    let hasEnded = Atomic<Bool>(false)
  }

  /// Opens a device and begins to listen.
  ///
  /// - Parameter hear: called on the loop's thread with hundredths of a second in the device's format, its channels side by side.
  /// - Throws: as `ALSAOutput`.
  init(
    device: String, asking asked: OutputParameters, configuration: String?,
    hear: @escaping @Sendable (RawSpan, GrantedParameters) -> Void
  ) throws(AudioOutputError) {
    let (handle, granted) = try ALSAHandle.opened(
      device, stream: SND_PCM_STREAM_CAPTURE, asking: asked, configuration: configuration)
    self.granted = granted
    let control = control
    let hasStarted = DetachedThread.start { Self.run(handle, granted, control, hear) }
    guard hasStarted else { throw .failed(device: device, operation: .open, code: -EAGAIN, detail: "pthread_create") }
  }

  deinit { stop() }

  /// Whether it still hears.
  var isListening: Bool { !control.hasEnded.load(ordering: .relaxed) }

  /// Ends the thread, which closes the device; at once while sound comes, else within 0.2 s. Does not wait for it.
  func stop() { control.isStopping.store(true, ordering: .relaxed) }

  private static func run(
    _ handle: ALSAHandle, _ granted: GrantedParameters, _ control: Control, _ hear: (RawSpan, GrantedParameters) -> Void
  ) {
    let window = granted.rate.frames(inSeconds: 0.01)
    let frameBytes = granted.channelCount * granted.sampleFormat.bytesPerSample
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: window * frameBytes, alignment: 16)
    defer {
      bytes.deallocate()
      control.hasEnded.store(true, ordering: .relaxed)
      handle.close()
    }
    guard let start = bytes.baseAddress else { return }
    var (done, faults) = (0, 0)
    snd_pcm_start(handle.pcm)
    while !control.isStopping.load(ordering: .relaxed), faults < 50 {
      let ready = snd_pcm_wait(handle.pcm, 200)
      let read =
        ready > 0
        ? snd_pcm_readi(handle.pcm, start + done * frameBytes, snd_pcm_uframes_t(window - done)) : snd_pcm_sframes_t(ready)
      if read > 0 {
        (done, faults) = (done + read, 0)
        guard done == window else { continue }
        hear(bytes.bytes, granted)
        done = 0
      } else if ready == 0 {
        // Ten seconds without a sample: it hears nothing any more.
        faults += 1
      } else if read < 0, read != -Int(EAGAIN) {
        faults += 1
        done = 0
        if snd_pcm_recover(handle.pcm, CInt(read), 1) < 0 { return }
        snd_pcm_start(handle.pcm)
      }
    }
  }
}
