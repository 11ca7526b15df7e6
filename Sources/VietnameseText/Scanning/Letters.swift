/// Letter case of single scalars, fast for Latin and Vietnamese letters.
enum Letters {
  /// The simple lower case of a scalar.
  static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: return scalar + 0x20
    case 0..<0xC0: return scalar
    case 0xC0...0xDE: return scalar == 0xD7 ? scalar : scalar + 0x20
    case 0xDF...0xFF: return scalar
    case 0x100...0x137, 0x14A...0x177: return scalar == 0x130 ? 0x69 : scalar | 1
    case 0x1A0, 0x1AF: return scalar + 1
    case 0x1E00...0x1E95, 0x1EA0...0x1EFF: return scalar | 1
    case 0x300...0x36F: return scalar
    default:
      guard let written = Unicode.Scalar(scalar) else { return scalar }
      let mapped = written.properties.lowercaseMapping.unicodeScalars
      return mapped.count == 1 ? mapped.first.map(\.value) ?? scalar : scalar
    }
  }

  /// Whether a non-ASCII scalar is part of a word: letters and the marks combined with them.
  static func isWordPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0x24F: return scalar != 0xD7 && scalar != 0xF7
    case 0x300...0x36F, 0x1E00...0x1EFF: return true
    case 0x250..<0x300: return scalar < 0x2B0
    case 0xB5: return true
    case 0..<0xC0: return false
    case 0x2000...0x2BFF, 0x3000...0x3020, 0xFE00...0xFE0F, 0x1F000...0x1FAFF: return false
    default:
      guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
      return properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
    }
  }

  /// Spaces of every width, and characters without width that a notice never means.
  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0xA0, 0xAD, 0x2000...0x200F, 0x202A...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: true
    case 0..<0x20: scalar != 0x0A && scalar != 0x0B && scalar != 0x0C && scalar != 0x0D
    case 0x7F...0x9F: scalar != 0x85
    default: false
    }
  }

  /// Line ends of every system.
  static func isLineEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
