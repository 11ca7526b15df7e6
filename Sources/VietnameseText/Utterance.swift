/// A stretch of speech between two pauses: one synthesis call.
public struct Utterance: Sendable, Hashable {
  /// What part of the notice it is; headings and repeats are spoken with weight.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case heading, body, item, repetition
  }

  /// The kind of silence after an utterance; a voice profile gives each its length.
  public enum Pause: String, Sendable, Hashable, CaseIterable {
    case none, phrase, clause, sentence, item, heading, paragraph
  }

  public var role: Role
  public var tokens: [SpokenToken]
  public var pause: Pause

  public init(role: Role, tokens: [SpokenToken], pause: Pause) {
    self.role = role
    self.tokens = tokens
    self.pause = pause
  }

  /// The words as they are said: Vietnamese syllables parted by single spaces; a comma marks a short pause inside.
  public var spoken: String { tokens.map(\.spoken).filter { !$0.isEmpty }.joined(separator: " ") }
}
