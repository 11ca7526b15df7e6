// AudioFile: sound files to samples and back. Level 1: may import PCM and CSndfile; libsndfile is spoken to only here.
// A file is read and written by blocks; a written file is complete and durable before it appears under its name.
internal import CSndfile
public import PCM

/// Whole sound files at once; long ones are streamed with `AudioFileReader` and `AudioFileWriter`.
public enum AudioFile {
  /// Reads a whole file into memory.
  ///
  /// - Parameter path: a file of any kind libsndfile reads (FLAC, WAV, Ogg Vorbis, Opus, MP3, ...).
  /// - Returns: all frames, interleaved, full scale at ±1.0, at the file's own rate.
  public static func read(_ path: String) throws(AudioFileError) -> PCMBuffer {
    var reader = try AudioFileReader(path: path)
    var samples: [Float] = []
    // A damaged header may promise anything: reserve for ten minutes at most.
    samples.reserveCapacity(min(reader.frameCount, 1 << 25))
    var block = [Float](repeating: 0, count: blockFrames * reader.format.channelCount)
    while true {
      var span = block.mutableSpan
      let frames = try reader.read(into: &span)
      if frames == 0 { break }
      samples.append(contentsOf: block[..<(frames * reader.format.channelCount)])
    }
    return PCMBuffer(format: reader.format, samples: samples)
  }

  /// Writes a whole sound; the container follows the extension.
  public static func write(
    _ sound: PCMBuffer, to path: String, tags: AudioTags = AudioTags()
  ) throws(AudioFileError) {
    var writer = try AudioFileWriter(path: path, format: sound.format, tags: tags)
    try writer.write(sound.samples.span)
    try writer.close()
  }

  /// Frames per block: large enough to hide the call, small enough for libvorbis, which keeps blocks on the stack.
  static let blockFrames = 4096
}
