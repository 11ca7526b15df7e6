internal import DSP

/// The end of a piece of music, held back until it is known whether another one begins under it.
struct MusicTail {
  private var frames: [Int16] = []
  /// Frames of it that are mixed already, of all there were when the mixing began.
  private var mixed = 0

  mutating func hold(_ more: ArraySlice<Int16>) {
    if mixed > 0 { (frames, mixed) = ([], 0) }
    frames += more
  }

  /// Gives up to `count` frames to be heard by themselves.
  mutating func take(_ count: Int) -> [Int16] {
    // What has half faded out does not come back.
    guard mixed == 0 else {
      (frames, mixed) = ([], 0)
      return []
    }
    let taken = Array(frames.prefix(count))
    frames.removeFirst(taken.count)
    return taken
  }

  /// Lets it fade under the first `count` frames of `block`, which rise: two pieces of music have nothing in
  /// common.
  mutating func mix(into block: inout [Int16], _ count: Int) {
    guard mixed < frames.count else { return }
    for index in 0..<min(count, frames.count - mixed, block.count) {
      let gains = Crossfade.ofStrangers.gains(at: Double(mixed + index) / Double(frames.count))
      let sum = Double(frames[mixed + index]) * gains.outgoing + Double(block[index]) * gains.incoming
      block[index] = Int16(max(-32768, min(32767, sum.rounded())))
    }
    mixed += min(count, frames.count - mixed)
    if mixed == frames.count { (frames, mixed) = ([], 0) }
  }
}
