internal import AudioFile
internal import AudioOutput
internal import DSP
internal import Foundation
internal import PCM
internal import Speech
internal import Synchronization
internal import VietnameseText

/// Makes the message of a round: speech, a recording, a microphone; and, where that fails, what was recorded for it.
final class EmergencyVoice: Sendable {
  private let configuration: EmergencyConfiguration
  private let pool = Mutex<SpeechPool?>(nil)

  /// Words spoken and mastered before the first of them can sound, and at a time after that.
  private static let (firstWords, groupWords) = (12, 60)
  /// How long a group may take, in seconds: then the recorded message sounds.
  private static let patienceSeconds = 8.0
  /// The longest recording, and the longest speech into a microphone, in seconds.
  private static let longestSeconds = 600

  init(configuration: EmergencyConfiguration) { self.configuration = configuration }

  /// Starts a worker, so that the first word waits for nothing.
  func warmUp() { try? speechPool().warmUp() }

  private func speechPool() throws -> SpeechPool {
    try pool.withLock { pool in
      if let pool { return pool }
      guard var speech = configuration.speech else {
        throw SpeechError.voicesMissing(directory: configuration.voicesFolder ?? "voices")
      }
      (speech.jobs, speech.deadlineMilliseconds, speech.startMilliseconds) = (1, 1500, 3000)
      // The parts are joined in a cache: somewhere else where that can't be written.
      let caches = [speech.cacheDirectory] + configuration.places.folders.dropFirst().map { $0 + "/espeak" }
      var failure = SpeechError.cacheUnwritable(path: speech.cacheDirectory, reason: "")
      for (index, cache) in caches.enumerated() where index == 0 || configuration.places.prepare(index) {
        speech.cacheDirectory = cache
        do throws(SpeechError) {
          let made = try SpeechPool(configuration: speech)
          pool = made
          return made
        } catch {
          failure = error
          guard case .cacheUnwritable = error else { throw error }
        }
      }
      throw failure
    }
  }

  /// Makes a round's message to its end; the calling thread waits.
  /// - Parameters:
  ///   - isOver: whether nobody listens any more.
  ///   - degraded: told at once what is not as it should be.
  func make(
    _ order: EmergencyOrder, round: Int, into message: RoundMessage, isOver: @escaping @Sendable () -> Bool,
    degraded: (Degradation) -> Void
  ) {
    defer { message.complete() }
    if order.isSelfTest { return message.append(AlertChime.tone()) }
    let fault: Degradation?
    let hasWords = !order.text.isEmpty || order.audio != nil || order.microphone != nil
    if let device = order.microphone {
      fault = listen(to: device, into: message, isOver: isOver)
    } else if let path = order.audio {
      fault = play(path, into: message)
    } else {
      fault = hasWords ? speak(order, round: round, into: message, isOver: isOver, degraded: degraded) : nil
    }
    guard fault != nil || !hasWords, !isOver() else { return }
    if let fault { degraded(fault) }
    message.endLive()
    if let recorded = RecordedMessage.samples(of: order.kind, in: configuration.voicesFolder) {
      message.append(recorded)
    } else {
      degraded(.recordedMessage)
      message.append(BuiltInPhrase.samples())
    }
  }

  // MARK: Speech

  private func speak(
    _ order: EmergencyOrder, round: Int, into message: RoundMessage, isOver: @escaping @Sendable () -> Bool,
    degraded: (Degradation) -> Void
  ) -> Degradation? {
    let (lexicon, faults, isMissing) = configuration.lexicon()
    if faults > 0 || isMissing { degraded(.lexicon(faults: faults)) }
    let text = EmergencyText.said(order, round: round, issued: Self.clockTime(order.issued, configuration.utcOffsetSeconds))
    let utterances = Reader(lexicon: lexicon).read(text).utterances.filter { !$0.spoken.isEmpty }
    guard !utterances.isEmpty else { return .synthesiser(reason: "no words") }
    let progress = Progress()
    let isStarted = DetachedThread.start { [self] in
      do {
        let (pool, voice) = (try speechPool(), try configuration.voice())
        for group in Self.groups(of: utterances) where !isOver() {
          let (samples, lost) = try speak(group, pool: pool, voice: voice)
          guard progress.give(samples, to: message, lost: lost) else { return }
        }
        progress.finish(nil)
      } catch let error as SpeechError {
        progress.finish(error.english)
      } catch {
        progress.finish("\(error)")
      }
    }
    guard isStarted else { return .synthesiser(reason: "no thread") }
    return progress.wait(seconds: Self.patienceSeconds).map { .synthesiser(reason: $0) }
  }

