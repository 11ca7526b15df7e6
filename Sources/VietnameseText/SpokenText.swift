/// What will be said: the reader's result, and all it knows about each word of it.
public struct SpokenText: Sendable, Hashable {
  /// The text that was read, after encoding repair and NFC; token ranges count its UTF-8 bytes.
  public let source: String
  /// In the order they are spoken. Every byte of `source` belongs to exactly one token.
  public let utterances: [Utterance]
  /// What was repaired before reading, for the officer ("TCVN3 recognised"); empty for clean text.
  public let repairs: [Repair]

  public init(source: String, utterances: [Utterance], repairs: [Repair] = []) {
    self.source = source
    self.utterances = utterances
    self.repairs = repairs
  }

  public var tokens: some Sequence<SpokenToken> { utterances.lazy.flatMap(\.tokens) }
  /// The tokens an officer should look at before anything airs.
  public var flagged: [SpokenToken] { tokens.filter { $0.flag != .sure } }
}
