public import DSP
public import Speech
public import VietnameseText

/// What an emergency needs of a station, however much of it is broken.
public struct EmergencyConfiguration: Sendable {
  public var places: EmergencyPlaces
  public var outputs: [EmergencyOutput]
  /// Where recorded messages are: the `voices` folder; nil when there is none.
  public var voicesFolder: String?
  public var mastering = MasteringSettings.horn
  /// How speech workers are started; nil when that is not known.
  public var speech: SpeechPool.Configuration?
  public var voice: @Sendable () throws -> VoiceProfile
  public var lexicon: @Sendable () -> LoadedLexicon
  /// The station's zones; none when it has none.
  public var zones: @Sendable () -> [String] = { [] }
  /// What is broken in the station besides, asked while the chime sounds already.
  public var faults: @Sendable () -> [Degradation] = { [] }
  /// The time of day that is said; seconds east of UTC.
  public var utcOffsetSeconds = 7 * 3600

  /// A pronunciation lexicon, and how many of its lines are broken; missing when there is nothing of it.
  public typealias LoadedLexicon = (lexicon: Lexicon, faults: Int, isMissing: Bool)

  public init(
    places: EmergencyPlaces, outputs: [EmergencyOutput], voice: @escaping @Sendable () throws -> VoiceProfile,
    lexicon: @escaping @Sendable () -> LoadedLexicon
  ) {
    (self.places, self.outputs, self.voice, self.lexicon) = (places, outputs, voice, lexicon)
  }
}
