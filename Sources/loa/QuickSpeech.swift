internal import DSP
internal import Foundation
internal import PCM
internal import Speech
internal import VietnameseText

/// Speech for a person who waits: one text mastered in memory, to be played or written at once.
struct QuickSpeech {
  /// Mono 16-bit sound.
  struct Sound: Sendable {
    let samples: [Int16]
    let rate: SampleRate
  }

  let pool: SpeechPool
  let voice: VoiceProfile
  let settings: MasteringSettings

  /// - Parameter edgeSeconds: silence before and after the speech.
  /// - Throws: `SpeechError`; `Failure` when an utterance was lost, as half a sentence would say something else.
  func speak(_ utterances: [Utterance], edgeSeconds: Double) throws -> Sound {
    var chain = MasteringChain(settings: settings)
    chain.appendSilence(seconds: edgeSeconds)
    try pool.speak(utterances, voice: voice) { spoken in
      chain.append(speech: spoken.sound.samples.span, rate: spoken.sound.format.rate)
      if spoken.index < utterances.count - 1 { chain.appendSilence(seconds: spoken.pauseAfterSeconds) }
      try Self.check(spoken)
    }
    chain.appendSilence(seconds: edgeSeconds)
    let master = chain.finish()
    return Sound(samples: master.samples, rate: master.rate)
  }

  static func check(_ spoken: SpokenUtterance) throws {
    guard case .lost = spoken.outcome else { return }
    throw Failure(
      .failed, "có một câu máy đọc không đọc được. Hãy thử viết câu ngắn hơn.",
      "one utterance could not be spoken. Try a shorter sentence.")
  }
}
