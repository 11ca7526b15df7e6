internal import AudioFile
internal import Glibc
internal import PCM

/// Reads one item by blocks, in the order they go into the ring.
struct CueReader: ~Copyable {
  /// A tenth of a second: the first block is what the first write waits for.
  static let blockFrames = 4800

  private var file: AudioFileReader?
  private let samples: [Int16]
  private var position = 0
  /// Frames not played at the item's beginning.
  private var skipped = 0
  /// Frames given so far.
  private var heard = 0
  private let start: Int
  private let gain: Float
  private let fadeFrames: Int

  init(_ item: PlaylistItem, rate: SampleRate = .broadcast) throws(AudioFileError) {
    start = rate.frames(inSeconds: item.startSeconds)
    gain = Float(pow(10, item.gainDecibels / 20))
    fadeFrames = item.startSeconds > 0 ? rate.frames(inSeconds: Self.fadeSeconds) : 0
    switch item.source {
    case .samples(let samples):
      self.samples = samples
      file = nil
    case .file(let path):
      samples = []
      file = try AudioFileReader(path: path)
    }
  }

  /// What begins in the middle rises over this long, in seconds.
  static let fadeSeconds = 0.05

  /// - Parameter block: mono frames, filled from its start.
  /// - Returns: frames read; 0 at the end.
  mutating func read(into block: inout [Int16]) throws(AudioFileError) -> Int {
    while skipped < start {
      var rest = [Int16](repeating: 0, count: min(Self.blockFrames, start - skipped))
      let count = try take(into: &rest)
      if count == 0 { return 0 }
      skipped += count
    }
    let count = try take(into: &block)
    shape(&block, count)
    return count
  }

  /// Fades in what begins in the middle, and turns all of it down.
  private mutating func shape(_ block: inout [Int16], _ count: Int) {
    if gain < 1 || heard < fadeFrames {
      for index in 0..<count {
        let rise = fadeFrames > 0 ? min(1, Float(heard + index) / Float(fadeFrames)) : 1
        block[index] = Int16((Float(block[index]) * gain * rise).rounded())
      }
    }
    heard += count
  }

  private mutating func take(into block: inout [Int16]) throws(AudioFileError) -> Int {
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
