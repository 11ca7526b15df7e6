extension Syllable {
  /// The house spelling, NFC and lower-case: tone marks as in `hòa`, `thúy`, `ủy ban`; y as in `kỳ`, `lý`, `quy`.
  public var spelled: String {
    let row = rime.row
    let shape = row.shape
    var letters = Array(row.spelling.unicodeScalars)
    let toneLetter = row.toneLetter
    var head = onset.rawValue
    switch onset {
    case .c where shape.nucleus.isFront: head = "k"
    case .g where shape.nucleus.isFront && !shape.glide: head = "gh"
    case .ng where shape.nucleus.isFront && !shape.glide: head = "ngh"
    case .gi where letters.first == "i": head = "g"
    default: break
    }
    if letters.first == "i" {
      let isOpen = letters.count == 1
      let writesY =
        switch onset {
        case .qu: row.spelling != "iu"
        case .none: isOpen || shape.nucleus == .iê && shape.coda != .none
        case .h, .c, .l, .m, .t: isOpen
        default: false
        }
      if writesY { letters[0] = "y" }
    }
    if tone != .ngang, let row = SyllableLetters.toned.first(where: { $0[0] == letters[toneLetter] }) {
      letters[toneLetter] = row[Int(tone.rawValue)]
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: head.unicodeScalars)
    text.append(contentsOf: letters)
    return String(text)
  }
}
