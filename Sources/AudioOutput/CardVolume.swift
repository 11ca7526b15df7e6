internal import CALSA
internal import Glibc

/// The volume a card's mixer is held to: somebody's turned knob must not deafen a village, nor leave it in silence.
public struct CardVolume: Sendable, Hashable {
  /// A control device of ALSA's configuration: `hw:0`, `default`.
  public var card: String
  /// A simple mixer element: `Master`, `PCM`, `Speaker`.
  public var element: String
  /// Of the element's range, 0 to 100.
  public var percent: Int

  public init(card: String, element: String, percent: Int) { (self.card, self.element, self.percent) = (card, element, percent) }

  /// Sets the volume on every channel, then takes the mute away; bounded to five seconds.
  ///
  /// - Throws: `noSuchDevice`, `badParameters` for an element that is not there or has no volume, `stalled`, `failed`.
  public func apply() throws(AudioOutputError) {
    let volume = self
    guard let done = BoundedCall.run(seconds: 5, { volume.set() }) else {
      throw .stalled(device: card, operation: .configure, seconds: 5)
    }
    if let failure = done { throw failure }
  }

  private func set() -> AudioOutputError? {
    ALSAMessages.silence()
    _ = ALSAMessages.take()
    var mixer: OpaquePointer?
    guard case let code = snd_mixer_open(&mixer, 0), code >= 0, let mixer else { return failed(-ENOMEM) }
    defer { snd_mixer_close(mixer) }
    for step in [
      { snd_mixer_attach(mixer, card) }, { snd_mixer_selem_register(mixer, nil, nil) }, { snd_mixer_load(mixer) },
    ] {
      let code = step()
      if code < 0 { return failed(code) }
    }
    guard let found = find(in: mixer), snd_mixer_selem_has_playback_volume(found) != 0 else {
      return .badParameters(device: card, parameter: "mixer element", asked: element)
    }
    var (low, high) = (0, 0)
    snd_mixer_selem_get_playback_volume_range(found, &low, &high)
    let wanted = low + (high - low) * max(0, min(100, percent)) / 100
    let set = snd_mixer_selem_set_playback_volume_all(found, wanted)
    if set < 0 { return failed(set) }
    if snd_mixer_selem_has_playback_switch(found) != 0 {
      let unmuted = snd_mixer_selem_set_playback_switch_all(found, 1)
      if unmuted < 0 { return failed(unmuted) }
    }
    return nil
  }

  private func find(in mixer: OpaquePointer) -> OpaquePointer? {
    var id: OpaquePointer?
    guard snd_mixer_selem_id_malloc(&id) >= 0, let id else { return nil }
    defer { snd_mixer_selem_id_free(id) }
    snd_mixer_selem_id_set_name(id, element)
    return snd_mixer_find_selem(mixer, id)
  }

  private func failed(_ code: CInt) -> AudioOutputError {
    ALSAFailure(code: code, detail: ALSAMessages.take()).error(device: card, operation: code == -ENOENT ? .open : .configure)
  }
}
