// Speech: Vietnamese utterances to sound, by espeak-ng in child processes. Level 1: imports VietnameseText, PCM, Settings and
// CEspeakNG; the only module that knows espeak-ng. Here live the phoneme tables, the voice profiles and the pool of workers.

import Dispatch
import PCM
import Synchronization
public import VietnameseText

/// Speaks utterances in worker processes, so that nothing espeak-ng does can stop the caller.
///
///     let pool = try SpeechPool(configuration: .init(voicesDirectory: "voices/espeak", cacheDirectory: cache))
///     try pool.speak(text.utterances, voice: profile) { spoken in chain.take(spoken) }
///
/// Any thread may call; as many calls run at once as the pool has workers, further ones wait.
public final class SpeechPool: Sendable {
  private let configuration: Configuration
  let data: VoiceData
  private let idle: Mutex<[WorkerProcess]>
  private let places: DispatchSemaphore

  /// Puts the voice data together and starts the first worker, without waiting for it.
  ///
  /// - Throws: a `SpeechError` that says what is missing.
  public init(configuration: Configuration) throws(SpeechError) {
    precondition(configuration.jobs > 0, "a pool has at least one worker")
    self.configuration = configuration
    data = try VoiceData(
      voices: configuration.voicesDirectory, system: configuration.systemDataDirectory,
      cache: configuration.cacheDirectory)
    places = DispatchSemaphore(value: configuration.jobs)
    let first = try Self.start(configuration, data)
    idle = Mutex([first])
  }

  /// Starts all workers and waits until each is ready, so that the next call speaks within milliseconds.
  ///
  /// - Throws: `workerNotStarted`, `workerNotReady`.
  public func warmUp() throws(SpeechError) {
    var workers: [WorkerProcess] = []
    for _ in 0..<configuration.jobs {
      places.wait()
      workers.append(try takePlace())
    }
    for worker in workers { giveBack(worker) }
  }

  /// Speaks utterances in order and hands each over as soon as it is ready; blocks the calling thread until the last.
  ///
  /// The worker runs up to 20 seconds of sound ahead, so that `onUtterance` overlaps with synthesis. An utterance the worker
  /// fails on is tried once more as plain letters and then handed over as silence, its `outcome` saying why; the others
  /// do not notice.
  ///
  /// - Throws: what `onUtterance` throws; a `SpeechError` when the voice file is missing or no worker can be started.
  public func speak(
    _ utterances: [Utterance], voice: VoiceProfile, onUtterance: (SpokenUtterance) throws -> Void
  ) throws {
    try run(utterances, voice: voice, inPieces: false) { step, _ in
      if case .spoken(let spoken) = step { try onUtterance(spoken) }
    }
  }

  /// Speaks utterances in order and hands over sound while it is still being made; blocks the calling thread until the last.
  ///
  /// A ready worker gives the first piece in a millisecond or two, however long the utterance. A clause the worker fails on is begun
  /// anew in plain letters, then silent, after what was handed over of it.
  ///
  /// - Throws: as `speak`.
  public func stream(
    _ utterances: [Utterance], voice: VoiceProfile, onPiece: (SpokenPiece) throws -> Void
  ) throws {
    var given = 0
    try run(utterances, voice: voice, inPieces: true) { step, turn in
      switch step {
      case .spoken(let spoken):
        let rest = PCMBuffer(mono: Array(spoken.sound.samples.dropFirst(given)), rate: .espeak)
        given = 0
        try onPiece(SpokenPiece(utterance: spoken.index, sound: rest, end: spoken))
      case .wait, .workerFailed:
        guard let piece = turn.takePiece() else { return }
        given += piece.samples.count
        try onPiece(
          SpokenPiece(utterance: piece.utterance, sound: PCMBuffer(mono: piece.samples, rate: .espeak), end: nil))
      }
    }
  }

  /// One turn on one worker after another; `onStep` sees every step.
  private func run(
    _ utterances: [Utterance], voice: VoiceProfile, inPieces: Bool,
    onStep: (SpeechTurn.Step, inout SpeechTurn) throws -> Void
  ) throws {
    try data.check(voice: voice.espeakVoice)
    places.wait()
    var turn = SpeechTurn(utterances: utterances, voice: voice, inPieces: inPieces, configuration: configuration)
    var worker = try takePlace()
    // A worker that still owes replies is of no use to the next caller.
    defer {
      if !turn.isFinished { worker.end() }
      giveBack(worker)
    }
    while !turn.isFinished {
      turn.fill(worker)
      let step = turn.next(from: worker)
      try onStep(step, &turn)
      if case .workerFailed = step {
        worker.end()
        worker = try startReady()
      }
    }
  }

  /// Takes a worker for a place already waited for; gives the place back when there is none to be had.
  private func takePlace() throws(SpeechError) -> WorkerProcess {
    do throws(SpeechError) {
      let waiting = idle.withLock { $0.popLast() }
      if let waiting, waiting.isIdle(), (try? waiting.waitUntilReady(milliseconds: configuration.startMilliseconds)) != nil {
        return waiting
      }
      waiting?.end()
      return try startReady()
    } catch {
      places.signal()
      throw error
    }
  }

  private func giveBack(_ worker: WorkerProcess) {
    if worker.isIdle() { idle.withLock { $0.append(worker) } }
    places.signal()
  }

  /// A new worker that is ready; a second try when the first does not become so.
  private func startReady() throws(SpeechError) -> WorkerProcess {
    var failure = WorkerFailure.silent
    for _ in 0..<2 {
      let worker = try Self.start(configuration, data)
      do throws(WorkerFailure) {
        try worker.waitUntilReady(milliseconds: configuration.startMilliseconds)
        return worker
      } catch {
        worker.end()
        failure = error
      }
    }
    throw .workerNotReady(executable: configuration.executable, reason: failure)
  }

  private static func start(_ configuration: Configuration, _ data: VoiceData) throws(SpeechError) -> WorkerProcess {
    // Debian's espeak-ng looks for a sound server even when it only computes: there is none for it.
    let environment =
      ["\(SpeechWorker.dataVariable)=\(data.parent)", "PULSE_SERVER=unix:/dev/null", "ALSA_CONFIG_PATH=/dev/null"]
      + configuration.workerEnvironment
    return try WorkerProcess(executable: configuration.executable, environment: environment)
  }
}
