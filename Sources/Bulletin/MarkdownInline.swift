/// The marks inside one line of Markdown taken off: emphasis, links, code, escapes; recordings found. Time grows with the
/// length of the line, whatever is in it: a closing mark is looked for only so far.
struct MarkdownInline {
  private(set) var text = ""
  /// Recordings, with UTF-8 offsets into `text`.
  private(set) var recordings: [(what: String, path: String, offset: Int)] = []
  /// Columns, from 0, of recordings that name no file.
  private(set) var namelessRecordings: [Int] = []
  private let characters: [Character]

  private static let longestSpan = 1000
  private static let deepest = 6

  init(_ line: String) {
    characters = Array(line)
    clean(0..<characters.count, depth: 0)
  }

  private mutating func clean(_ range: Range<Int>, depth: Int) {
    var at = range.lowerBound
    while at < range.upperBound {
      switch characters[at] {
      case "!":
        if let link = link(at: at + 1, before: range.upperBound) {
          add(link, column: at)
          at = link.end
          continue
        }
      case "[":
        if depth < Self.deepest, let link = link(at: at, before: range.upperBound) {
          clean(link.label, depth: depth + 1)
          at = link.end
          continue
        }
      case "\\":
        if at + 1 < range.upperBound, Self.isASCIIPunctuation(characters[at + 1]) {
          text.append(characters[at + 1])
          at += 2
          continue
        }
      case "*", "_", "`":
        if depth < Self.deepest, let span = emphasised(at: at, before: range.upperBound) {
          if characters[at] == "`" { text += String(characters[span.inner]) } else { clean(span.inner, depth: depth + 1) }
          at = span.end
          continue
        }
      default: break
      }
      text.append(characters[at])
      at += 1
    }
  }

  private mutating func add(_ link: Link, column: Int) {
    let path = String(characters[link.target])
    guard path.contains(where: { !$0.isWhitespace }) else {
      namelessRecordings.append(column)
      return
    }
    recordings.append((String(characters[link.label]), path, text.utf8.count))
  }

  /// `[label](target)`.
  private struct Link {
    let label: Range<Int>
    let target: Range<Int>
    let end: Int
  }

  private func link(at open: Int, before limit: Int) -> Link? {
    guard open < limit, characters[open] == "[", let close = find("]", from: open + 1, before: limit),
      close + 1 < limit, characters[close + 1] == "(", let end = find(")", from: close + 2, before: limit)
    else { return nil }
    return Link(label: (open + 1)..<close, target: (close + 2)..<end, end: end + 1)
  }

  /// Marks hug what they mark, and do not stand inside a word: 5*3 is no emphasis.
  private func emphasised(at start: Int, before limit: Int) -> (inner: Range<Int>, end: Int)? {
    if start > 0, characters[start - 1].isLetter || characters[start - 1].isNumber { return nil }
    for mark in ["***", "**", "__", "*", "_", "`"] {
      let length = mark.count
      guard start + length < limit, characters[start..<(start + length)].elementsEqual(mark),
        !characters[start + length].isWhitespace, let close = find(mark, from: start + length + 1, before: limit),
        !characters[close - 1].isWhitespace
      else { continue }
      let after = close + length
      if mark.hasPrefix("_"), after < limit, characters[after].isLetter || characters[after].isNumber { continue }
      return ((start + length)..<close, after)
    }
    return nil
  }

  /// Where `mark` begins next, within the longest span.
  private func find(_ mark: String, from start: Int, before limit: Int) -> Int? {
    let end = min(limit, start + Self.longestSpan) - mark.count
    guard start <= end, let first = mark.first else { return nil }
    for at in start...end where characters[at] == first {
      if characters[at..<(at + mark.count)].elementsEqual(mark) { return at }
    }
    return nil
  }

  private static func isASCIIPunctuation(_ character: Character) -> Bool {
    character.isASCII && (character.isPunctuation || character.isSymbol)
  }
}
