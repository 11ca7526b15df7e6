internal import Bulletin
internal import DSP
internal import PCM
internal import Speech
internal import VietnameseText

/// Speech and recordings of one script going into a mastering chain as they come.
struct MasteringRun {
  private(set) var chain: MasteringChain
  private(set) var troubles: [MasteredBulletin.Trouble] = []

  init(_ mastering: MasteringSettings) { chain = MasteringChain(settings: mastering) }

  /// Silence before the first and after the last sound, and around recordings, in seconds.
  private static let edgeSeconds = 0.15
  private static let aroundRecordingSeconds = 0.6

  mutating func perform(
    _ script: Script, voice: VoiceProfile, pool: SpeechPool, recordings: [String: RecordingContents]
  ) throws(ProductionError) {
    chain.appendSilence(seconds: Self.edgeSeconds)
    for (index, piece) in script.pieces.enumerated() {
      switch piece {
      case .speech(let utterances):
        let isLast = index == script.pieces.count - 1
        do {
          try pool.speak(utterances, voice: voice) { spoken in
            take(spoken, of: utterances, isLast: isLast && spoken.index == utterances.count - 1)
          }
        } catch let error as SpeechError {
          throw .speech(error)
        } catch {
          preconditionFailure("nothing but SpeechError is thrown: \(error)")
        }
      case .recording(let insert):
        guard let sound = recordings[insert.path]?.sound else { continue }
        chain.append(recording: sound.samples.span, rate: sound.format.rate)
        chain.appendSilence(seconds: Self.aroundRecordingSeconds)
      }
    }
    chain.appendSilence(seconds: Self.edgeSeconds)
  }

  private mutating func take(_ spoken: SpokenUtterance, of utterances: [Utterance], isLast: Bool) {
    chain.append(speech: spoken.sound.samples.span, rate: spoken.sound.format.rate)
    if !isLast { chain.appendSilence(seconds: spoken.pauseAfterSeconds) }
    switch spoken.outcome {
    case .spoken: break
    case .spokenPlain: troubles.append(.init(words: utterances[spoken.index].spoken, isLost: false))
    case .lost: troubles.append(.init(words: utterances[spoken.index].spoken, isLost: true))
    }
  }
}
