/// The largest energy of any 400 ms, looked at every 12.5 ms as Tech 3341's cases 12 and 13 need.
struct MomentaryMaximum: Sendable {
  /// Steps in a hop of 100 ms.
  static let parts = KWeightedEnergy.parts
  private static let window = 4 * parts

  /// The largest sum over a window so far, -1 before the first.
  private(set) var largest = -1.0
  /// Running sums after each of the last 32 steps and before them.
  private var sums = [Double](repeating: 0, count: window + 1)
  private var steps = 0

  /// Adds the energy of the next step.
  @inline(__always) mutating func add(_ energy: Double) {
    let last = sums[steps % sums.count]
    steps += 1
    let sum = last + energy
    let oldest = sums[(steps + 1) % sums.count]
    sums[steps % sums.count] = sum
    if steps >= Self.window { largest = max(largest, sum - oldest) }
  }
}
