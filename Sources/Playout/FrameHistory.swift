/// The frames written last, oldest overwritten first. Belongs to one thread; allocates in `init` only.
struct FrameHistory {
  private let frames: UnsafeMutableBufferPointer<Int16>
  private var written = 0

  init(frames count: Int) {
    frames = .allocate(capacity: max(1, count))
    frames.initialize(repeating: 0)
  }

  func deallocate() { frames.deallocate() }

  mutating func add(_ more: Span<Int16>) {
    for index in more.indices { frames[(written &+ index) % frames.count] = more[index] }
    written &+= more.count
  }

  /// How many of the last frames are known.
  var count: Int { min(written, frames.count) }

  /// The frame written as the `age`-th last; silence where it is not known.
  func frame(ago age: Int) -> Int16 { age > 0 && age <= count ? frames[(written &- age) % frames.count] : 0 }
}
