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
  /// How high and how wide each tone is spoken.
  public var tones: Tones
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

  /// Where a tone lies on espeak-ng's two scales; the tone's own contour is espeak-ng's.
  ///
  /// In hertz a contour is `base + p * slope`: `pitchPercent` shifts the base, `rangePercent` turns the contour about p = 36.
  public struct ToneShape: Sendable, Hashable {
    /// 0 to 100; 50 is the voice file's own pitch.
    public var pitchPercent: Int
    /// 0 (level) to 100; 50 is the voice file's own span.
    public var rangePercent: Int

    public init(pitchPercent: Int, rangePercent: Int) {
      self.pitchPercent = pitchPercent
      self.rangePercent = rangePercent
    }
  }

  /// The shape of each of the six tones.
  public struct Tones: Sendable, Hashable {
    public var ngang, huyền, sắc, hỏi, ngã, nặng: ToneShape

    public init(
      ngang: ToneShape, huyền: ToneShape, sắc: ToneShape, hỏi: ToneShape, ngã: ToneShape, nặng: ToneShape
    ) {
      self.ngang = ngang
      self.huyền = huyền
      self.sắc = sắc
      self.hỏi = hỏi
      self.ngã = ngã
      self.nặng = nặng
    }

    public subscript(tone: Tone) -> ToneShape {
      switch tone {
      case .ngang: ngang
      case .huyền: huyền
      case .sắc: sắc
      case .hỏi: hỏi
      case .ngã: ngã
      case .nặng: nặng
      }
    }
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
