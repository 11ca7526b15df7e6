public import PCM
internal import Synchronization

/// A microphone that is spoken into live: its sound, mixed to mono, until somebody fetches it.
///
/// ```swift
/// let microphone = try Microphone(device: "plughw:1")
/// microphone.read(into: &fresh)
/// ```
///
/// Its thread keeps 0.68 s at 48 kHz. A reader that was away longer finds nothing at first: what had come meanwhile is lost
/// and counted, so that what it reads next is new again, and whole.
public final class Microphone: Sendable {
  /// Of the mono sound.
  public var rate: SampleRate { loop.granted.rate }

  private let loop: CaptureLoop
  private let queue: Queue

  private final class Queue: Sendable {
    let ring = FrameRing(capacity: 1 << 15)
    /// What did not fit, in frames; changed by the loop's thread.
    let missed = Atomic<Int>(0)
    /// How much of it the reader knows of, and what it threw away itself; changed by the reader.
    let seenMissed = Atomic<Int>(0)
    let discarded = Atomic<Int>(0)
  }

  /// Opens a capture device and begins to listen, on a thread of its own.
  ///
  /// - Parameters:
  ///   - device: a PCM name of ALSA's configuration: `default`, `plughw:1`, ...
  ///   - configuration: ALSA configuration files to use in place of the system's, joined by `:`.
  /// - Throws: as `ALSAOutput`.
  public init(device: String, configuration: String? = nil) throws(AudioOutputError) {
    let queue = Queue()
    self.queue = queue
    // The thread wakes at every period, however long a buffer the device insists on.
    let asked = OutputParameters(periodFrames: 480, bufferFrames: 9600, queueFrames: .max)
    loop = try CaptureLoop(device: device, asking: asked, configuration: configuration) { bytes, granted in
      let mono = granted.sampleFormat.mono(of: bytes, channels: granted.channelCount)
      let fitted = queue.ring.push(mono.span)
      if fitted < mono.count { queue.missed.add(mono.count - fitted, ordering: .releasing) }
    }
  }

  /// Whether it still hears: false once it is closed or the device has failed.
  public var isListening: Bool { loop.isListening }

  /// Frames the reader came too late for.
  public var lostFrames: Int { queue.missed.load(ordering: .relaxed) + queue.discarded.load(ordering: .relaxed) }

  /// Appends what has come since the last reading, full scale 1; never waits. One thread at a time.
  ///
  /// - Returns: how many frames; 0 where nothing has come, or too much.
  @discardableResult public func read(into frames: inout [Float]) -> Int {
    let missed = queue.missed.load(ordering: .acquiring)
    var fresh = [Int16](repeating: 0, count: queue.ring.count)
    var span = fresh.mutableSpan
    let count = queue.ring.pop(into: &span)
    guard missed == queue.seenMissed.exchange(missed, ordering: .relaxed) else {
      queue.discarded.add(count, ordering: .relaxed)
      return 0
    }
    frames.append(contentsOf: fresh.lazy.map { Float($0) / 32768 })
    return count
  }

  /// Stops listening and lets the device go, within 0.2 s; letting go of the microphone does the same.
  public func close() { loop.stop() }
}
