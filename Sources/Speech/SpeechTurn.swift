import PCM
import VietnameseText

/// One call of `SpeechPool.speak`: what is asked of the worker, what came back, and what to do when it fails.
///
/// A state machine over whatever worker it is given: it keeps a few requests in flight so that the worker is never idle, and a
/// failure always belongs to the oldest of them, since the worker answers in order.
struct SpeechTurn {
  private let utterances: [Utterance]
  private let voice: VoiceProfile
  private let deadlineMilliseconds: Int
  /// Whether workers send sound while they make it.
  private let inPieces: Bool

  /// A clause asked for or about to be.
  private struct Flight {
    let utterance: Int
    /// Nil when the utterance says nothing.
    let clause: Clause?
    let endsUtterance: Bool
    var text: EspeakText?
    /// 0 until it is sent to the present worker.
    var id: UInt32 = 0
    var failure: WorkerFailure?
  }

  private var flights: [Flight] = []
  private var upcoming = 0
  private var lastID: UInt32 = 0
  private var samples: [Float] = []
  /// Where the oldest clause's sound begins in `samples`, and the end of what `takePiece` gave away.
  private var clauseStart = 0
  private var taken = 0
  private var marks: [SpokenUtterance.Mark] = []
  private var rate = SpeakingRate()
  private var outcome = SpokenUtterance.Outcome.spoken
  /// What a lost clause completes, handed over once the worker is replaced.
  private var afterLoss: Step?

  init(utterances: [Utterance], voice: VoiceProfile, inPieces: Bool, configuration: SpeechPool.Configuration) {
    self.utterances = utterances
    self.voice = voice
    self.inPieces = inPieces
    deadlineMilliseconds = configuration.deadlineMilliseconds
  }

  var isFinished: Bool { flights.isEmpty && upcoming == utterances.count && afterLoss == nil }

  enum Step {
    case spoken(SpokenUtterance)
    /// A clause or a piece of it is done, its utterance is not.
    case wait
    /// The worker must be replaced; the turn goes on with the new one.
    case workerFailed
  }

  /// Sends the worker what it may work on next.
  mutating func fill(_ worker: WorkerProcess) {
    while flights.count < Self.window, upcoming < utterances.count {
      let clauses = Clause.clauses(of: utterances[upcoming])
      if clauses.isEmpty { flights.append(Flight(utterance: upcoming, clause: nil, endsUtterance: true)) }
      for (index, clause) in clauses.enumerated() {
        flights.append(Flight(utterance: upcoming, clause: clause, endsUtterance: index == clauses.count - 1))
      }
      upcoming += 1
    }
    for index in flights.indices.prefix(Self.window) where flights[index].id == 0 {
      guard let clause = flights[index].clause else { continue }
      lastID &+= 1
      if lastID == 0 { lastID = 1 }
      let role = utterances[flights[index].utterance].role
      let wordsPerMinute = rate.wordsPerMinute(wanted: voice.syllablesPerSecond(of: role))
      let isRetry = flights[index].failure != nil
      let text =
        isRetry
        ? EspeakText(plain: clause) : EspeakText(phonemesOf: clause, voice: voice, wordsPerMinute: wordsPerMinute)
      flights[index].id = lastID
      flights[index].text = text
      let request = WorkerRequest(
        wordsPerMinute: wordsPerMinute, pitchPercent: 50, pitchRangePercent: 50, espeakVoice: voice.espeakVoice,
        text: text.text, inPieces: inPieces)
      worker.send(request, id: lastID)
    }
  }