  private func speak(_ group: [Utterance], pool: SpeechPool, voice: VoiceProfile) throws -> (samples: [Int16], lost: Int) {
    var chain = MasteringChain(settings: configuration.mastering)
    var lost = 0
    try pool.speak(group, voice: voice) { spoken in
      chain.append(speech: spoken.sound.samples.span, rate: spoken.sound.format.rate)
      chain.appendSilence(seconds: spoken.pauseAfterSeconds)
      if case .lost = spoken.outcome { lost += 1 }
    }
    return (chain.finish().samples, lost)
  }

  private static func groups(of utterances: [Utterance]) -> [[Utterance]] {
    var groups: [[Utterance]] = [[]]
    var words = 0
    for utterance in utterances {
      if words >= (groups.count == 1 ? firstWords : groupWords) {
        groups.append([])
        words = 0
      }
      groups[groups.count - 1].append(utterance)
      words += utterance.tokens.count { !$0.spoken.isEmpty }
    }
    return groups
  }

  /// As the reader takes it: `3 giờ 15 phút`.
  static func clockTime(_ unixMilliseconds: Int, _ offset: Int) -> String {
    let minutes = ((unixMilliseconds / 1000 + offset) % 86_400 + 86_400) % 86_400 / 60
    return minutes % 60 == 0 ? "\(minutes / 60) giờ" : "\(minutes / 60) giờ \(minutes % 60) phút"
  }

  // MARK: Recordings and microphones

  private func play(_ path: String, into message: RoundMessage) -> Degradation? {
    do throws(AudioFileError) {
      let reader = try AudioFileReader(path: path)
      guard reader.frameCount <= Self.longestSeconds * reader.format.rate.hertz else {
        return .audio(
          path: path, vietnamese: "dài quá \(Self.longestSeconds / 60) phút.",
          english: "it is longer than \(Self.longestSeconds / 60) min.")
      }
      let sound = try AudioFile.read(path).mixedToMono()
      guard sound.samples.contains(where: { abs($0) > 0.001 }) else {
        return .audio(path: path, vietnamese: "tệp không có tiếng.", english: "it is silent.")
      }
      var chain = MasteringChain(settings: configuration.mastering)
      chain.append(recording: sound.samples.span, rate: sound.format.rate)
      message.append(chain.finish().samples)
      return nil
    } catch {
      return .audio(path: path, vietnamese: error.vietnamese, english: error.english)
    }
  }

  private func listen(to device: String, into message: RoundMessage, isOver: () -> Bool) -> Degradation? {
    do throws(AudioOutputError) {
      let microphone = try Microphone(device: device)
      defer { microphone.close() }
      var chain = LiveChain(settings: configuration.mastering, from: microphone.rate)
      let end = monotonicNanoseconds() + Self.longestSeconds * 1_000_000_000
      var (heard, levelled): ([Float], [Float]) = ([], [])
      while !isOver(), monotonicNanoseconds() < end {
        guard microphone.isListening else { throw .disconnected(device: device) }
        microphone.read(into: &heard)
        if !heard.isEmpty {
          chain.process(heard.span, into: &levelled)
          message.append(levelled.map { Int16(max(-32_768, min(32_767, ($0 * 32_768).rounded()))) })
          heard.removeAll(keepingCapacity: true)
          levelled.removeAll(keepingCapacity: true)
        }
        usleep(5000)
      }
      return nil
    } catch {
      return .microphone(device: device, vietnamese: error.vietnamese, english: error.english)
    }
  }
}

/// What a thread that speaks has given so far, and whether somebody still waits for it.
private final class Progress: Sendable {
  private struct State {
    var lost = 0
    var isOver = false
    var fault: String?
  }

  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)

  /// - Returns: false when nobody waits any more.
  func give(_ samples: [Int16], to message: RoundMessage, lost: Int) -> Bool {
    defer { news.signal() }
    return state.withLock { state in
      guard !state.isOver else { return false }
      state.lost += lost
      message.append(samples)
      return true
    }
  }

  func finish(_ fault: String?) {
    state.withLock { state in
      guard !state.isOver else { return }
      (state.isOver, state.fault) = (true, fault ?? (state.lost > 0 ? "\(state.lost) utterances" : nil))
    }
    news.signal()
  }

  /// - Returns: why it is not all there; nil when it is.
  func wait(seconds: Double) -> String? {
    while true {
      let isLate = news.wait(timeout: .now() + seconds) == .timedOut
      let (isOver, fault) = state.withLock { state in
        if isLate, !state.isOver { (state.isOver, state.fault) = (true, "no answer in \(Int(seconds)) s") }
        return (state.isOver, state.fault)
      }
      if isOver { return fault }
    }
  }
}
