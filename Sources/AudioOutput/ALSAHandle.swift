internal import CALSA
internal import Synchronization

/// The one owner of an open `snd_pcm_t`. alsa-lib locks the handle itself; it crosses threads only because calls that
/// may hang run in a `BoundedCall`.
final class ALSAHandle: @unchecked Sendable {
  let pcm: OpaquePointer
  private let isClosed = Atomic<Bool>(false)

  init(_ pcm: OpaquePointer) { self.pcm = pcm }

  deinit { close() }

  /// May hang, as everything that asks a sound server; later calls do nothing.
  func close() {
    guard !isClosed.exchange(true, ordering: .relaxed) else { return }
    ALSAMessages.silence()
    snd_pcm_close(pcm)
  }

  /// Opens a device, not blocking.
  ///
  /// - Parameter configuration: files to read in place of ALSA's own configuration, joined by `:`; nil for ALSA's own.
  /// - Returns: the handle, or alsa-lib's negative code and its first message.
  static func open(
    _ device: String, stream: snd_pcm_stream_t = SND_PCM_STREAM_PLAYBACK, configuration: String?
  ) -> Result<ALSAHandle, ALSAFailure> {
    ALSAMessages.silence()
    _ = ALSAMessages.take()
    var pcm: OpaquePointer?
    var code: CInt
    if let configuration {
      var top: OpaquePointer?
      var update: OpaquePointer?
      code = snd_config_update_r(&top, &update, configuration)
      if code >= 0, let top {
        code = snd_pcm_open_lconf(&pcm, device, stream, CInt(SND_PCM_NONBLOCK), top)
      }
      if let update { snd_config_update_free(update) }
      if let top { snd_config_delete(top) }
    } else {
      code = snd_pcm_open(&pcm, device, stream, CInt(SND_PCM_NONBLOCK))
    }
    guard code >= 0, let pcm else { return .failure(ALSAFailure(code: code, detail: ALSAMessages.take())) }
    return .success(ALSAHandle(pcm))
  }
}
