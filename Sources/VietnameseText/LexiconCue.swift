/// A sign in the neighbourhood that selects one sense of an entry.
///
/// Written `<số` (before) or `>xã` (after). The word may be a phrase, `#` for any number, `Aa` for a capitalised word,
/// or one of the marks `.` `;` `:` `(` `)` `/`, or `^` for a comma. Words may stand anywhere in the window given, the
/// signs must stand next to the entry.
public struct LexiconCue: Sendable, Hashable, CustomStringConvertible {
  public enum Side: String, Sendable, Hashable {
    case before = "<"
    case after = ">"
  }

  public enum Sign: Sendable, Hashable {
    /// Lower-case words in the order of the text.
    case words([String])
    case number
    case capitalised
    /// A punctuation mark; a comma is written `^` in a file, where commas part the cues.
    case mark(Character)
  }

  public var side: Side
  public var sign: Sign

  public init(side: Side, sign: Sign) {
    self.side = side
    self.sign = sign
  }

  /// The cue a lexicon writes, or nil when it is none.
  init?(parsing text: Substring) {
    switch text.utf8.first {
    case UInt8(ascii: "<"): side = .before
    case UInt8(ascii: ">"): side = .after
    default: return nil
    }
    // On bytes, as every start of a command parses a thousand of them.
    let body = text.utf8.dropFirst()
    guard let first = body.first else { return nil }
    if body.count == 1, let mark = Self.marks[first] {
      sign = mark
    } else if body.elementsEqual("Aa".utf8) {
      sign = .capitalised
    } else {
      guard
        text.unicodeScalars.dropFirst().allSatisfy({ $0.isASCII ? Self.isWordASCII($0) : Letters.isWordPart($0.value) })
      else { return nil }
      let words = LetterCases.lower(String(Substring(body)))
      sign = .words(
        body.contains(UInt8(ascii: " ")) ? words.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) } : [words])
    }
  }

  private static let marks: [UInt8: Sign] = [
    UInt8(ascii: "#"): .number, UInt8(ascii: "^"): .mark(","), UInt8(ascii: "."): .mark("."), UInt8(ascii: ";"): .mark(";"),
    UInt8(ascii: ":"): .mark(":"), UInt8(ascii: "("): .mark("("), UInt8(ascii: ")"): .mark(")"), UInt8(ascii: "/"): .mark("/"),
  ]

  private static func isWordASCII(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", "/", "-": true
    default: false
    }
  }

  public var description: String {
    switch sign {
    case .words(let words): side.rawValue + words.joined(separator: " ")
    case .number: side.rawValue + "#"
    case .capitalised: side.rawValue + "Aa"
    case .mark(let mark): side.rawValue + (mark == "," ? "^" : String(mark))
    }
  }

  /// Whether the cue is met. Words come in the order of the text, numbers and punctuation included as words of their own.
  ///
  /// - Parameters:
  ///   - before: the window before the entry, nearest last.
  ///   - after: the window after the entry, nearest first.
  func isMet(before: [Substring], after: [Substring]) -> Bool {
    let window = side == .before ? before : after
    guard let nearest = side == .before ? before.last : after.first else { return false }
    switch sign {
    case .number: return nearest.unicodeScalars.first?.properties.numericType != nil
    case .capitalised: return nearest.unicodeScalars.first?.properties.isUppercase == true
    case .mark(let mark): return nearest.first == mark
    case .words(let words):
      guard !words.isEmpty, window.count >= words.count else { return false }
      return (0...(window.count - words.count)).contains { start in
        words.indices.allSatisfy { window[start + $0].lowercased() == words[$0] }
      }
    }
  }
}
