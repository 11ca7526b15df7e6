/// Words and phrases of up to three words that decide how their neighbour is read.
struct CueSet: Sendable {
  private let keys: KeyTable<Bool>

  static let longestPhrase = 3

  /// - Parameter phrases: parted by commas or line ends.
  init(_ phrases: String) {
    keys = KeyTable(phrases.split { $0 == "," || $0 == "\n" }.map { (Key(phrase: $0), true) })
  }

  func contains(_ key: Key) -> Bool { keys.contains(key) }
}
