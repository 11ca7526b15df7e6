public import Bulletin
public import VietnameseText

/// A notice as it will sound: utterances and recordings in their order.
public struct Script: Sendable, Hashable {
  public enum Piece: Sendable, Hashable {
    case speech([Utterance])
    case recording(RecordedInsert)
  }

  /// What the reader made of title and body, read once.
  public let reading: SpokenText
  public let pieces: [Piece]

  /// Reads a notice: its title as a heading, its body, recordings in their places, and repeats at the end.
  public init(_ bulletin: Bulletin, lexicon: Lexicon) {
    // What is to be said is read itself: no digit or sign reaches the voice by this way either.
    let base = Reader(lexicon: lexicon)
    let own = Lexicon(
      entries: bulletin.pronunciations.map { pair in
        let words = base.read(pair.spoken).utterances.map(\.spoken).filter { !$0.isEmpty }.joined(separator: " ")
        // Written in capitals it is an acronym, which document numbers know too.
        let isAcronym = pair.written == pair.written.uppercased()
        return LexiconEntry(written: pair.written, spoken: words, kind: isAcronym ? .acronym : .word)
      })
    let reader = Reader(lexicon: bulletin.pronunciations.isEmpty ? lexicon : own.layered(over: lexicon))
    let titleLength = bulletin.title.utf8.count
    let bodyStart = titleLength + 1
    let reading = reader.read(bulletin.title + "\n" + bulletin.body)
    let headings =
      [0..<titleLength] + bulletin.headings.map { ($0.lowerBound + bodyStart)..<($0.upperBound + bodyStart) }
    let utterances = Self.withHeadings(reading.utterances, headings)
    let once = Self.pieces(utterances, bulletin.inserts, bodyStart: bodyStart)
    var pieces = once
    for _ in 0..<bulletin.repeats {
      pieces.append(.speech(Self.repetitions(reader.read(Self.repeatNotice).utterances)))
      pieces += once.map { piece in
        if case .speech(let utterances) = piece { .speech(Self.repetitions(utterances)) } else { piece }
      }
    }
    self.reading = reading
    self.pieces = pieces
  }

  /// Whether anything in it sounds.
  public var saysSomething: Bool {
    pieces.contains { piece in
      switch piece {
      case .speech(let utterances): utterances.contains { !$0.spoken.isEmpty }
      case .recording: true
      }
    }
  }

  private static let repeatNotice = "Xin nhắc lại."

  /// Utterances inside a heading's range are spoken as headings, the last of each with the longer pause.
  private static func withHeadings(_ utterances: [Utterance], _ headings: [Range<Int>]) -> [Utterance] {
    var result = utterances
    var rest = headings[...]
    for index in result.indices {
      guard let start = result[index].tokens.first?.range.lowerBound else { continue }
      // Both are in the order of the text.
      while let heading = rest.first, heading.upperBound <= start { rest = rest.dropFirst() }
      guard let heading = rest.first, heading.contains(start) else { continue }
      result[index].role = .heading
      let next = index + 1 < result.count ? result[index + 1].tokens.first?.range.lowerBound : nil
      if next.map({ !heading.contains($0) }) ?? true { result[index].pause = .heading }
    }
    return result
  }

  private static func repetitions(_ utterances: [Utterance]) -> [Utterance] {
    utterances.map { utterance in
      var utterance = utterance
      if utterance.role != .heading { utterance.role = .repetition }
      return utterance
    }
  }

  /// Cuts the speech where recordings play.
  private static func pieces(_ utterances: [Utterance], _ inserts: [RecordedInsert], bodyStart: Int) -> [Piece] {
    var pieces: [Piece] = []
    var rest = utterances[...]
    for insert in inserts {
      let before = rest.prefix { utterance in
        utterance.tokens.first.map { $0.range.lowerBound < insert.offset + bodyStart } ?? true
      }
      if !before.isEmpty { pieces.append(.speech(Array(before))) }
      rest = rest.dropFirst(before.count)
      pieces.append(.recording(insert))
    }
    if !rest.isEmpty { pieces.append(.speech(Array(rest))) }
    return pieces
  }
}
