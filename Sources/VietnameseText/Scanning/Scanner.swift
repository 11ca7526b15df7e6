/// Cuts valid UTF-8 into atoms that tile it.
struct Scanner {
  private let bytes: [UInt8]
  private var position = 0
  private var atoms: [Atom] = []

  static func scan(_ bytes: [UInt8]) -> [Atom] {
    var scanner = Scanner(bytes: bytes)
    scanner.atoms.reserveCapacity(bytes.count / 2 + 1)
    while scanner.position < bytes.count { scanner.step() }
    return scanner.atoms
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func step() {
    let start = position
    let byte = bytes[position]
    if Self.isASCIILetter(byte) { return word(from: start) }
    if byte &- 0x30 < 10 { return digits(from: start) }
    let (scalar, width) = scalar(at: position)
    if scalar >= 0x80, Letters.isWordPart(scalar) { return word(from: start) }
    if Letters.isLineEnd(scalar) {
      position += byte == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : width
      return append(start, .lineEnd, key: 0x0A)
    }
    if Letters.isBlank(scalar) {
      var key = UInt64(scalar)
      position += width
      while position < bytes.count {
        let (next, width) = self.scalar(at: position)
        guard Letters.isBlank(next) else { break }
        key = 0
        position += width
      }
      return append(start, .blank, key: key)
    }
    position += width
    append(start, .mark, key: UInt64(scalar))
  }

  private mutating func append(_ start: Int, _ kind: Atom.Kind, key: UInt64) {
    atoms.append(Atom(start: Int32(start), end: Int32(position), key: key, kind: kind))
  }

  private mutating func digits(from start: Int) {
    var value: UInt64 = 0
    while position < bytes.count, position - start < Atom.longestRun {
      let digit = bytes[position] &- 0x30
      guard digit < 10 else { break }
      value = position - start < 18 ? value * 10 + UInt64(digit) : .max
      position += 1
    }
    var atom = Atom(start: Int32(start), end: Int32(position), key: value, kind: .digits)
    atom.count = UInt8(position - start)
    atoms.append(atom)
  }

  private mutating func word(from start: Int) {
    var key = Key.empty
    var count = 0
    var capitals = 0
    var startsWithCapital = false
    while position < bytes.count, count < Atom.longestRun {
      let byte = bytes[position]
      if Self.isASCIILetter(byte) {
        let isCapital = byte & 0x20 == 0
        if isCapital {
          capitals += 1
          if count == 0 { startsWithCapital = true }
        }
        key = key.with(UInt64(byte | 0x20))
        position += 1
      } else if byte < 0x80 {
        break
      } else {
        let (scalar, width) = scalar(at: position)
        guard Letters.isWordPart(scalar) else { break }
        let small = Letters.lower(scalar)
        if small != scalar || (0x300...0x36F).contains(scalar) && capitals == count && count > 0 {
          capitals += 1
          if count == 0 { startsWithCapital = true }
        }
        key = key.with(UInt64(small))
        position += width
      }
      count += 1
    }
    var atom = Atom(start: Int32(start), end: Int32(position), key: key, kind: .word)
    atom.count = UInt8(count)
    atom.letterCase =
      capitals == 0 ? .lower : capitals == count ? .upper : startsWithCapital && capitals == 1 ? .capital : .mixed
    atoms.append(atom)
  }

  @inline(__always)
  private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The scalar at `offset` and its width in bytes; the input is known to be valid UTF-8.
  private func scalar(at offset: Int) -> (scalar: UInt32, width: Int) {
    let byte = bytes[offset]
    func tail(_ index: Int) -> UInt32 { offset + index < bytes.count ? UInt32(bytes[offset + index] & 0x3F) : 0 }
    switch byte {
    case 0..<0x80: return (UInt32(byte), 1)
    case 0x80..<0xE0: return (UInt32(byte & 0x1F) << 6 | tail(1), min(2, bytes.count - offset))
    case 0xE0..<0xF0: return (UInt32(byte & 0x0F) << 12 | tail(1) << 6 | tail(2), min(3, bytes.count - offset))
    default:
      return (UInt32(byte & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), min(4, bytes.count - offset))
    }
  }
}
