internal import PCM

extension MasteringSettings {
  /// A good loudspeaker in a hall: -16 LUFS.
  public static let standard = MasteringSettings(highPassHertz: 80)
  /// A pole-mounted horn: nothing below 280 Hz, all the clarity, as loud as speech gets.
  public static let horn = MasteringSettings(
    highPassHertz: 280, clarity: .strong, limiterAttackMilliseconds: 0.7, limiterReleaseMilliseconds: 8, target: LUFS(-12))
  /// A column loudspeaker.
  public static let column = MasteringSettings(highPassHertz: 150)
  /// For exchange with another station: untouched but for loudness (EBU R 128).
  public static let studio = MasteringSettings(clarity: .none, target: LUFS(-23))
}
