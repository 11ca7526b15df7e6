/// Float samples to 16 bit: times 32768, to the nearest (ties to even), limited to the range of Int16; NaN is silence.
///
/// The inverse of reading 16-bit samples as Float, exactly. Rounds by adding 1.5 * 2^23, where a Float's last bit is
/// worth one: the default x86-64 target has no rounding instruction.
///
/// - Precondition: `output` holds at least as many samples as `input`.
func convert(_ input: UnsafeBufferPointer<Float>, to output: UnsafeMutableBufferPointer<Int16>) {
  precondition(output.count >= input.count)
  guard let from = UnsafeRawPointer(input.baseAddress), let to = UnsafeMutableRawPointer(output.baseAddress) else {
    return
  }
  var index = 0
  while index &+ 8 <= input.count {
    let samples = from.loadUnaligned(fromByteOffset: index &* 4, as: SIMD8<Float>.self)
    to.storeBytes(of: quantised(samples), toByteOffset: index &* 2, as: SIMD8<Int16>.self)
    index &+= 8
  }
  while index < input.count {
    output[index] = quantised(SIMD8(repeating: input[index]))[0]
    index &+= 1
  }
}

@inline(__always)
private func quantised(_ samples: SIMD8<Float>) -> SIMD8<Int16> {
  let lowest = SIMD8<Float>(repeating: -32768)
  let highest = SIMD8<Float>(repeating: 32767)
  var scaled = samples * 32768
  scaled.replace(with: 0, where: samples .!= samples)
  scaled.replace(with: lowest, where: scaled .< lowest)
  scaled.replace(with: highest, where: scaled .> highest)
  let magic = SIMD8<Float>(repeating: 12_582_912)
  let bits = unsafeBitCast(scaled + magic, to: SIMD8<Int32>.self) &- 0x4B40_0000
  return SIMD8<Int16>(truncatingIfNeeded: bits)
}
