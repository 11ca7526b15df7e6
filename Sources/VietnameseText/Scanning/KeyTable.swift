/// A fixed map from keys, which are hashes already: one probe, no second hash.
struct KeyTable<Value: Sendable>: Sendable {
  /// 0 is free; a power of two, at most half full.
  private let keys: [Key]
  private let places: [Int32]
  private let values: [Value]
  private let shift: UInt64

  /// - Parameter pairs: a key that comes twice keeps its last value.
  init(_ pairs: some Sequence<(Key, Value)>) {
    let pairs = Array(pairs)
    var bits: UInt64 = 4
    while 1 << bits < pairs.count * 2 { bits += 1 }
    shift = 64 - bits
    var keys = [Key](repeating: 0, count: 1 << Int(bits))
    var places = [Int32](repeating: 0, count: keys.count)
    for (number, (key, _)) in pairs.enumerated() where key != 0 {
      var slot = Self.slot(key, shift)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      places[slot] = Int32(number)
    }
    self.keys = keys
    self.places = places
    values = pairs.map(\.1)
  }

  private static func slot(_ key: Key, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  subscript(key: Key) -> Value? {
    guard let slot = find(key) else { return nil }
    return values[Int(places[slot])]
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }

  private func find(_ key: Key) -> Int? {
    guard key != 0 else { return nil }
    var slot = Self.slot(key, shift)
    while keys[slot] != 0 {
      if keys[slot] == key { return slot }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }
}
