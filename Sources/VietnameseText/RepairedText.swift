/// Text fit to be read (NFC, plain letters and spaces), and what had to be put right for it.
public struct RepairedText: Sendable, Hashable {
  public var text: String
  /// One for each kind of fault, for the officer; empty when the text came through untouched.
  public var repairs: [Repair]

  public init(text: String, repairs: [Repair] = []) {
    self.text = text
    self.repairs = repairs
  }
}
