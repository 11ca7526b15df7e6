/// Gain and quantisation to 16 bits with triangular dither of one step (Lipshitz, Wannamaker, Vanderkooy 1992),
/// fixed seed.
struct Dither {
  private var state: SIMD8<UInt32>

  /// Below -130 dB nothing is heard, nor dithered.
  private static let silence: Float = 3e-7

  init() {
    state = SIMD8(0x9E37_79B9, 0x85EB_CA6B, 0xC2B2_AE35, 0x27D4_EB2F, 0x1656_67B1, 0xD3A2_646C, 0xFD70_46C5, 0xB55A_4F09)
  }

  /// Quantises 32 frames under a gain that runs straight from `from` to `to`. Silence stays digital silence.
  /// About 0.6 ns per sample.
  /// - Parameters:
  ///   - written: the samples.
  ///   - heard: the same as floats, full scale at 1.
  /// - Returns: the largest magnitude heard.
  @inline(__always) mutating func quantise(
    _ x: UnsafePointer<Float>, from: Float, to: Float, written: UnsafeMutablePointer<Int16>, heard: UnsafeMutablePointer<Float>
  ) -> Float {
    let step = (to - from) / Float(BlockAnalysis.blockFrames)
    var gain = Float8(0, 1, 2, 3, 4, 5, 6, 7) * step + from
    let magic = Float8(repeating: 12_582_912)
    let isLoud = SamplePeaks.of(x) * max(from, to) > Self.silence
    var high = Float8.zero
    for i in stride(from: 0, to: BlockAnalysis.blockFrames, by: 8) {
      var y = load8(x + i) * gain * 32768
      if isLoud { y += noise() }
      y = larger(smaller(y, Float8(repeating: 32767)), Float8(repeating: -32768))
      // Adding 1.5 * 2^23 leaves the nearest whole number in the low bits.
      let shifted = y + magic
      let whole = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000
      UnsafeMutableRawPointer(written + i).storeBytes(of: SIMD8<Int16>(truncatingIfNeeded: whole), as: SIMD8<Int16>.self)
      let sound = (shifted - magic) * (1 / 32768)
      high = larger(high, magnitude(sound))
      store8(heard + i, sound)
      gain += step * 8
    }
    return horizontalMax(high)
  }

  /// Triangular noise between -1 and 1 from the two halves of a xorshift generator (Marsaglia 2003) per lane.
  @inline(__always) private mutating func noise() -> Float8 {
    state ^= state &<< 13
    state ^= state &>> 17
    state ^= state &<< 5
    let low = SIMD8<Int32>(truncatingIfNeeded: state & 0xFFFF)
    let high = SIMD8<Int32>(truncatingIfNeeded: state &>> 16)
    let magic = Float8(repeating: 12_582_912)
    let sum = unsafeBitCast((low &+ high) &- 65535 &+ 0x4B40_0000, to: Float8.self) - magic
    return sum * (1 / 65536)
  }
}
