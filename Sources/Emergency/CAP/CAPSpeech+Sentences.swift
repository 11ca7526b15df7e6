internal import Foundation

extension CAPSpeech {
  /// On one line, without links, ended by a full stop; an empty line in the text ends a sentence too.
  static func sentence(_ text: String) -> String {
    var sentences: [String] = []
    var words: [String] = []
    func end() {
      let last = String((words.popLast() ?? "").reversed().drop { ",;:-–".contains($0) }.reversed())
      if !last.isEmpty { words.append(last.last.map(isEnd) == true ? last : last + ".") }
      if words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) { sentences.append(words.joined(separator: " ")) }
      words = []
    }
    // More than is ever said; the rest of a megabyte is not worth looking at.
    let beginning = String(text.unicodeScalars.prefix(limit * 8))
    let lines = beginning.precomposedStringWithCanonicalMapping.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for line in lines {
      if line.allSatisfy(\.isWhitespace) { end() }
      for word in line.split(whereSeparator: \.isWhitespace) {
        let kept = spoken(word)
        if kept.allSatisfy({ "*•#_=~|<>()[]{}\"'".contains($0) }) { continue }
        // What closed a sentence after a link belongs to the word before it.
        guard kept.allSatisfy(isPause) else {
          words.append(kept)
          continue
        }
        if let last = words.popLast() { words.append(last.last.map(isPause) == true ? last : last + kept) }
      }
    }
    end()
    return sentences.joined(separator: " ")
  }

  /// At most so many scalars: up to a sentence's end if one comes after the first quarter, else up to a word's.
  static func cut(_ text: String, to length: Int) -> String {
    guard text.unicodeScalars.count > length else { return text }
    var kept = String.UnicodeScalarView()
    var sentence: String.UnicodeScalarView?
    var word: String.UnicodeScalarView?
    for (scalar, next) in zip(text.unicodeScalars, text.unicodeScalars.dropFirst()).prefix(max(0, length - 1)) {
      kept.append(scalar)
      guard next == " " else { continue }
      word = kept
      if isEnd(Character(scalar)), kept.count * 4 >= length { sentence = kept }
    }
    if let sentence { return String(sentence) }
    let rest = String(word ?? kept)
    return rest.isEmpty ? "" : rest + "."
  }

  private static func isEnd(_ character: Character) -> Bool { ".!?…".contains(character) }

  private static func isPause(_ character: Character) -> Bool { isEnd(character) || ",;:".contains(character) }

  /// The word without what is not said; of a link, only the pauses after it.
  private static func spoken(_ word: Substring) -> String {
    var text = String(String.UnicodeScalarView(word.unicodeScalars.filter { !isUnspoken($0) }))
    guard isLink(text.lowercased()) else { return text }
    text = String(text.reversed().prefix { isPause($0) || ")]>\"'”»".contains($0) }.reversed())
    return text.filter(isPause)
  }

  private static func isLink(_ word: String) -> Bool {
    let bare = word.drop { !$0.isLetter && !$0.isNumber }
    if word.contains("://") || bare.hasPrefix("www.") || bare.hasPrefix("mailto:") { return true }
    // Without a scheme only under names in wide use: «TP.HCM» is no link.
    let host = bare.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    if let next = bare.dropFirst(host.count).first, next.isLetter || next == "@" { return false }
    let labels = host.split(separator: ".")
    return labels.count >= 2 && ["vn", "com", "org", "net", "int"].contains(labels.last ?? "")
  }
}
