/// Mu-law coding of telephone speech (ITU-T G.711): eight bits for fourteen, finer where it is quiet.
enum MuLaw {
  /// The 16-bit sample of a byte, -32 124 to 32 124.
  ///
  /// All bits are sent inverted: a sign, three bits of segment and four of step in it. The bias of 33 steps of G.711 is
  /// 132 at 16 bits.
  static func decoded(_ byte: UInt8) -> Int16 {
    let bits = ~byte
    let biased = (Int16(bits & 0x0F) << 3 + 132) << Int16((bits & 0x70) >> 4)
    return bits & 0x80 == 0 ? biased - 132 : 132 - biased
  }
}
