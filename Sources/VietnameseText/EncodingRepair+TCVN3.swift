extension EncodingRepair {
  /// TCVN 5712:1993, third table (ABC fonts): letters at A1-FE. Capitals with a tone exist only as capital fonts.
  private static let tcvn3: [UInt32: Unicode.Scalar] = {
    let rows: [(UInt32, String)] = [
      (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"),
      (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    ]
    var table: [UInt32: Unicode.Scalar] = [:]
    for (first, letters) in rows {
      for (offset, letter) in letters.unicodeScalars.enumerated() { table[first + UInt32(offset)] = letter }
    }
    return table
  }()

  /// A word of TCVN3 read as Latin-1; in a word or a line of capitals the toned letters become capitals too.
  static func decodeTCVN3(_ word: ArraySlice<Unicode.Scalar>, inCapitals: Bool = false) -> [Unicode.Scalar] {
    let decoded = word.map { tcvn3[$0.value] ?? $0 }
    let ascii = word.filter { $0.isASCII && $0.properties.isAlphabetic }
    let isCapital = !ascii.isEmpty && ascii.allSatisfy(\.properties.isUppercase)
    // `Vµ` may begin a sentence: one capital in front says nothing.
    guard inCapitals || isCapital && (ascii.count > 1 || word.first?.isASCII == false) else { return decoded }
    return Array(String(String.UnicodeScalarView(decoded)).uppercased().unicodeScalars)
  }
}
