/// A fixed set of byte strings, each with its number; found by one hash (FNV-1a, 64 bits) and one comparison.
struct ByteTable: Sendable {
  private let bytes: [UInt8]
  /// Key n is `bytes[starts[n]..<starts[n + 1]]`.
  private let starts: [Int32]
  /// Upper half of the hash, then number + 1; 0 is free. A power of two, at most half full.
  private let slots: [UInt64]

  /// - Precondition: `keys` are distinct.
  init(_ keys: [[UInt8]]) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    var starts: [Int32] = [0]
    var bytes: [UInt8] = []
    for (number, key) in keys.enumerated() {
      bytes += key
      starts.append(Int32(bytes.count))
      let hash = Self.hash(key.span)
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    }
    self.slots = slots
    self.starts = starts
    self.bytes = bytes
  }

  func find(_ key: Span<UInt8>) -> Int? {
    let hash = Self.hash(key)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) >> 32 == 0 {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if isKey(number, key) { return number }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func isKey(_ number: Int, _ key: Span<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == key.count else { return false }
    for place in 0..<key.count where bytes[start + place] != key[place] { return false }
    return true
  }

  private static func hash(_ key: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in 0..<key.count { hash = (hash ^ UInt64(key[place])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
