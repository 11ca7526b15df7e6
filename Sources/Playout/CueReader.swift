internal import AudioFile
internal import PCM

/// Reads one item by blocks, in the order they go into the ring.
struct CueReader: ~Copyable {
  /// A tenth of a second: the first block is what the first write waits for.
  static let blockFrames = 4800

  private var file: AudioFileReader?
  private let samples: [Int16]
  private var position = 0

  init(_ item: PlaylistItem) throws(AudioFileError) {
    switch item.source {
    case .samples(let samples):
      self.samples = samples
      file = nil
    case .file(let path):
      samples = []
      file = try AudioFileReader(path: path)
    }
  }

  /// - Parameter block: mono frames, filled from its start.
  /// - Returns: frames read; 0 at the end.
  mutating func read(into block: inout [Int16]) throws(AudioFileError) -> Int {
    if file != nil {
      var span = block.mutableSpan
      return try file?.readMono(into: &span) ?? 0
    }
    let count = min(block.count, samples.count - position)
    block.replaceSubrange(0..<count, with: samples[position..<(position + count)])
    position += count
    return count
  }
}