  /// Waits for the oldest request.
  mutating func next(from worker: WorkerProcess) -> Step {
    if let step = afterLoss {
      afterLoss = nil
      return step
    }
    guard let flight = flights.first else { return .wait }
    guard let clause = flight.clause, let text = flight.text else { return finish(flight) }
    do throws(WorkerFailure) {
      let limitBytes = 2 * Self.limitFrames(clause) + 8 * clause.words.count + 4096
      let frame = try worker.receive(milliseconds: deadlineMilliseconds, limitBytes: limitBytes)
      guard frame.id == flight.id else { throw .garbage }
      switch frame.kind {
      case .refused: throw .refused(String(decoding: frame.payload, as: UTF8.self))
      case .ready, .request: throw .garbage
      case .piece:
        guard inPieces, frame.payload.count % 2 == 0 else { throw .garbage }
        WorkerReply.append(frame.payload, from: 0, to: &samples)
        let frames = samples.count - clauseStart
        guard frames <= Self.limitFrames(clause) else { throw .flood(frames: frames) }
        return .wait
      case .speech: break
      }
      guard let reply = WorkerReply(frame.payload) else { throw .garbage }
      guard reply.frameCount > 0 else { throw .silent }
      try take(reply, of: clause, text, role: utterances[flight.utterance].role)
      if let failure = flight.failure, outcome == .spoken { outcome = .spokenPlain(after: failure) }
      return finish(flight)
    } catch {
      return fail(error, flight, clause)
    }
  }

  /// The sound since the last call, of the utterance that is being spoken; nil when there is none.
  mutating func takePiece() -> (utterance: Int, samples: [Float])? {
    guard let flight = flights.first, taken < samples.count else { return nil }
    defer { taken = samples.count }
    return (flight.utterance, Array(samples[taken...]))
  }

  private mutating func take(
    _ reply: WorkerReply, of clause: Clause, _ text: EspeakText, role: Utterance.Role
  ) throws(WorkerFailure) {
    reply.append(to: &samples)
    let frames = samples.count - clauseStart
    guard reply.words.allSatisfy({ $0.frame <= frames }) else { throw .garbage }
    var marked = -1
    for word in reply.words {
      guard let index = text.word(at: word.position), index > marked, index < clause.words.count else { continue }
      marked = index
      marks.append(SpokenUtterance.Mark(token: clause.words[index].token, frame: clauseStart + word.frame))
    }
    guard clause.isSyllablesOnly else { return }
    rate.spoke(
      syllables: clause.syllableCount, seconds: Double(frames) / Double(SampleRate.espeak.hertz),
      wanted: voice.syllablesPerSecond(of: role))
  }

  /// The first failure is followed by plain letters, the second by silence; all requests in flight died with the worker.
  private mutating func fail(_ failure: WorkerFailure, _ flight: Flight, _ clause: Clause) -> Step {
    for index in flights.indices { flights[index].id = 0 }
    // What was already given away in pieces has been heard; the rest of the failed clause has not.
    samples.removeSubrange(max(clauseStart, taken)...)
    clauseStart = samples.count
    guard flight.failure != nil else {
      flights[0].failure = failure
      return .workerFailed
    }
    let seconds = Double(clause.syllableCount) / voice.syllablesPerSecond
    for word in clause.words { marks.append(SpokenUtterance.Mark(token: word.token, frame: samples.count)) }
    addSilence(seconds)
    outcome = .lost(failure)
    afterLoss = finish(flight)
    return .workerFailed
  }

  private mutating func finish(_ flight: Flight) -> Step {
    flights.removeFirst()
    guard flight.endsUtterance else {
      let pause = flight.clause?.endsAtComma == true ? Double(voice.pauseMilliseconds.phrase) / 1000 : Self.breathSeconds
      addSilence(pause)
      clauseStart = samples.count
      return .wait
    }
    let spoken = SpokenUtterance(
      index: flight.utterance, sound: PCMBuffer(mono: samples, rate: .espeak),
      pauseAfterSeconds: Double(voice.pauseMilliseconds[utterances[flight.utterance].pause]) / 1000,
      marks: marks, outcome: outcome)
    samples = []
    clauseStart = 0
    taken = 0
    marks = []
    outcome = .spoken
    return .spoken(spoken)
  }

  private mutating func addSilence(_ seconds: Double) {
    samples += repeatElement(0, count: SampleRate.espeak.frames(inSeconds: seconds))
  }

  /// Two seconds a syllable is more than any profile speaks.
  private static func limitFrames(_ clause: Clause) -> Int {
    SampleRate.espeak.frames(inSeconds: 2 * Double(clause.syllableCount + 2))
  }

  /// Clauses in flight: enough to keep the worker busy, few enough for the rate to follow what was measured.
  private static let window = 4
  /// Between the parts of a clause that is too long for espeak-ng.
  private static let breathSeconds = 0.06
}
