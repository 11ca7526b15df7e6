public import PCM

/// Sound of an utterance that is still being spoken.
public struct SpokenPiece: Sendable, Hashable {
  /// Place in the list given to `SpeechPool.stream`.
  public let utterance: Int
  /// Mono, 22 050 Hz; follows the piece before without a gap; may be empty in the last piece.
  public let sound: PCMBuffer
  /// With the utterance's last piece: the whole of it, its marks, the pause after it and its outcome.
  public let end: SpokenUtterance?
}
