/// A set of byte strings numbered from 0 in the order they came; found by one hash (FNV-1a, 64 bits) and one comparison.
struct ByteTable: Sendable {
  private var bytes: [UInt8] = []
  /// Key n is `bytes[starts[n]..<starts[n + 1]]`.
  private var starts: [Int32] = [0]
  /// Upper half of the hash, then number + 1; 0 is free. A power of two, at most half full.
  private var slots: [UInt64]

  /// - Parameter expecting: how many keys will come, as far as is known.
  init(expecting keys: Int = 0) {
    var room = 64
    while room < 2 * keys { room *= 2 }
    slots = [UInt64](repeating: 0, count: room)
    starts.reserveCapacity(keys + 1)
    bytes.reserveCapacity(8 * keys)
  }

  var count: Int { starts.count - 1 }

  /// The number of a key, which is entered when it is new.
  mutating func enter(_ key: Span<UInt8>) -> Int {
    if let number = find(key) { return number }
    if (count + 1) * 2 > slots.count { grow() }
    for place in 0..<key.count { bytes.append(key[place]) }
    starts.append(Int32(bytes.count))
    place(hash: Self.hash(key), number: count - 1)
    return count - 1
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

  /// - Precondition: `number` is one that `enter` gave.
  func key(_ number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  private func isKey(_ number: Int, _ key: Span<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == key.count else { return false }
    for place in 0..<key.count where bytes[start + place] != key[place] { return false }
    return true
  }

  private mutating func place(hash: UInt64, number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      let hash = Self.hash(key(number).span)
      place(hash: hash, number: number)
    }
  }

  private static func hash(_ key: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in 0..<key.count { hash = (hash ^ UInt64(key[place])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
