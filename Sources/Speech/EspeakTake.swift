import CEspeakNG

/// What espeak-ng says for one clause, gathered by its callback and trimmed.
final class EspeakTake {
  static let rateHertz: Int32 = 22_050

  private var sound: [Int16] = []
  private var events: [(position: Int, frame: Int)] = []
  private var kept = 0..<0
  private var onPiece: ((ArraySlice<Int16>) -> Void)?
  /// The end of what went out in pieces, and the last loud sample.
  private var sent = 0
  private var loudEnd: Int?

  /// The sound without espeak-ng's silence around it; only what did not go out in pieces.
  var samples: ArraySlice<Int16> { sound[max(kept.lowerBound, sent)..<max(kept.upperBound, sent)] }

  /// The beginning of each word in frames of the trimmed sound.
  var words: [(position: Int, frame: Int)] {
    events.map { (position: $0.position, frame: min(max($0.frame - kept.lowerBound, 0), kept.count)) }
  }

  /// - Parameter onPiece: wants the trimmed sound while it is made.
  func clear(onPiece: ((ArraySlice<Int16>) -> Void)? = nil) {
    self.onPiece = onPiece
    sent = 0
    loudEnd = nil
    sound.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    kept = 0..<0
  }

  /// espeak-ng's callback; returns 1 to stop a clause that never ends.
  func receive(
    _ samples: UnsafeMutablePointer<Int16>?, _ count: Int32, _ events: UnsafeMutablePointer<espeak_EVENT>?
  ) -> Int32 {
    if var event = events {
      while event.pointee.type != espeakEVENT_LIST_TERMINATED {
        if event.pointee.type == espeakEVENT_WORD {
          self.events.append((position: Int(event.pointee.text_position), frame: Int(event.pointee.sample)))
        }
        event += 1
      }
    }
    guard let samples, count > 0 else { return 0 }
    let start = sound.count
    sound.append(contentsOf: UnsafeBufferPointer(start: samples, count: Int(count)))
    if let onPiece { send(from: start, to: onPiece) }
    return sound.count > Self.limitFrames ? 1 : 0
  }

  /// Sends what is certain to be kept: from before the first loud sample to the last so far, without it: `samples` is never empty
  /// at the end of a clause that sounds.
  private func send(from start: Int, to onPiece: (ArraySlice<Int16>) -> Void) {
    guard let last = sound[start...].lastIndex(where: { $0.magnitude > Self.quiet }) else { return }
    if loudEnd == nil, let first = sound[start...].firstIndex(where: { $0.magnitude > Self.quiet }) {
      sent = max(0, first - Self.leadFrames)
    }
    loudEnd = last
    guard sent < last else { return }
    onPiece(sound[sent..<last])
    sent = last
  }

  /// Keeps the sound and a fixed edge around it, so that every pause is the profile's.
  func trim() {
    guard let first = sound.firstIndex(where: { $0.magnitude > Self.quiet }),
      let last = sound.lastIndex(where: { $0.magnitude > Self.quiet })
    else { return }
    kept = max(0, first - Self.leadFrames)..<min(sound.count, last + 1 + Self.tailFrames)
  }

  /// -54 dBFS.
  private static let quiet: UInt16 = 65
  /// 5 ms and 20 ms.
  private static let leadFrames = 110
  private static let tailFrames = 441
  /// Two minutes.
  private static let limitFrames = 120 * Int(rateHertz)
}
