internal import CALSA
internal import Glibc
internal import PCM
internal import Synchronization

/// A microphone or a line back from an amplifier, listened to for how loud it is; nothing of what it hears is kept.
public final class LevelCapture: Sendable {
  private let history = LevelHistory()
  private let control = Control()

  private final class Control: Sendable {
    let isStopping = Atomic<Bool>(false)
    let hasFailed = Atomic<Bool>(false)
  }

  /// Opens a capture device and begins to listen, on a thread of its own.
  ///
  /// - Throws: as `ALSAOutput`.
  public init(device: String, configuration: String? = nil) throws(AudioOutputError) {
    let asked = OutputParameters(bufferFrames: 9600)
    let (handle, granted) = try ALSAHandle.opened(
      device, stream: SND_PCM_STREAM_CAPTURE, asking: asked, configuration: configuration)
    let (history, control) = (history, control)
    let isListening = DetachedThread.start { Self.listen(handle, granted, history, control) }
    guard isListening else { throw .failed(device: device, operation: .open, code: -EAGAIN, detail: "pthread_create") }
  }

  deinit { control.isStopping.store(true, ordering: .relaxed) }

  /// Whether it still hears.
  public var isListening: Bool { !control.hasFailed.load(ordering: .relaxed) }

  /// Mean squares of hundredths of a second between two moments of CLOCK_MONOTONIC in nanoseconds; full scale is 1.
  public func levels(from start: Int, to end: Int) -> [Float] { history.levels(from: start, to: end) }

  private static func listen(_ handle: ALSAHandle, _ granted: GrantedParameters, _ history: LevelHistory, _ control: Control) {
    let window = granted.rate.frames(inSeconds: 0.01)
    let format = granted.sampleFormat
    let frameBytes = granted.channelCount * format.bytesPerSample
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: window * frameBytes, alignment: 16)
    defer {
      bytes.deallocate()
      control.hasFailed.store(true, ordering: .relaxed)
      handle.close()
    }
    var (done, faults) = (0, 0)
    snd_pcm_start(handle.pcm)
    while !control.isStopping.load(ordering: .relaxed), faults < 50 {
      let ready = snd_pcm_wait(handle.pcm, 200)
      let read =
        ready > 0
        ? snd_pcm_readi(handle.pcm, bytes + done * frameBytes, snd_pcm_uframes_t(window - done)) : snd_pcm_sframes_t(ready)
      if read > 0 {
        (done, faults) = (done + read, 0)
        guard done == window else { continue }
        history.append(format.meanSquare(of: bytes, samples: window * granted.channelCount), at: monotonicNanoseconds())
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

extension SampleFormat {
  /// Full scale is 1.
  fileprivate func meanSquare(of bytes: UnsafeRawPointer, samples: Int) -> Float {
    var sum: Float = 0
    for index in 0..<samples {
      let sample: Float =
        switch self {
        case .s16: Float(bytes.loadUnaligned(fromByteOffset: index * 2, as: Int16.self)) / 32768
        case .s32: Float(bytes.loadUnaligned(fromByteOffset: index * 4, as: Int32.self)) / 2_147_483_648
        case .float: bytes.loadUnaligned(fromByteOffset: index * 4, as: Float.self)
        }
      sum += sample * sample
    }
    return sum / Float(max(1, samples))
  }
}
