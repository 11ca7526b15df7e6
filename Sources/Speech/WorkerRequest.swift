/// What the pool asks of a worker: speak one clause.
struct WorkerRequest: Sendable, Hashable {
  var wordsPerMinute: Int
  var pitchPercent: Int
  var pitchRangePercent: Int
  var espeakVoice: String
  var text: String
  /// Whether the sound is to be sent while it is made, in frames of kind `piece`.
  var inPieces: Bool

  /// Five bytes of settings and one of length, then the voice and the text in UTF-8.
  var payload: [UInt8] {
    let voice = Array(espeakVoice.utf8.prefix(255))
    var bytes: [UInt8] = []
    bytes.append(UInt8(truncatingIfNeeded: wordsPerMinute))
    bytes.append(UInt8(truncatingIfNeeded: wordsPerMinute >> 8))
    bytes.append(UInt8(clamping: pitchPercent))
    bytes.append(UInt8(clamping: pitchRangePercent))
    bytes.append(inPieces ? 1 : 0)
    bytes.append(UInt8(voice.count))
    bytes += voice
    bytes += text.utf8
    return bytes
  }

  init(
    wordsPerMinute: Int, pitchPercent: Int, pitchRangePercent: Int, espeakVoice: String, text: String, inPieces: Bool
  ) {
    self.wordsPerMinute = wordsPerMinute
    self.pitchPercent = pitchPercent
    self.pitchRangePercent = pitchRangePercent
    self.espeakVoice = espeakVoice
    self.text = text
    self.inPieces = inPieces
  }

  /// Nil when the payload is no request.
  init?(_ payload: [UInt8]) {
    guard payload.count >= 6 else { return nil }
    let textStart = 6 + Int(payload[5])
    guard textStart <= payload.count, let voice = String(validating: payload[6..<textStart], as: UTF8.self),
      let text = String(validating: payload[textStart...], as: UTF8.self)
    else { return nil }
    wordsPerMinute = Int(payload[0]) | Int(payload[1]) << 8
    pitchPercent = Int(payload[2])
    pitchRangePercent = Int(payload[3])
    inPieces = payload[4] == 1
    espeakVoice = voice
    self.text = text
  }
}
