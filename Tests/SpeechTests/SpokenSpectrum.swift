import Glibc

/// A sound as an ear would compare it: every 10 ms the harmonics below 1.3 kHz and sixth-octave bands above, in decibels.
struct SpokenSpectrum {
  private let frames: [[Float]]

  private static let size = 1024
  private static let hop = 220
  /// Edges of the features in bins of 21.5 Hz.
  private static let edges: [Int] = {
    var edges = Array(3...60)
    while let last = edges.last, last < 400 { edges.append(max(last + 1, Int((Double(last) * 1.1225).rounded()))) }
    return edges
  }()
  private static let window = (0..<size).map { 0.5 - 0.5 * cosf(2 * .pi * Float($0) / Float(size)) }

  init(_ samples: [Float]) {
    let padded = [Float](repeating: 0, count: Self.size / 2) + samples + [Float](repeating: 0, count: Self.size / 2)
    frames = stride(from: 0, to: padded.count - Self.size, by: Self.hop).map { start in
      let power = Self.power((0..<Self.size).map { padded[start + $0] * Self.window[$0] })
      return zip(Self.edges, Self.edges.dropFirst()).map { low, high in
        // Silence is 60 dB under a loud harmonic.
        10 * log10f(power[low..<high].reduce(0, +) / Float(high - low) + 0.001)
      }
    }
  }

  /// The root mean square difference in decibels of the 50 ms that differ most; the sounds may be shifted by 10 ms.
  func distance(to other: SpokenSpectrum) -> Float {
    (-1...1).map { shift in distance(to: other, shift: shift) }.min() ?? 0
  }

  private func distance(to other: SpokenSpectrum, shift: Int) -> Float {
    let silence = [Float](repeating: -30, count: Self.edges.count - 1)
    var squares: [Float] = []
    for index in 0..<max(frames.count, other.frames.count) {
      let a = index < frames.count ? frames[index] : silence
      let b = other.frames.indices.contains(index + shift) ? other.frames[index + shift] : silence
      if index < 2 || index + 2 >= max(frames.count, other.frames.count) { continue }
      var sum: Float = 0
      for band in a.indices { sum += (a[band] - b[band]) * (a[band] - b[band]) }
      squares.append(sum / Float(a.count))
    }
    guard squares.count > 5 else { return 0 }
    return (0...squares.count - 5).map { start in squares[start..<start + 5].reduce(0, +) / 5 }.max()?.squareRoot() ?? 0
  }

  /// The power spectrum of `size` samples, by a radix-2 transform.
  private static func power(_ samples: [Float]) -> [Float] {
    var (real, imaginary) = (samples, [Float](repeating: 0, count: size))
    var reversed = 0
    for index in 1..<size {
      var bit = size / 2
      while reversed & bit != 0 {
        reversed ^= bit
        bit /= 2
      }
      reversed |= bit
      if index < reversed { real.swapAt(index, reversed) }
    }
    var span = 1
    while span < size {
      for offset in 0..<span {
        let angle = -Float.pi * Float(offset) / Float(span)
        let (c, s) = (cosf(angle), sinf(angle))
        for a in stride(from: offset, to: size, by: 2 * span) {
          let b = a + span
          let (re, im) = (real[b] * c - imaginary[b] * s, real[b] * s + imaginary[b] * c)
          (real[b], imaginary[b]) = (real[a] - re, imaginary[a] - im)
          (real[a], imaginary[a]) = (real[a] + re, imaginary[a] + im)
        }
      }
      span *= 2
    }
    return (0..<size / 2).map { real[$0] * real[$0] + imaginary[$0] * imaginary[$0] }
  }
}
