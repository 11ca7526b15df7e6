#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
internal import PCM

/// The gates of BS.1770-5 and Tech 3342 on the mean squares of K-weighted hops of 100 ms.
enum LoudnessGate {
  /// Loudness of a mean square: -0.691 + 10 log10 z.
  static func loudness(_ meanSquare: Double) -> Double { -0.691 + 10 * log10(meanSquare) }

  static func meanSquare(_ loudness: Double) -> Double { pow(10, (loudness + 0.691) / 10) }

  /// Integrated loudness: 400 ms blocks every 100 ms, over -70 LUFS, then over 10 LU below the mean of those.
  /// - Parameter hops: mean square of each 100 ms.
  static func integrated(_ hops: [Double]) -> Double {
    guard hops.count >= 4 else { return -.infinity }
    func gatedMean(over floor: Double) -> Double {
      var sum = 0.0
      var count = 0.0
      for i in 3..<hops.count {
        let block = (hops[i] + hops[i - 1] + hops[i - 2] + hops[i - 3]) * 0.25
        if block > floor {
          sum += block
          count += 1
        }
      }
      return count > 0 ? sum / count : 0
    }
    let absolute = meanSquare(-70)
    let ungated = gatedMean(over: absolute)
    guard ungated > 0 else { return -.infinity }
    return loudness(gatedMean(over: max(absolute, ungated * 0.1)))
  }

  /// The largest mean over `width` consecutive hops.
  static func maximum(_ hops: [Double], width: Int) -> Double {
    guard hops.count >= width else { return -.infinity }
    return loudness(sliding(hops, width).max() ?? 0)
  }

  /// Loudness range: short-term values every 100 ms, over -70 LUFS and 20 LU below their mean, 95th minus 10th
  /// percentile.
  static func range(_ hops: [Double]) -> Double {
    guard hops.count >= 30 else { return 0 }
    var values = sliding(hops, 30)
    let absolute = meanSquare(-70)
    values.removeAll { $0 <= absolute }
    guard !values.isEmpty else { return 0 }
    let floor = values.reduce(0, +) / Double(values.count) * 0.01
    values.removeAll { $0 < floor }
    values.sort()
    guard let last = values.indices.last else { return 0 }
    let low = values[Int((Double(last) * 0.10).rounded())]
    let high = values[Int((Double(last) * 0.95).rounded())]
    return loudness(high) - loudness(low)
  }

  /// Means over `width` consecutive hops; none if there are fewer.
  static func sliding(_ hops: [Double], _ width: Int) -> [Double] {
    guard hops.count >= width else { return [] }
    var result: [Double] = []
    result.reserveCapacity(hops.count - width + 1)
    for start in 0...(hops.count - width) {
      var sum = 0.0
      for i in start..<(start + width) { sum += hops[i] }
      result.append(sum / Double(width))
    }
    return result
  }
}
