internal import CSndfile
public import PCM

/// Writes a sound file by blocks. The file appears under its name, whole and durable, when `close()` returns; dropped
/// before that, or after a failure, nothing of it remains. One owner; any thread, one at a time.
public struct AudioFileWriter: ~Copyable {
  public let path: String
  public let format: PCMFormat
  public let container: AudioContainer
  /// Frames written so far.
  public private(set) var frameCount = 0

  private let target: PartialFile
  /// nil once closed.
  private var file: OpaquePointer?
  private var scratch: [Int16]

  /// Creates the file beside its final name.
  ///
  /// - Parameters:
  ///   - path: an existing file is replaced when this one is closed.
  ///   - container: nil takes the one its extension asks for.
  ///   - tags: written into the file's header.
  /// - Throws: `unsupportedExtension`, `unsupportedFormat`, `missingFolder`, `permission`, `diskFull`, `unwritable`.
  public init(
    path: String, format: PCMFormat, container: AudioContainer? = nil, tags: AudioTags = AudioTags()
  ) throws(AudioFileError) {
    guard let container = container ?? AudioContainer(path: path) else { throw .unsupportedExtension(path: path) }
    var info = SF_INFO()
    info.samplerate = CInt(clamping: format.rate.hertz)
    info.channels = CInt(clamping: format.channelCount)
    info.format = container.code
    // sf_format_check knows nothing of Opus's five rates.
    let opusRates = [8_000, 12_000, 16_000, 24_000, 48_000]
    guard sf_format_check(&info) != 0, container != .opus || opusRates.contains(format.rate.hertz) else {
      throw .unsupportedFormat(path: path, container: container, format: format)
    }
    let target = try PartialFile(path: path)
    var callbacks = PartialFile.callbacks()
    let user = Unmanaged.passUnretained(target).toOpaque()
    guard let file = sf_open_virtual(&callbacks, CInt(SFM_WRITE), &info, user) else {
      let reason = String(cString: sf_strerror(nil))
      target.giveUp()
      throw target.failure == 0
        ? .unwritable(path: path, reason: reason) : .writing(path, errno: target.failure)
    }
    for (kind, text) in [
      (SF_STR_TITLE, tags.title), (SF_STR_ARTIST, tags.artist), (SF_STR_COMMENT, tags.comment), (SF_STR_DATE, tags.date),
    ] where !text.isEmpty {
      sf_set_string(file, CInt(kind), text)
    }
    self.path = path
    self.format = format
    self.container = container
    self.target = target
    self.file = file
    self.scratch = [Int16](repeating: 0, count: AudioFile.blockFrames * format.channelCount)
  }

  deinit {
    if let file { sf_close(file) }
    target.giveUp()
  }

  /// Writes interleaved 16-bit samples; FLAC and WAV keep them exactly.
  ///
  /// - Precondition: `samples` holds whole frames.
  public mutating func write(_ samples: Span<Int16>) throws(AudioFileError) {
    try inBlocks(samples) { file, block, frames in sf_writef_short(file, block, frames) }
  }

  /// Writes interleaved float samples, full scale at ±1.0: FLAC and WAV keep them as the nearest 16-bit values, limited
  /// at full scale.
  ///
  /// - Precondition: `samples` holds whole frames.
  public mutating func write(_ samples: Span<Float>) throws(AudioFileError) {
    switch container {
    case .vorbis, .opus:
      try inBlocks(samples) { file, block, frames in sf_writef_float(file, block, frames) }
    case .flac, .wav:
      var scratch = self.scratch
      self.scratch = []
      defer { self.scratch = scratch }
      let channels = format.channelCount
      try inBlocks(samples) { file, block, frames in
        scratch.withUnsafeMutableBufferPointer { converted in
          convert(UnsafeBufferPointer(start: block, count: Int(frames) * channels), to: converted)
          return converted.baseAddress.map { sf_writef_short(file, $0, frames) } ?? 0
        }
      }
    }
  }

  /// Finishes the file, makes it durable and gives it its name.
  public consuming func close() throws(AudioFileError) {
    if let file {
      sf_close(file)
      self.file = nil
    }
    try target.finish()
  }

  private mutating func inBlocks<Sample>(
    _ samples: Span<Sample>,
    _ write: (OpaquePointer, UnsafePointer<Sample>, sf_count_t) -> sf_count_t
  ) throws(AudioFileError) {
    precondition(samples.count % format.channelCount == 0, "an AudioFileWriter takes whole frames")
    guard let file else { throw failure(reason: "write after a failure") }
    let blockSamples = AudioFile.blockFrames * format.channelCount
    let channels = format.channelCount
    let target = target
    let done = samples.withUnsafeBufferPointer { all in
      var done = 0
      while done < all.count, let base = all.baseAddress {
        let frames = min(blockSamples, all.count - done) / channels
        let wrote = Int(write(file, base + done, sf_count_t(frames)))
        done += max(0, wrote) * channels
        if wrote < frames || target.failure != 0 { break }
      }
      return done
    }
    frameCount += done / channels
    guard done == samples.count, target.failure == 0 else {
      let reason = String(cString: sf_strerror(file))
      sf_close(file)
      self.file = nil
      target.giveUp()
      throw failure(reason: reason)
    }
  }

  private func failure(reason: String) -> AudioFileError {
    target.failure == 0 ? .unwritable(path: path, reason: reason) : .writing(path, errno: target.failure)
  }
}
