public import Schedule

/// A notice and its mastered sound, as they are kept.
public struct StoredNotice: Sendable, Hashable {
  /// The file's name without its extension; unique in its folder.
  public var id: String
  /// The file's name, for messages.
  public var file: String
  /// The notice as written, decoded: parsed again whenever it is planned.
  public var text: String
  public var sound: StoredSound

  public init(id: String, file: String, text: String, sound: StoredSound) {
    self.id = id
    self.file = file
    self.text = text
    self.sound = sound
  }
}

/// A mastered file and what it measured.
public struct StoredSound: Sendable, Hashable {
  /// The hash of what made it.
  public var recipe: String
  public var sound: Sound
  /// Integrated loudness in LUFS and true peak in dBTP; nil for silence.
  public var lufs: Double?
  public var dBTP: Double?

  public init(recipe: String, sound: Sound, lufs: Double?, dBTP: Double?) {
    self.recipe = recipe
    self.sound = sound
    self.lufs = lufs
    self.dBTP = dBTP
  }
}
