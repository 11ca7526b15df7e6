/// Something put right in the text before it was read, said to the officer.
public struct Repair: Sendable, Hashable {
  public var vietnamese: String
  public var english: String

  public init(vietnamese: String, english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }
}
