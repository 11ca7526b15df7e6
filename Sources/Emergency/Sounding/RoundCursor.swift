/// How far a loudspeaker has come in a round: chime and message, as often as the round repeats them.
struct RoundCursor {
  /// What comes next.
  enum Step {
    case frames(ArraySlice<Int16>)
    /// The message is still being made.
    case wait
    case end
  }

  private enum Part { case chime, message, pause }

  let chime: [Int16]
  let message: RoundMessage
  let repeats: Int
  private var part = Part.chime
  private var position = 0
  private var repetition = 0
  /// Between the end of a message and the chime before it is said again, in frames: a second and a half.
  private static let pauseFrames = 72_000

  init(chime: [Int16], message: RoundMessage, repeats: Int) {
    (self.chime, self.message, self.repeats) = (chime, message, repeats)
  }

  /// The next frames, at most `limit`.
  /// - Parameter isDry: the loudspeaker has nothing left to sound: while there is no message yet, it is chimed again.
  mutating func next(limit: Int, isDry: Bool) -> Step {
    switch part {
    case .chime:
      guard position < chime.count else {
        (part, position) = (.message, 0)
        return next(limit: limit, isDry: isDry)
      }
      let end = min(position + limit, chime.count)
      defer { position = end }
      return .frames(chime[position..<end])
    case .message:
      let (frames, place, isLast) = message.frames(from: position, limit: limit)
      if !frames.isEmpty {
        position = place
        return .frames(frames)
      }
      if isLast {
        repetition += 1
        guard repetition < repeats, !message.isEmpty else { return .end }
        (part, position) = (.pause, 0)
        return next(limit: limit, isDry: isDry)
      }
      guard isDry, !chime.isEmpty, message.isEmpty, !message.isLive else { return .wait }
      (part, position) = (.chime, 0)
      return next(limit: limit, isDry: isDry)
    case .pause:
      guard position < Self.pauseFrames else {
        (part, position) = (.chime, 0)
        return next(limit: limit, isDry: isDry)
      }
      let count = min(limit, Self.pauseFrames - position)
      position += count
      return .frames(ArraySlice(repeatElement(0, count: count)))
    }
  }

  /// Back to the chime of the repetition it is in: a device that failed in the middle has said half of it.
  mutating func rewind() { (part, position) = (.chime, 0) }
}
