public import DSP
public import VietnameseText

/// A notice made into sound.
public struct MasteredBulletin: Sendable {
  public let notice: NoticeFile
  public let reading: SpokenText
  public let recipe: Recipe
  /// The whole path of the mastered file.
  public let file: String
  public let measurement: LoudnessMeasurement
  /// Whether the file was there already and was taken as it is.
  public let wasThere: Bool
  /// Utterances the synthesiser failed on: spoken as plain letters, or lost to silence.
  public let troubles: [Trouble]

  public var seconds: Double { measurement.seconds }

  /// An utterance that did not come out as it should.
  public struct Trouble: Sendable, Hashable {
    public let words: String
    public let isLost: Bool
  }
}
