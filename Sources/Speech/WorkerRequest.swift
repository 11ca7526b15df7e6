/// What the pool asks of a worker: speak one clause.
struct WorkerRequest: Sendable, Hashable {
  var wordsPerMinute: Int
  var pitchPercent: Int
  var pitchRangePercent: Int
  var espeakVoice: String
  var text: String

  /// Four bytes of settings and two of lengths, then the voice and the text in UTF-8.
  var payload: [UInt8] {
    let voice = Array(espeakVoice.utf8.prefix(255))
    var bytes: [UInt8] = []
    bytes.append(UInt8(truncatingIfNeeded: wordsPerMinute))
    bytes.append(UInt8(truncatingIfNeeded: wordsPerMinute >> 8))
    bytes.append(UInt8(clamping: pitchPercent))
    bytes.append(UInt8(clamping: pitchRangePercent))
    bytes.append(UInt8(voice.count))
    bytes += voice
    bytes += text.utf8
    return bytes
  }

  init(wordsPerMinute: Int, pitchPercent: Int, pitchRangePercent: Int, espeakVoice: String, text: String) {
    self.wordsPerMinute = wordsPerMinute
    self.pitchPercent = pitchPercent
    self.pitchRangePercent = pitchRangePercent
    self.espeakVoice = espeakVoice
    self.text = text
  }

  /// Nil when the payload is no request.
  init?(_ payload: [UInt8]) {
    guard payload.count >= 5 else { return nil }
    let textStart = 5 + Int(payload[4])
    guard textStart <= payload.count, let voice = String(validating: payload[5..<textStart], as: UTF8.self),
      let text = String(validating: payload[textStart...], as: UTF8.self)
    else { return nil }
    wordsPerMinute = Int(payload[0]) | Int(payload[1]) << 8
    pitchPercent = Int(payload[2])
    pitchRangePercent = Int(payload[3])
    espeakVoice = voice
    self.text = text
  }
}
