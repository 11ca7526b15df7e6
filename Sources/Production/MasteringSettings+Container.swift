public import AudioFile
public import DSP
internal import PCM

extension MasteringSettings {
  /// These settings with the ceiling lowered by what encoding into `container` may lift true peaks by; nil changes nothing.
  public func leavingRoom(for container: AudioContainer?) -> MasteringSettings {
    var settings = self
    settings.ceiling = TruePeak(dBTP: ceiling.dBTP - (container?.truePeakMarginDecibels ?? 0))
    return settings
  }
}
