public import PCM

/// The sound of one utterance, and where its words begin.
public struct SpokenUtterance: Sendable, Hashable {
  /// Place in the list given to `SpeechPool.speak`.
  public let index: Int
  /// Mono, 22 050 Hz; begins and ends within a few milliseconds of the speech, the pause not included.
  public let sound: PCMBuffer
  /// The silence the voice profile puts after it.
  public let pauseAfterSeconds: Double
  /// One for each spoken word, in order.
  public let marks: [Mark]
  public let outcome: Outcome

  /// Where a word begins.
  public struct Mark: Sendable, Hashable {
    /// Place in `Utterance.tokens`.
    public let token: Int
    /// In frames of `sound`.
    public let frame: Int
  }

  /// What became of the utterance; the worst of its clauses.
  public enum Outcome: Sendable, Hashable {
    case spoken
    /// The worker failed on the phonemes; plain letters were spoken instead, perhaps with a wrong tone or two.
    case spokenPlain(after: WorkerFailure)
    /// The worker failed twice; the sound is silence of a fair length.
    case lost(WorkerFailure)
  }
}
