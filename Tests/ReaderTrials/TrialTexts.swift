/// Short inputs nobody would write, each made again from its seed alone.
struct TrialTexts {
  enum Kind: CaseIterable { case scalars, grammar, mutation }

  let seeds: [[UInt8]]

  /// Any scalars: mostly those of notices, now and then of any script, never more than 120.
  func scalars(_ random: inout SplitMix) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...random.below(120) + 1, using: &random) {
      let alphabet = Self.alphabets[random.below(Self.alphabets.count)]
      if let range = alphabet.randomElement(using: &random) {
        text.append(Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "\u{FFFD}")
      }
    }
    return String(text)
  }

  /// Pieces of notices with and without blanks between them.
  func grammar(_ random: inout SplitMix) -> String {
    var text = ""
    for _ in 0..<random.below(14) + 1 {
      text += NoticePieces.all[random.below(NoticePieces.all.count)]
      text += NoticePieces.joints[random.below(NoticePieces.joints.count)]
    }
    return text
  }

  /// A stretch of a real line with bytes deleted, doubled, swapped, spliced from another line or flipped by a bit.
  func mutation(_ random: inout SplitMix) -> [UInt8] {
    guard !seeds.isEmpty else { return [] }
    var bytes = stretch(&random)
    for _ in 0..<random.below(5) + 1 {
      guard !bytes.isEmpty else { return [0x20] }
      let place = random.below(bytes.count)
      let end = min(bytes.count, place + random.below(8) + 1)
      switch random.below(6) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      case 2: bytes.swapAt(place, random.below(bytes.count))
      case 3: bytes.replaceSubrange(place..<end, with: stretch(&random).prefix(random.below(40)))
      case 4: bytes[place] ^= 1 << UInt8(random.below(8))
      default: bytes.insert(contentsOf: NoticePieces.all[random.below(NoticePieces.all.count)].utf8, at: place)
      }
    }
    return Array(bytes.prefix(160))
  }

  private func stretch(_ random: inout SplitMix) -> [UInt8] {
    let line = seeds[random.below(seeds.count)]
    let start = line.count > 100 ? random.below(line.count - 60) : 0
    return Array(line[start...].prefix(random.below(90) + 10))
  }

  /// Ranges to draw from; a range that is named more often is drawn more often.
  private static let alphabets: [[ClosedRange<UInt32>]] = [
    [0x30...0x39], [0x30...0x39, 0x2C...0x2F, 0x20...0x20], [0x61...0x7A, 0x20...0x20], [0x41...0x5A],
    [0x20...0x2F, 0x3A...0x40],
    [0xC0...0x1B0, 0x1EA0...0x1EF9], [0x1EA0...0x1EF9, 0x61...0x7A], [0x20...0x7E], [0x0...0x24F], [0x300...0x345, 0x61...0x7A],
    [0x2000...0x22FF], [0x370...0x17FF], [0x2E80...0xD7FF], [0xE000...0x1FFFF], [0xFF00...0xFFEF, 0xFE00...0xFEFF],
    [0x1F300...0x1FAFF],
    [0x0...0x1F, 0x7F...0xA0], [0x20...0x20], [0x0A...0x0D, 0x09...0x09, 0x2028...0x2029],
  ]
}
