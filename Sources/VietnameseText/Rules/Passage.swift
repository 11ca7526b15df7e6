/// A scanned text and the stretch of it under reading: what the rules look at.
///
/// Rules ask about atoms by place; places outside the stretch answer `.outside`, so no rule runs over a line's end.
struct Passage {
  let bytes: [UInt8]
  let atoms: [Atom]
  let lexicon: Lexicon
  let memo = WordMemo()
  /// The atoms of the stretch under reading.
  var stretch: Range<Int> = 0..<0
  /// The stretch is a heading in capitals, where legal syllables are plain words.
  var isCapitals = false
  /// Acronyms the notice itself explained, by key.
  var definitions: [Key: String] = [:]

  subscript(place: Int) -> Atom {
    stretch.contains(place) ? atoms[place] : .outside
  }

  func kind(_ place: Int) -> Atom.Kind { self[place].kind }
  func isWord(_ place: Int) -> Bool { self[place].kind == .word }
  func isBlank(_ place: Int) -> Bool { self[place].kind == .blank }
  func isDigits(_ place: Int) -> Bool { self[place].kind == .digits }

  /// The value of a digit run of at most `digits` digits, or nil.
  func value(_ place: Int, digits: ClosedRange<Int> = 1...18) -> Int? {
    let atom = self[place]
    guard atom.kind == .digits, digits.contains(Int(atom.count)) else { return nil }
    return Int(clamping: atom.key)
  }

  func isMark(_ place: Int, _ mark: Unicode.Scalar) -> Bool {
    let atom = self[place]
    return atom.kind == .mark && atom.key == UInt64(mark.value)
  }

  func isMark(_ place: Int, anyOf marks: StaticString) -> Bool {
    let atom = self[place]
    guard atom.kind == .mark, atom.key < 0x80 else { return false }
    let wanted = UInt8(atom.key)
    return marks.withUTF8Buffer { $0.contains(wanted) }
  }

  /// Hyphen, en dash, em dash, minus.
  func isDash(_ place: Int) -> Bool {
    let atom = self[place]
    guard atom.kind == .mark else { return false }
    switch atom.key {
    case 0x2D, 0x2010...0x2015, 0x2212: return true
    default: return false
    }
  }

  /// The place after one optional blank.
  func skipBlank(_ place: Int) -> Int { isBlank(place) ? place + 1 : place }

  /// The place after a dash with or without blanks around it, or nil.
  func afterDash(_ place: Int) -> Int? {
    let dash = skipBlank(place)
    guard isDash(dash) || isMark(dash, "~") || isMark(dash, "\u{F7}") else { return nil }
    return skipBlank(dash + 1)
  }

  func isWord(_ place: Int, _ key: Key) -> Bool {
    let atom = self[place]
    return atom.kind == .word && atom.key == key
  }

  /// The bytes of the atoms `from..<to`.
  func slice(_ from: Int, _ to: Int) -> ArraySlice<UInt8> {
    guard from < to, from >= 0, to <= atoms.count else { return [] }
    return bytes[Int(atoms[from].start)..<Int(atoms[to - 1].end)]
  }

  func text(_ from: Int, _ to: Int) -> String { String(decoding: slice(from, to), as: UTF8.self) }

  func text(_ place: Int) -> String { text(place, place + 1) }

  /// The key of one atom's bytes with their case.
  func exactKey(_ place: Int) -> Key { Key(exact: slice(place, place + 1)) }

  func isLegalSyllable(_ place: Int) -> Bool {
    let atom = self[place]
    guard atom.kind == .word else { return false }
    return Syllable.isLegal(utf8: bytes.span.extracting(atom.range))
  }
}
