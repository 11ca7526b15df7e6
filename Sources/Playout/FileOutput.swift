public import AudioFile
public import AudioOutput
public import PCM

/// A loudspeaker that is a file: takes frames as fast as they come. The file appears when it is drained; dropped before,
/// nothing of it remains.
public final class FileOutput: LoudspeakerOutput {
  public let granted: GrantedParameters
  public let isPaced = false
  public let queuedFrames = 0
  public let hasRoom = true
  public let xruns = 0

  private let path: String
  /// nil once drained or dropped.
  private var writer: AudioFileWriter?

  /// Creates the file; the container follows the extension.
  public init(path: String, rate: SampleRate = .broadcast, tags: AudioTags = AudioTags()) throws(AudioOutputError) {
    let asked = OutputParameters(rate: rate, periodFrames: 4800, bufferFrames: 9600, startThresholdFrames: 4800)
    granted = GrantedParameters(
      device: path, asked: asked, sampleFormat: .s16, channelCount: 1, rate: rate, periodFrames: asked.periodFrames,
      bufferFrames: asked.bufferFrames)
    self.path = path
    do throws(AudioFileError) {
      writer = try AudioFileWriter(path: path, format: PCMFormat(rate: rate, channelCount: 1), tags: tags)
    } catch {
      throw Self.output(error, path)
    }
  }

  public func write(_ frames: Span<Int16>) throws(AudioOutputError) {
    do throws(AudioFileError) {
      guard try writer?.write(frames) != nil else { throw .unwritable(path: path, reason: "closed") }
    } catch {
      throw Self.output(error, path)
    }
  }

  public func drain() throws(AudioOutputError) {
    guard let finished = writer.take() else { return }
    do throws(AudioFileError) {
      try finished.close()
    } catch {
      throw Self.output(error, path)
    }
  }

  public func drop() { writer = nil }
  public func close() { writer = nil }

  private static func output(_ error: AudioFileError, _ path: String) -> AudioOutputError {
    .file(path: path, vietnamese: error.vietnamese, english: error.english)
  }
}
