#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A look-ahead limiter at block rate: from the peaks of blocks of 32 frames to a gain at every edge between
/// blocks.
///
/// Between edges the gain runs straight, and at both edges of a block it is at most what the block's peak
/// allows, so it is so for every sample. Minimum over the look-ahead, exponential return, mean over the
/// look-ahead.
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
    precondition(gains.count == peaks.count + 1 && scratch.count == gains.count, "one gain more than blocks")
    return gains.withUnsafeMutableBufferPointer { gains in
      scratch.withUnsafeMutableBufferPointer { wanted in
        peaks.withUnsafeBufferPointer { peaks in
          guard let gains = gains.baseAddress, let wanted = wanted.baseAddress else { return 1 }
          Self.ask(wanted, gains, peaks, ceiling)
          release(wanted, edges: peaks.count + 1)
          return smooth(wanted, into: gains, edges: peaks.count + 1)
        }
      }
    }
  }

  /// What each edge must not pass for the blocks on its two sides.
  private static func ask(
    _ wanted: UnsafeMutablePointer<Float>, _ gains: UnsafeMutablePointer<Float>, _ peaks: UnsafeBufferPointer<Float>,
    _ ceiling: Float
  ) {
    var before: Float = 1
    for block in 0..<peaks.count {
      let reached = peaks[block] * max(gains[block], gains[block + 1])
      let allowed = reached > ceiling ? ceiling / reached : 1
      wanted[block] = min(before, allowed)
      before = allowed
    }
    wanted[peaks.count] = before
  }

  /// Least over the look-ahead, then the way back to 1.
  private func release(_ wanted: UnsafeMutablePointer<Float>, edges: Int) {
    var current: Float = 1
    for edge in 0..<edges {
      var least = wanted[edge]
      var next = edge + 1
      let end = min(edge + ahead, edges)
      while next < end {
        least = min(least, wanted[next])
        next += 1
      }
      current = min(least, current + (1 - current) * release)
      wanted[edge] = current
    }
  }

  /// Mean over the look-ahead, times the gains.
  private func smooth(_ wanted: UnsafeMutablePointer<Float>, into gains: UnsafeMutablePointer<Float>, edges: Int) -> Float {
    var smallest: Float = 1
    let share = 1 / Float(ahead)
    for edge in 0..<edges {
      var sum: Float = 0
      for back in 0..<ahead { sum += edge >= back ? wanted[edge - back] : 1 }
      let gain = min(sum * share, 1)
      smallest = min(smallest, gain)
      gains[edge] *= gain
    }
    return smallest
  }
}
