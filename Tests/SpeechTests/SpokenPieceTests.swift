import PCM
import Speech
import Testing
import VietnameseText

@Suite struct SpokenPieceTests {
  private static let texts = ["kính thưa toàn thể bà con nhân dân, mời bà con dự họp", "", "ngã ba xã sẽ họp lại"]

  @Test func piecesTogetherAreTheUtterance() throws {
    var pieces: [SpokenPiece] = []
    try TestSpeech.pool().stream(Self.texts.map { TestSpeech.utterance($0) }, voice: TestSpeech.voice()) { pieces.append($0) }
    let whole = try TestSpeech.speak(Self.texts)
    #expect(pieces.compactMap(\.end) == whole)
    for spoken in whole {
      let samples = pieces.filter { $0.utterance == spoken.index }.flatMap(\.sound.samples)
      #expect(samples == spoken.sound.samples)
    }
    #expect(pieces.map(\.utterance) == pieces.map(\.utterance).sorted())
  }

  @Test func theFirstPieceIsShortHoweverLongTheUtterance() throws {
    let words = repeatElement("mời bà con", count: 40).joined(separator: " ")
    var pieces: [SpokenPiece] = []
    try TestSpeech.pool().stream([TestSpeech.utterance(words)], voice: TestSpeech.voice()) { pieces.append($0) }
    let first = try #require(pieces.first)
    #expect(first.end == nil && first.sound.frameCount > 0 && first.sound.seconds < 0.5)
    #expect(pieces.count > 50)
  }

  @Test(arguments: ["crash", "half", "hang", "garbage", "silent"])
  func aFailureAmongPiecesLosesNothing(fault: String) throws {
    let texts = (0..<6).map { _ in "mời bà con đến họp" }
    let pool = try TestSpeech.pool(fault: "\(fault)@3", deadline: 1_500)
    var heard = [[Float]](repeating: [], count: texts.count)
    var ends: [SpokenUtterance] = []
    try pool.stream(texts.map { TestSpeech.utterance($0) }, voice: TestSpeech.voice()) { piece in
      heard[piece.utterance] += piece.sound.samples
      if let end = piece.end { ends.append(end) }
    }
    #expect(ends.map(\.index) == Array(0..<6))
    #expect(ends.map(\.sound.samples) == heard)
    for end in ends where end.index != 2 { #expect(end.outcome == .spoken) }
    guard case .spokenPlain = ends[2].outcome else {
      Issue.record("utterance 2: \(ends[2].outcome)")
      return
    }
  }

  /// `scripts/bench voice` prints the time; nothing is asserted about it here.
  @Test func aWarmWorkerBeginsAtOnce() throws {
    let pool = try TestSpeech.pool()
    try pool.warmUp()
    let voice = try TestSpeech.voice()
    let utterance = TestSpeech.utterance("mời bà con đến nhà văn hóa thôn để họp bàn việc làm đường")
    let clock = ContinuousClock()
    var times: [Duration] = []
    let count = TestSpeech.count("LOA_FIRST_SAMPLES", otherwise: 3)
    // The first call makes the worker load its voice.
    for round in 0...count {
      let start = clock.now
      var first: Duration?
      try pool.stream([utterance], voice: voice) { piece in
        if first == nil, piece.sound.frameCount > 0 { first = clock.now - start }
      }
      let time = try #require(first)
      if round > 0 { times.append(time) }
    }
    times.sort()
    func milliseconds(_ part: Double) -> Double {
      let time = times[min(times.count - 1, Int(part * Double(times.count)))]
      return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
    }
    print(
      "measured: first samples of \(count) sentences, warm worker:",
      "median \(milliseconds(0.5)) ms, p99 \(milliseconds(0.99)) ms")
  }
}
