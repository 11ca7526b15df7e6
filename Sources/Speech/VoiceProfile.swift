public import VietnameseText

/// How a voice speaks: which espeak-ng voice and phoneme table, how high, how fast, and how long it pauses.
public struct VoiceProfile: Sendable, Hashable {
  /// What a notice calls the voice: the file's name without `.yaml`.
  public var name: String
  public var vietnameseTitle: String
  public var englishTitle: String
  /// The dialect whose table turns syllables into phonemes.
  public var dialect: Dialect
  /// The espeak-ng voice file, under `voices/espeak/lang` or espeak-ng's own `lang`, such as `aav/vi-loa`.
  public var espeakVoice: String
  /// Base pitch on espeak-ng's scale, 0 to 100; 50 is the voice file's own.
  public var pitchPercent: Int
  /// Span of the tones on espeak-ng's scale, 0 (monotone) to 100.
  public var pitchRangePercent: Int
  /// Articulation rate: syllables per second of speech, the pauses between utterances not counted.
  public var syllablesPerSecond: Double
  /// How much slower headings and repetitions are spoken, in percent.
  public var headingSlowerPercent: Double
  /// The silence after an utterance, by kind, in milliseconds.
  public var pauseMilliseconds: Pauses

  /// A dialect with a phoneme table.
  public enum Dialect: String, Sendable, Hashable, CaseIterable {
    case north = "bac"
  }

  /// The silence after an utterance in milliseconds, by kind of pause; `.none` is always 0.
  public struct Pauses: Sendable, Hashable {
    public var phrase: Int
    public var clause: Int
    public var sentence: Int
    public var item: Int
    public var heading: Int
    public var paragraph: Int

    public init(phrase: Int, clause: Int, sentence: Int, item: Int, heading: Int, paragraph: Int) {
      self.phrase = phrase
      self.clause = clause
      self.sentence = sentence
      self.item = item
      self.heading = heading
      self.paragraph = paragraph
    }

    public subscript(pause: Utterance.Pause) -> Int {
      switch pause {
      case .none: 0
      case .phrase: phrase
      case .clause: clause
      case .sentence: sentence
      case .item: item
      case .heading: heading
      case .paragraph: paragraph
      }
    }
  }

  /// The rate `role` is spoken at, in syllables per second.
  public func syllablesPerSecond(of role: Utterance.Role) -> Double {
    switch role {
    case .heading, .repetition: syllablesPerSecond * (1 - headingSlowerPercent / 100)
    case .body, .item: syllablesPerSecond
    }
  }
}
