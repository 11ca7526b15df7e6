/// Written forms and what is said for them: the built-in lexicon, a station's, a notice's, one over the other.
///
/// Lookup goes by exact UTF-8 bytes (NFC) and costs one hash per layer; a miss allocates nothing. An entry is found as
/// written, and also:
/// - `acronym`, `letters`, `road`, `signature`: in lower case, when that is no syllable (`ubnd`; never `ca` for `CA`);
/// - `abbreviation`, `foreign`, `name`, `word`: in lower case, capitals and capital initials, single letters excepted;
/// - `unit` and `document`: as written only.
/// An entry written in a form wins over one that only yields it. Entries of one written form are its senses, in order.
public struct Lexicon: Sendable {
  /// A stretch of text that an entry covers.
  public struct Match: Sendable {
    /// UTF-8 bytes covered, from the offset asked for.
    public let length: Int
    /// Never empty; see `Lexicon.choose`.
    public let senses: [LexiconEntry]
  }

  public static let empty = Lexicon(entries: [])

  /// Topmost first.
  private let layers: [LexiconTable]
  private let documentLayers: [LexiconTable]

  public init(entries: some Sequence<LexiconEntry>) {
    let entries = Array(entries)
    self.init([Parsed(entries: entries, lines: [], errors: [], cases: entries.map { LetterCases(of: $0) })])
  }

  /// Files of one tier together, the first file's lines first.
  public init(_ files: [Parsed]) {
    layers = [LexiconTable(files) { $0 != .document }]
    documentLayers = [LexiconTable(files) { $0 == .document }]
  }

  private init(layers: [LexiconTable], documentLayers: [LexiconTable]) {
    self.layers = layers
    self.documentLayers = documentLayers
  }

  /// This lexicon above another: a default sense here hides the other's senses of that form; else they follow.
  public func layered(over base: Lexicon) -> Lexicon {
    func stack(_ top: [LexiconTable], _ bottom: [LexiconTable]) -> [LexiconTable] {
      (top + bottom).filter { !$0.isEmpty }
    }
    return Lexicon(
      layers: stack(layers, base.layers), documentLayers: stack(documentLayers, base.documentLayers))
  }

  /// The senses of exactly these bytes, in order; empty when there are none.
  public func senses(ofUTF8 bytes: Span<UInt8>) -> [LexiconEntry] {
    Self.senses(in: layers, bytes)
  }

  public func senses(of text: some StringProtocol) -> [LexiconEntry] {
    let text = String(text)
    return senses(ofUTF8: text.utf8.span)
  }

  /// What a part of a document number's suffix stands for (`KH` in `5755/KH-UBND`); an acronym's default sense at need.
  public func documentPart(ofUTF8 bytes: Span<UInt8>) -> LexiconEntry? {
    if let part = Self.senses(in: documentLayers, bytes).first { return part }
    let senses = senses(ofUTF8: bytes).filter { $0.kind == .acronym }
    return senses.first(where: \.isDefault) ?? senses.first
  }

  /// The longest entry that begins at `offset` and ends at a word's end (a digit may follow a letter: `QL1A`).
  ///
  /// The caller sees to it that `offset` begins a word. Costs one hash per layer when no entry begins with this word.
  /// - Parameter ownOnly: whether only layers above the lowest are asked: the station's and the notice's.
  public func longestMatch(in text: Span<UInt8>, at offset: Int, ownOnly: Bool = false) -> Match? {
    var best: (length: Int, layer: Int)?
    for (index, layer) in (ownOnly ? layers.dropLast() : layers[...]).enumerated() {
      if let length = layer.longestMatch(in: text, at: offset), length > best?.length ?? 0 { best = (length, index) }
    }
    guard let best else { return nil }
    return Match(length: best.length, senses: senses(ofUTF8: text.extracting(offset..<offset + best.length)))
  }

  /// Whether a station's or a notice's lexicon lies over the built-in one.
  var hasOwnLayers: Bool { layers.count > 1 }

  /// Whether any entry's first word is exactly this one.
  func begins(with word: Span<UInt8>) -> Bool { layers.contains { $0.begins(with: word) } }

  /// The sense the neighbourhood selects: the first whose cue is met, else the default, else the first, as a guess.
  ///
  /// - Parameters:
  ///   - before: words before, nearest last, numbers and punctuation as words of their own; four are enough.
  ///   - after: words after, nearest first.
  /// - Returns: the sense, and whether it is sure: false for a sense marked ambiguous and for a guess. Nil when nothing
  ///   speaks for a unit, a road or a single letter (`anh H.` is no district), or when the acronym is a syllable among
  ///   capitals (`CA MẮC COVID` is no police).
  public static func choose(
    among senses: [LexiconEntry], before: [Substring], after: [Substring]
  ) -> (entry: LexiconEntry, isSure: Bool)? {
    for sense in senses where sense.isCued(before: before, after: after) { return (sense, !sense.isAmbiguous) }
    if let first = senses.first, first.isSyllableInCapitals, isAmongCapitals(before, after) { return nil }
    if let sense = senses.first(where: \.isDefault) { return (sense, !sense.isAmbiguous) }
    return senses.first { $0.kind != .unit && $0.kind != .road && $0.written.count(where: \.isLetter) > 1 }
      .map { ($0, false) }
  }

  private static func isAmongCapitals(_ before: [Substring], _ after: [Substring]) -> Bool {
    let words = (before + after).filter { $0.count(where: \.isLetter) > 1 }
    return !words.isEmpty && words.allSatisfy { word in !word.contains(where: \.isLowercase) }
  }

  /// Words that stay as they are written in what is spoken, because listeners and officers know them so, with the
  /// syllables a voice says for them.
  public static let loanWords: [String: String] = [
    "chip": "chíp", "email": "i meo", "fanpage": "phan pết", "hashtag": "hát tắc", "vitamin": "vi ta min",
  ]

  private static func senses(in layers: [LexiconTable], _ bytes: Span<UInt8>) -> [LexiconEntry] {
    var found: [LexiconEntry] = []
    for layer in layers {
      guard let senses = layer.senses(of: bytes) else { continue }
      if found.isEmpty { found = senses } else { found += senses }
      if senses.contains(where: \.isDefault) { break }
    }
    return found
  }
}
