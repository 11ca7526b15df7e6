public import DSP
internal import PCM
internal import Production

extension Station {
  /// The mastering a loudspeaker profile asks for.
  /// - Parameter loudspeaker: a profile's name; nil for the station's own; `none` changes the level alone.
  public func mastering(loudspeaker: String?) throws(StationError) -> MasteringSettings {
    let name = loudspeaker ?? configuration.loudspeaker
    if name == "none" { return MasteringSettings(clarity: .none) }
    do { return try voices.loudspeaker(name).mastering } catch { throw .production(error) }
  }
}
