internal import CALSA
internal import Glibc
internal import PCM

extension ALSAHandle {
  /// Opens and configures a device within `openingSeconds`.
  static func opened(
    _ device: String, stream: snd_pcm_stream_t = SND_PCM_STREAM_PLAYBACK, asking asked: OutputParameters, configuration: String?
  ) throws(AudioOutputError) -> (ALSAHandle, GrantedParameters) {
    let opened = BoundedCall.run(seconds: asked.openingSeconds) {
      () -> Result<(ALSAHandle, GrantedParameters), AudioOutputError> in
      switch open(device, stream: stream, configuration: configuration) {
      case .failure(let failure): return .failure(failure.error(device: device, operation: .open))
      case .success(let handle):
        return handle.configure(device, asked)
          .mapError { $0.error(device: device, operation: .configure) }.map { (handle, $0) }
      }
    }
    guard let opened else { throw .stalled(device: device, operation: .open, seconds: asked.openingSeconds) }
    return try opened.get()
  }

  /// Negotiates hardware and software parameters (alsa-lib PCM reference, "Hardware Parameters", "Software Parameters").
  func configure(_ device: String, _ asked: OutputParameters) -> Result<GrantedParameters, ALSAFailure> {
    ALSAMessages.silence()
    _ = ALSAMessages.take()
    do throws(ALSAFailure) {
      let granted = try setHardware(device, asked)
      try setSoftware(granted)
      return .success(granted)
    } catch {
      return .failure(error)
    }
  }

  private func setHardware(_ device: String, _ asked: OutputParameters) throws(ALSAFailure) -> GrantedParameters {
    var allocated: OpaquePointer?
    try check(snd_pcm_hw_params_malloc(&allocated))
    guard let params = allocated else { throw ALSAFailure(code: -ENOMEM, detail: "") }
    defer { snd_pcm_hw_params_free(params) }
    try check(snd_pcm_hw_params_any(pcm, params))
    try check(
      snd_pcm_hw_params_set_access(pcm, params, SND_PCM_ACCESS_RW_INTERLEAVED), "access", "RW_INTERLEAVED")
    guard
      let format = SampleFormat.allCases.first(where: { snd_pcm_hw_params_set_format(pcm, params, $0.code) >= 0 })
    else {
      throw refused("format", SampleFormat.allCases.map(\.rawValue).joined(separator: "/"))
    }
    // Mono where the card has it; most cards have only stereo, some only more.
    var channels: CUnsignedInt = 1
    if let count = asked.channelCount {
      channels = CUnsignedInt(clamping: count)
      try check(snd_pcm_hw_params_set_channels(pcm, params, channels), "channels", "\(count)")
    } else if snd_pcm_hw_params_set_channels(pcm, params, 1) < 0 {
      channels = 2
      if snd_pcm_hw_params_set_channels(pcm, params, 2) < 0 {
        try check(snd_pcm_hw_params_set_channels_near(pcm, params, &channels), "channels", "1")
      }
    }
    let rate = CUnsignedInt(clamping: asked.rate.hertz)
    try check(snd_pcm_hw_params_set_rate(pcm, params, rate, 0), "rate", "\(rate)")
    var period = snd_pcm_uframes_t(asked.periodFrames)
    var direction: CInt = 0
    try check(
      snd_pcm_hw_params_set_period_size_near(pcm, params, &period, &direction), "period", "\(asked.periodFrames)")
    var buffer = snd_pcm_uframes_t(asked.bufferFrames)
    try check(snd_pcm_hw_params_set_buffer_size_near(pcm, params, &buffer), "buffer", "\(asked.bufferFrames)")
    try check(snd_pcm_hw_params(pcm, params), "parameters", "\(rate) Hz, \(format.rawValue), \(channels) ch")
    try check(snd_pcm_get_params(pcm, &buffer, &period))
    guard period > 0, buffer > 0 else { throw refused("period", "\(asked.periodFrames)") }
    return GrantedParameters(
      device: device, asked: asked, sampleFormat: format, channelCount: Int(channels), rate: asked.rate,
      periodFrames: Int(period), bufferFrames: Int(buffer))
  }

  private func setSoftware(_ granted: GrantedParameters) throws(ALSAFailure) {
    var allocated: OpaquePointer?
    try check(snd_pcm_sw_params_malloc(&allocated))
    guard let params = allocated else { throw ALSAFailure(code: -ENOMEM, detail: "") }
    defer { snd_pcm_sw_params_free(params) }
    try check(snd_pcm_sw_params_current(pcm, params))
    let start = snd_pcm_uframes_t(granted.startThresholdFrames)
    try check(snd_pcm_sw_params_set_start_threshold(pcm, params, start), "start threshold", "\(start)")
    // Waiting ends when the queue has room for a period.
    let room = snd_pcm_uframes_t(granted.bufferFrames - granted.queueFrames + granted.periodFrames)
    try check(snd_pcm_sw_params_set_avail_min(pcm, params, room), "avail_min", "\(room)")
    try check(snd_pcm_sw_params(pcm, params), "software parameters", "\(start), \(room)")
  }

  private func check(_ code: CInt, _ name: String? = nil, _ asked: String = "") throws(ALSAFailure) {
    guard code < 0 else { return }
    guard let name, code == -EINVAL else { throw ALSAFailure(code: code, detail: ALSAMessages.take()) }
    throw refused(name, asked)
  }

  private func refused(_ name: String, _ asked: String) -> ALSAFailure {
    ALSAFailure(code: -EINVAL, detail: ALSAMessages.take(), parameter: (name, asked))
  }
}
