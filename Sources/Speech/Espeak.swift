import CEspeakNG
import Glibc

/// The one espeak-ng of a worker process; never in the parent, for it can hang, crash and exit.
///
/// espeak-ng's state is global to the process: it is initialised once and never terminated, since `espeak_Terminate` can hang.
struct Espeak: ~Copyable {
  private var voice: String?
  private let take = EspeakTake()

  /// - Parameter dataParent: the directory that holds `espeak-ng-data`.
  /// - Throws: `refused` when espeak-ng does not find its data there.
  init(dataParent: String) throws(WorkerFailure) {
    let options = Int32(espeakINITIALIZE_DONT_EXIT)
    let rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 250, dataParent, options)
    guard rate == EspeakTake.rateHertz else { throw .refused("espeak_Initialize(\(dataParent)) = \(rate)") }
    espeak_SetSynthCallback { samples, count, events in
      guard let take = events?.pointee.user_data else { return 0 }
      return Unmanaged<EspeakTake>.fromOpaque(take).takeUnretainedValue().receive(samples, count, events)
    }
  }

  /// Speaks one clause; the result is valid until the next call.
  ///
  /// - Parameter onPiece: called with sound as it is made when the request wants it in pieces; the result holds the rest.
  /// - Throws: `refused` when espeak-ng has no such voice or returns an error.
  mutating func speak(
    _ request: WorkerRequest, onPiece: @escaping (ArraySlice<Int16>) -> Void
  ) throws(WorkerFailure) -> EspeakTake {
    if voice != request.espeakVoice {
      guard espeak_SetVoiceByName(request.espeakVoice) == EE_OK else {
        throw .refused("no voice '\(request.espeakVoice)'")
      }
      voice = request.espeakVoice
      // The first clause of a process is spoken a little faster than all others: not one that anybody hears.
      try synthesise("[[m'a:1]]")
    }
    // Half of espeak-ng's volume keeps its peak limiter out of the sound; mastering has a better one.
    espeak_SetParameter(espeakVOLUME, 50, 0)
    // Every time, for the text's embedded commands outlast their call.
    espeak_SetParameter(espeakRATE, Int32(request.wordsPerMinute), 0)
    espeak_SetParameter(espeakPITCH, Int32(request.pitchPercent), 0)
    espeak_SetParameter(espeakRANGE, Int32(request.pitchRangePercent), 0)
    try synthesise(request.text, onPiece: request.inPieces ? onPiece : nil)
    take.trim()
    return take
  }

  private func synthesise(
    _ text: String, onPiece: ((ArraySlice<Int16>) -> Void)? = nil
  ) throws(WorkerFailure) {
    take.clear(onPiece: onPiece)
    let status = espeak_Synth(
      text, text.utf8.count + 1, 0, POS_CHARACTER, 0, UInt32(espeakCHARS_UTF8 | espeakPHONEMES), nil,
      Unmanaged.passUnretained(take).toOpaque())
    guard status == EE_OK else { throw .refused("espeak_Synth = \(status.rawValue)") }
  }
}
