/// A written syllable taken apart: toneless letters of the Vietnamese alphabet, and the tone.
///
/// Any case, composed or decomposed; the tone mark may stand on any letter, so that `hoà`, `hòa` and the typing fault
/// `tóan` all give the syllable that was meant.
struct SyllableLetters {
  /// One code per byte, first letter in the low byte.
  private(set) var letters: UInt64 = 0
  private(set) var count = 0
  private(set) var tone = Tone.ngang

  /// Nil when a byte belongs to no Vietnamese letter, two tones are written, or there are more than eight letters.
  init?(_ utf8: Span<UInt8>) {
    let table = Self.table
    var position = 0
    while position < utf8.count {
      let byte = utf8[position]
      var code: UInt8
      if byte < 0x80 {
        code = table[Int(byte)]
        position += 1
      } else if byte >= 0xC3, byte <= 0xCD, position + 1 < utf8.count {
        let scalar = Int(byte & 0x1F) << 6 | Int(utf8[position + 1] & 0x3F)
        position += 2
        if scalar >= 0x300 {
          guard combine(scalar) else { return nil }
          continue
        }
        guard scalar <= 0x1B0 else { return nil }
        code = table[scalar]
      } else if byte == 0xE1, position + 2 < utf8.count {
        let scalar = Int(byte & 0x0F) << 12 | Int(utf8[position + 1] & 0x3F) << 6 | Int(utf8[position + 2] & 0x3F)
        position += 3
        guard scalar >= 0x1EA0, scalar <= 0x1EF9 else { return nil }
        code = table[scalar - 0x1EA0 + Self.secondBlock]
      } else {
        return nil
      }
      guard code != 0, count < 8 else { return nil }
      let mark = code >> 5
      code &= 0x1F
      letters |= UInt64(code) << UInt64(8 * count)
      count += 1
      if mark != 0, !setTone(mark) { return nil }
    }
  }

  private mutating func setTone(_ mark: UInt8) -> Bool {
    guard tone == .ngang, let written = Tone(rawValue: mark) else { return false }
    tone = written
    return true
  }

  /// Joins a combining mark to the letter before it.
  private mutating func combine(_ scalar: Int) -> Bool {
    guard count > 0 else { return false }
    let shift = UInt64(8 * (count - 1))
    let last = UInt8(truncatingIfNeeded: letters >> shift)
    var joined: UInt8
    switch (scalar, last) {
    case (0x300, _): return setTone(Tone.huyền.rawValue)
    case (0x301, _): return setTone(Tone.sắc.rawValue)
    case (0x309, _): return setTone(Tone.hỏi.rawValue)
    case (0x303, _): return setTone(Tone.ngã.rawValue)
    case (0x323, _): return setTone(Tone.nặng.rawValue)
    case (0x302, Self.a): joined = Self.â
    case (0x302, Self.e): joined = Self.ê
    case (0x302, Self.o): joined = Self.ô
    case (0x306, Self.a): joined = Self.ă
    case (0x31B, Self.o): joined = Self.ơ
    case (0x31B, Self.u): joined = Self.ư
    default: return false
    }
    letters = letters & ~(0xFF << shift) | UInt64(joined) << shift
    return true
  }

  // Codes are places in the alphabet, from 1.
  static let a: UInt8 = 1
  static let ă: UInt8 = 2
  static let â: UInt8 = 3
  static let c: UInt8 = 5
  static let e: UInt8 = 8
  static let ê: UInt8 = 9
  static let g: UInt8 = 10
  static let h: UInt8 = 11
  static let i: UInt8 = 12
  static let k: UInt8 = 13
  static let n: UInt8 = 16
  static let o: UInt8 = 17
  static let ô: UInt8 = 18
  static let ơ: UInt8 = 19
  static let p: UInt8 = 20
  static let q: UInt8 = 21
  static let r: UInt8 = 22
  static let t: UInt8 = 24
  static let u: UInt8 = 25
  static let ư: UInt8 = 26
  static let y: UInt8 = 29

  private static let alphabet = Array("aăâbcdđeêghiklmnoôơpqrstuưvxy".unicodeScalars)
  private static let capitals = Array("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY".unicodeScalars)
  private static let secondBlock = 0x1B1

  /// Vowels with their tones, in the order of `Tone`.
  static let toned: [[Unicode.Scalar]] = [
    "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    "AÀÁẢÃẠ", "ĂẰẮẲẴẶ", "ÂẦẤẨẪẬ", "EÈÉẺẼẸ", "ÊỀẾỂỄỆ", "IÌÍỈĨỊ", "OÒÓỎÕỌ", "ÔỒỐỔỖỘ", "ƠỜỚỞỠỢ", "UÙÚỦŨỤ", "ƯỪỨỬỮỰ", "YỲÝỶỸỴ",
  ].map { Array($0.unicodeScalars) }

  /// U+0000-U+01B0, then U+1EA0-U+1EF9: letter code in bits 0-4, tone in bits 5-7; 0 for every other character.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: secondBlock + 0x5A)
    func enter(_ scalar: Unicode.Scalar, _ code: Int, _ tone: Int = 0) {
      let place = scalar.value < 0x1EA0 ? Int(scalar.value) : Int(scalar.value) - 0x1EA0 + secondBlock
      table[place] = UInt8(code | tone << 5)
    }
    for (code, (small, capital)) in zip(alphabet, capitals).enumerated() {
      enter(small, code + 1)
      enter(capital, code + 1)
    }
    for row in toned {
      let code = (alphabet.firstIndex(of: row[0]) ?? capitals.firstIndex(of: row[0]) ?? 0) + 1
      for (tone, scalar) in row.enumerated() { enter(scalar, code, tone) }
    }
    return table
  }()
}
