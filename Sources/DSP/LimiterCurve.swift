#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A look-ahead limiter at block rate: from the peaks of blocks of 32 frames to a gain at every edge between blocks.
///
/// Between edges the gain runs straight, and at both edges of a block it is at most what the block's peak allows, so it is so for every
/// sample. Minimum over the look-ahead, exponential return, mean over the look-ahead.
struct LimiterCurve: Sendable {
  /// Blocks of look-ahead.
  let ahead: Int
  private let release: Float

  init(attackMilliseconds: Double, releaseMilliseconds: Double, blocksPerSecond: Double) {
    ahead = max(1, Int((attackMilliseconds / 1000 * blocksPerSecond).rounded()))
    release = Float(1 - exp(-1000 / (releaseMilliseconds * blocksPerSecond)))
  }

  /// Limits `gains` in place so that no block's peak passes `ceiling`.
  /// - Parameters:
  ///   - gains: factors at the edges of the blocks, one more than `peaks`.
  ///   - scratch: as long as `gains`.
  /// - Returns: the smallest factor applied.
  func limit(_ gains: inout [Float], peaks: [Float], ceiling: Float, scratch: inout [Float]) -> Float {
    let blocks = peaks.count
    var before: Float = 1
    for b in 0..<blocks {
      let reached = peaks[b] * max(gains[b], gains[b + 1])
      let allowed = reached > ceiling ? ceiling / reached : 1
      scratch[b] = min(before, allowed)
      before = allowed
    }
    scratch[blocks] = before
    var smallest: Float = 1
    var current: Float = 1
    for edge in 0...blocks {
      var wanted = scratch[edge]
      var next = edge + 1
      while next < min(edge + ahead, blocks + 1) {
        wanted = min(wanted, scratch[next])
        next += 1
      }
      current = min(wanted, current + (1 - current) * release)
      scratch[edge] = current
    }
    // Mean over the look-ahead, from the end so that it can be done in place.
    for edge in stride(from: blocks, through: 0, by: -1) {
      var sum: Float = 0
      for back in 0..<ahead { sum += edge >= back ? scratch[edge - back] : 1 }
      let gain = min(sum / Float(ahead), 1)
      smallest = min(smallest, gain)
      gains[edge] *= gain
    }
    return smallest
  }
}
