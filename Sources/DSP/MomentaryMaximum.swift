/// The largest energy of any 400 ms, looked at every 10 ms as Tech 3341's cases 12 and 13 need.
struct MomentaryMaximum: Sendable {
  /// Steps in a hop of 100 ms.
  static let parts = 10
  private static let window = 4 * parts

  /// The largest sum over a window so far, -1 before the first.
  private(set) var largest = -1.0
  /// Running sums after each of the last 40 steps and before them.
  private var sums = [Double](repeating: 0, count: window + 1)
  private var steps = 0

  /// Adds the energy of the next 10 ms.
  @inline(__always) mutating func add(_ energy: Double) {
    let last = sums[steps % sums.count]
    steps += 1
    let sum = last + energy
    let oldest = sums[(steps + 1) % sums.count]
    sums[steps % sums.count] = sum
    if steps >= Self.window { largest = max(largest, sum - oldest) }
  }
}
