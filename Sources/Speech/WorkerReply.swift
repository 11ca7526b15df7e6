/// What a worker answers: the sound of one clause, and where its words begin.
///
/// Payload: the number of words, then position and frame of each as 32-bit numbers, then 16-bit samples, all little-endian.
struct WorkerReply: Sendable, Hashable {
  /// espeak-ng's word events: characters from 1 in the request's text, and frames from the start of the sound.
  let words: [(position: Int, frame: Int)]
  private let payload: [UInt8]
  private let samplesStart: Int

  static func == (a: WorkerReply, b: WorkerReply) -> Bool { a.payload == b.payload }
  func hash(into hasher: inout Hasher) { hasher.combine(payload) }

  var frameCount: Int { (payload.count - samplesStart) / 2 }

  /// Nil when the payload is no reply.
  init?(_ payload: [UInt8]) {
    let count = Int(payload.number(at: 0))
    let start = 4 + 8 * count
    guard payload.count >= start, (payload.count - start) % 2 == 0 else { return nil }
    var words: [(position: Int, frame: Int)] = []
    words.reserveCapacity(count)
    for index in 0..<count {
      let frame = Int(payload.number(at: 8 + 8 * index))
      words.append((position: Int(payload.number(at: 4 + 8 * index)), frame: frame))
    }
    self.words = words
    self.payload = payload
    samplesStart = start
  }

  /// Appends the sound to `samples`, full scale at ±1.0.
  func append(to samples: inout [Float]) {
    Self.append(payload, from: samplesStart, to: &samples)
  }

  /// Appends the 16-bit samples of `bytes` from `start` on to `samples`, full scale at ±1.0.
  static func append(_ bytes: [UInt8], from start: Int, to samples: inout [Float]) {
    let count = (bytes.count - start) / 2
    samples += bytes.withUnsafeBytes { bytes in
      [Float](unsafeUninitializedCapacity: count) { floats, filled in
        for index in 0..<count {
          let raw = bytes.loadUnaligned(fromByteOffset: start + 2 * index, as: Int16.self)
          floats[index] = Float(Int16(littleEndian: raw)) * (1 / 32_768)
        }
        filled = count
      }
    }
  }

  /// The payload for these words and samples, as the worker sends it.
  static func payload(words: [(position: Int, frame: Int)], samples: ArraySlice<Int16>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 + 8 * words.count + 2 * samples.count)
    bytes.append(number: UInt32(words.count))
    for word in words {
      bytes.append(number: UInt32(clamping: word.position))
      bytes.append(number: UInt32(clamping: word.frame))
    }
    samples.withUnsafeBytes { bytes.append(contentsOf: $0) }
    return bytes
  }
}
