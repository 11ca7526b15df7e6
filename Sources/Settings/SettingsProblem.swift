internal import Yams

/// One thing wrong in a settings file: where, what, and what to write instead.
public struct SettingsProblem: Sendable, Hashable {
  /// A place in the file; lines and columns count from 1, columns in Unicode scalars.
  public struct Place: Sendable, Hashable {
    public let line: Int
    public let column: Int
    /// The line of the file at which its YAML begins.
    let firstLine: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
      firstLine = 1
    }

    init(_ mark: Mark?, firstLine: Int) {
      line = (mark?.line ?? 1) + firstLine - 1
      column = mark?.column ?? 1
      self.firstLine = firstLine
    }
  }

  /// What a value should have been.
  public enum Expected: Sendable, Hashable { case text, number, wholeNumber, list, mapping }

  public enum Kind: Sendable, Hashable {
    case notYAML(String)
    case notAMapping
    /// A value that begins with `&` or `*`.
    case anchor
    case unknownKey(String, nearest: String?)
    case repeatedKey(String)
    case missingKey(String)
    case wrongType(key: String, expected: Expected)
    case outOfRange(key: String, value: String, lower: Double, upper: Double)
    case notAChoice(key: String, value: String, choices: [String], nearest: String?)
    /// A rule of the module that reads the file, in its own words.
    case other(vietnamese: String, english: String)
  }

  public let place: Place
  public let kind: Kind
  public var line: Int { place.line }
  public var column: Int { place.column }

  public init(_ place: Place, _ kind: Kind) {
    self.place = place
    self.kind = kind
  }

  public init(line: Int, column: Int, kind: Kind) {
    self.init(Place(line: line, column: column), kind)
  }

  init(_ error: YamlError, firstLine: Int) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(Place(mark, firstLine: firstLine), .notYAML(problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(Place(context.mark, firstLine: firstLine), .repeatedKey(duplicates.joined(separator: ", ")))
    case .reader(let problem, _, _, _):
      self.init(Place(nil, firstLine: firstLine), .notYAML(problem))
    default:
      self.init(Place(nil, firstLine: firstLine), .notYAML("unreadable"))
    }
  }
}
