/// What is wrong with a line of a lexicon file; the line is left out, all others count.
public enum LexiconError: Error, Sendable, Hashable {
  /// Where it is: the file as it was named to the parser, line and column from 1, columns in characters.
  public struct Place: Sendable, Hashable {
    public var file: String
    public var line: Int
    public var column: Int

    public init(file: String, line: Int, column: Int) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// No tab, so there is nothing to say.
  case noSpokenForm(Place, line: String)
  case emptyWritten(Place)
  case emptySpoken(Place, written: String)
  case tooManyColumns(Place, found: Int)
  case unknownKind(Place, found: String)
  case badCue(Place, found: String)
  /// A word of the spoken form that is no legal lower-case syllable, so no voice can say it for sure.
  case unspeakable(Place, word: String)
  /// More than 120 bytes.
  case tooLong(Place, written: String)
  /// The written form and its cues were there before.
  case duplicate(Place, written: String, firstLine: Int)

  public var place: Place {
    switch self {
    case .noSpokenForm(let place, _), .emptyWritten(let place), .emptySpoken(let place, _),
      .tooManyColumns(let place, _), .unknownKind(let place, _), .badCue(let place, _),
      .unspeakable(let place, _), .tooLong(let place, _), .duplicate(let place, _, _):
      place
    }
  }
}
