import CEspeakNG
import Glibc

/// The one espeak-ng of a worker process; never in the parent, for it can hang, crash and exit.
///
/// espeak-ng's state is global to the process: it is initialised once and never terminated, since `espeak_Terminate` can hang.
struct Espeak: ~Copyable {
  private var settings: WorkerRequest?
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
  /// - Throws: `refused` when espeak-ng has no such voice or returns an error.
  mutating func speak(_ request: WorkerRequest) throws(WorkerFailure) -> EspeakTake {
    if settings?.espeakVoice != request.espeakVoice {
      let found = espeak_SetVoiceByName(request.espeakVoice)
      guard found == EE_OK else { throw .refused("no voice '\(request.espeakVoice)'") }
      settings = nil
    }
    if settings?.wordsPerMinute != request.wordsPerMinute {
      espeak_SetParameter(espeakRATE, Int32(request.wordsPerMinute), 0)
    }
    if settings?.pitchPercent != request.pitchPercent {
      espeak_SetParameter(espeakPITCH, Int32(request.pitchPercent), 0)
    }
    if settings?.pitchRangePercent != request.pitchRangePercent {
      espeak_SetParameter(espeakRANGE, Int32(request.pitchRangePercent), 0)
    }
    settings = request
    take.clear()
    let flags = UInt32(espeakCHARS_UTF8 | espeakPHONEMES)
    let status = espeak_Synth(
      request.text, request.text.utf8.count + 1, 0, POS_CHARACTER, 0, flags, nil, Unmanaged.passUnretained(take).toOpaque())
    guard status == EE_OK else { throw .refused("espeak_Synth = \(status.rawValue)") }
    take.trim()
    return take
  }
}
