// Concrete vector operations: a generic SIMD kernel that is not specialised runs 20 to 40 times slower.

typealias Float8 = SIMD8<Float>
typealias Double8 = SIMD8<Double>

/// a * b + c; fused where the build's target has the instruction (`LOA_FMA`), for elsewhere it is a library
/// call per lane.
@inline(__always) func multiplyAdd(_ a: Float8, _ b: Float8, _ c: Float8) -> Float8 {
  #if LOA_FMA
    c.addingProduct(a, b)
  #else
    a * b + c
  #endif
}

@inline(__always) func multiplyAdd(_ a: Double8, _ b: Double8, _ c: Double8) -> Double8 {
  #if LOA_FMA
    c.addingProduct(a, b)
  #else
    a * b + c
  #endif
}

@inline(__always) func multiplyAdd(_ a: SIMD4<Double>, _ b: SIMD4<Double>, _ c: SIMD4<Double>) -> SIMD4<Double> {
  #if LOA_FMA
    c.addingProduct(a, b)
  #else
    a * b + c
  #endif
}

@inline(__always) func multiplyAdd(_ a: Double, _ b: Double, _ c: Double) -> Double {
  #if LOA_FMA
    c.addingProduct(a, b)
  #else
    a * b + c
  #endif
}

@inline(__always) func magnitude(_ a: Float8) -> Float8 {
  unsafeBitCast(unsafeBitCast(a, to: SIMD8<UInt32>.self) & SIMD8<UInt32>(repeating: 0x7fff_ffff), to: Float8.self)
}

@inline(__always) func larger(_ a: Float8, _ b: Float8) -> Float8 { a.replacing(with: b, where: b .> a) }

@inline(__always) func smaller(_ a: Float8, _ b: Float8) -> Float8 { a.replacing(with: b, where: b .< a) }

@inline(__always) func horizontalSum(_ a: Float8) -> Float {
  let four = a.lowHalf + a.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}

@inline(__always) func horizontalSum(_ a: Double8) -> Double {
  let four = a.lowHalf + a.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}

@inline(__always) func horizontalMax(_ a: Float8) -> Float {
  let four = a.lowHalf.replacing(with: a.highHalf, where: a.highHalf .> a.lowHalf)
  return max(max(four.x, four.y), max(four.z, four.w))
}

@inline(__always) func load8(_ p: UnsafePointer<Float>) -> Float8 { UnsafeRawPointer(p).loadUnaligned(as: Float8.self) }

@inline(__always) func store8(_ p: UnsafeMutablePointer<Float>, _ a: Float8) {
  UnsafeMutableRawPointer(p).storeBytes(of: a, as: Float8.self)
}

@inline(__always) func load4(_ p: UnsafePointer<Float>) -> SIMD4<Float> {
  UnsafeRawPointer(p).loadUnaligned(as: SIMD4<Float>.self)
}
