/// Everything wrong in one settings file; at least one problem.
public struct SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
  public let file: String
  public let problems: [SettingsProblem]

  public init(file: String, problems: [SettingsProblem]) {
    self.file = file
    self.problems = problems
  }

  public var vietnamese: String {
    problems.map { "\(file), dòng \($0.line), cột \($0.column): \($0.vietnamese)" }.joined(separator: "\n")
  }

  public var english: String {
    problems.map { "\(file), line \($0.line), column \($0.column): \($0.english)" }.joined(separator: "\n")
  }

  public var description: String { english }
}
