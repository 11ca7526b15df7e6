/// Vietnamese names of letters, as acronyms are spelled.
enum LetterNames {
  /// The names of a word's letters, tone marks left out: `BĐ` is "bê đê".
  static func spell(_ letters: some Sequence<Unicode.Scalar>) -> String {
    var words: [String] = []
    for letter in letters {
      if let name = names[Letters.lower(letter.value)] { words.append(name) }
    }
    return words.joined(separator: " ")
  }

  private static let names: [UInt32: String] = {
    var names: [UInt32: String] = [:]
    let pairs = """
      a a ă á â ớ b bê c xê d đê đ đê e e ê ê f ép g gờ h hát i i j gi k ca l lờ m em n en o ô ô ô ơ ơ p pê q quy \
      r rờ s ét t tê u u ư ư v vê w vê_kép x ích y i_dài z dét
      """.split(separator: " ")
    var index = 0
    while index + 1 < pairs.count {
      if let letter = pairs[index].unicodeScalars.first {
        names[letter.value] = String(pairs[index + 1].map { $0 == "_" ? " " : $0 })
      }
      index += 2
    }
    for row in SyllableLetters.toned {
      for letter in row { names[letter.value] = names[row[0].value] ?? names[letter.value] }
    }
    return names
  }()
}
