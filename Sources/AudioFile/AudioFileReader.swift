internal import CSndfile
internal import Glibc
public import PCM

/// An open sound file, read by blocks from its beginning. One owner; closes itself. Any thread, one at a time.
public struct AudioFileReader: ~Copyable {
  public let path: String
  public let format: PCMFormat
  /// Frames the file promises: exact for every kind but MP3, 0 where the file does not say.
  public let frameCount: Int
  /// Frames read so far.
  public private(set) var position = 0

  private let file: OpaquePointer
  private let descriptor: CInt
  private let kind: SampleKind
  private var scratch: [Float] = []

  /// Opens a file and reads its header.
  ///
  /// - Throws: `missing`, `permission`, `notAudio`, `unreadable`, or `truncated` where header and length disagree.
  public init(path: String) throws(AudioFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .opening(path, errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      Glibc.close(descriptor)
      throw .notAudio(path: path)
    }
    let length = DeclaredLength(descriptor: descriptor, size: Int(status.st_size))
    guard !length.isCut else {
      Glibc.close(descriptor)
      throw .truncated(path: path, frames: length.frames, expected: length.declaredFrames)
    }
    var info = SF_INFO()
    guard let file = sf_open_fd(descriptor, CInt(SFM_READ), &info, 0) else {
      let code = sf_error(nil)
      let reason = Self.reason(nil)
      Glibc.close(descriptor)
      // sndfile.h: SF_ERR_SYSTEM is the disk's failure; every other code says that the content is not understood.
      throw code == CInt(SF_ERR_SYSTEM) ? .unreadable(path: path, second: 0, reason: reason) : .notAudio(path: path)
    }
    guard info.channels > 0, info.samplerate > 0, info.frames >= 0 else {
      sf_close(file)
      Glibc.close(descriptor)
      throw .notAudio(path: path)
    }
    self.path = path
    self.format = PCMFormat(rate: SampleRate(hertz: Int(info.samplerate)), channelCount: Int(info.channels))
    // libsndfile says SF_COUNT_MAX, the largest Int64, where it does not know.
    self.frameCount = info.frames == .max ? 0 : Int(info.frames)
    self.file = file
    self.descriptor = descriptor
    self.kind = SampleKind(code: info.format)
  }

  deinit {
    sf_close(file)
    Glibc.close(descriptor)
  }

  /// Reads the next frames, interleaved, full scale at ±1.0.
  ///
  /// - Parameter samples: filled from its start; whole frames only.
  /// - Returns: frames read; 0 at the end.
  /// - Throws: `truncated` or `unreadable` where the sound stops before the promised length.
  public mutating func read(into samples: inout MutableSpan<Float>) throws(AudioFileError) -> Int {
    let wanted = samples.count / format.channelCount
    let got = samples.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return Int(sf_readf_float(file, base, sf_count_t(wanted)))
    }
    return try advanced(by: got, of: wanted)
  }

  /// Reads the next frames as 16-bit samples, interleaved: exactly those of a file of 16 bits or fewer, else the
  /// nearest.
  ///
  /// - Parameter samples: filled from its start; whole frames only.
  /// - Returns: frames read; 0 at the end.
  public mutating func read(into samples: inout MutableSpan<Int16>) throws(AudioFileError) -> Int {
    let wanted = samples.count / format.channelCount
    if kind == .upTo16Bits {
      let got = samples.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return Int(sf_readf_short(file, base, sf_count_t(wanted)))
      }
      return try advanced(by: got, of: wanted)
    }
    let frames = try readScratch(wanted)
    let count = frames * format.channelCount
    samples.withUnsafeMutableBufferPointer { output in
      scratch.withUnsafeBufferPointer { convert(UnsafeBufferPointer(rebasing: $0[..<count]), to: output) }
    }
    return frames
  }

  /// Reads the next frames as mono 16-bit samples: the mean of the channels.
  public mutating func readMono(into samples: inout MutableSpan<Int16>) throws(AudioFileError) -> Int {
    let channels = format.channelCount
    guard channels > 1 else { return try read(into: &samples) }
    let frames = try readScratch(samples.count)
    let scale = 1 / Float(channels)
    for frame in 0..<frames {
      var sum: Float = 0
      for channel in 0..<channels { sum += scratch[frame * channels + channel] }
      scratch[frame] = sum * scale
    }
    samples.withUnsafeMutableBufferPointer { output in
      scratch.withUnsafeBufferPointer { convert(UnsafeBufferPointer(rebasing: $0[..<frames]), to: output) }
    }
    return frames
  }

  private mutating func readScratch(_ frames: Int) throws(AudioFileError) -> Int {
    let count = frames * format.channelCount
    if scratch.count < count { scratch = [Float](repeating: 0, count: count) }
    let got = scratch.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return Int(sf_readf_float(file, base, sf_count_t(frames)))
    }
    return try advanced(by: got, of: frames)
  }

  private mutating func advanced(by got: Int, of wanted: Int) throws(AudioFileError) -> Int {
    position += max(0, got)
    if got > 0 || wanted == 0 || position >= frameCount || kind == .mpeg { return max(0, got) }
    guard sf_error(file) == CInt(SF_ERR_NO_ERROR) else {
      let second = Double(position) / Double(format.rate.hertz)
      throw .unreadable(path: path, second: second, reason: Self.reason(file))
    }
    throw .truncated(path: path, frames: position, expected: frameCount)
  }

  /// libsndfile's words for the last failure; of a code it has no words for it complains on standard output.
  private static func reason(_ file: OpaquePointer?) -> String {
    sf_error(file) > 0 ? String(cString: sf_strerror(file)) : "libsndfile \(sf_error(file))"
  }
}
