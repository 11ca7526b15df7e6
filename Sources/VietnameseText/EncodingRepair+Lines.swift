extension EncodingRepair {
  /// A line of a text, and what one look at its bytes tells of it.
  struct Line {
    /// Its bytes.
    var range: Range<Int>
    /// No letter that only Unicode has was seen: the line may be in an old encoding. A rare few are passed as open.
    var isOpen = true
    /// Something beyond ASCII.
    var hasLatin = false
    /// One of VIQR's marks.
    var hasVIQRMark = false
  }

  static func lines(of text: String) -> [Line] {
    let bytes = text.utf8.span
    var lines: [Line] = []
    var line = Line(range: 0..<0)
    var lead: UInt8 = 0
    for place in bytes.indices {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\n"):
        line.range = line.range.lowerBound..<place
        lines.append(line)
        line = Line(range: place + 1..<place + 1)
      case 0x80...:
        line.hasLatin = true
        // U+0102-U+013F, U+0180-U+01B0, U+1E80-U+1EFF
        if lead == 0xC4 && byte >= 0x82 || lead == 0xC6 && byte <= 0xB0 || lead == 0xE1 && (byte == 0xBA || byte == 0xBB) {
          line.isOpen = false
        }
      case UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "+"),
        UInt8(ascii: "*"):
        line.hasVIQRMark = true
      default: break
      }
      lead = byte
    }
    line.range = line.range.lowerBound..<bytes.count
    return lines + [line]
  }
}
