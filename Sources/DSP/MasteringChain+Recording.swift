public import PCM

extension MasteringChain {
  /// Masters sound that lies in memory as a whole, mixed to mono first.
  ///
  /// - Parameters:
  ///   - buffer: any rate, any channels; they are averaged.
  ///   - isSpeech: speech gets the settings' clarity, anything else only its loudness and the limiter.
  public static func master(_ buffer: PCMBuffer, settings: MasteringSettings, isSpeech: Bool = false) -> Master {
    var chain = MasteringChain(settings: settings)
    let mono = buffer.mixedToMono()
    if isSpeech {
      chain.append(speech: mono.samples.span, rate: mono.format.rate)
    } else {
      chain.append(recording: mono.samples.span, rate: mono.format.rate)
    }
    return chain.finish()
  }
}
