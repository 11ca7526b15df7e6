internal import Synchronization

/// The output thread's side of a level meter: a tenth of a second at a time.
struct LevelWindow {
  static let frames = 4800
  private var count = 0
  private var peak = 0
  private var squares = 0

  mutating func add(_ period: Span<Int16>, into meter: PlayMeter) {
    for index in period.indices {
      let sample = Int(period[index])
      peak = max(peak, abs(sample))
      squares &+= sample &* sample
    }
    count &+= period.count
    guard count >= Self.frames else { return }
    meter.peak.store(peak, ordering: .relaxed)
    meter.meanSquare.store(squares / count, ordering: .relaxed)
    (count, peak, squares) = (0, 0, 0)
  }
}
