/// Words and phrases of up to three words that decide how their neighbour is read.
struct CueSet: Sendable {
  private let keys: Set<Key>

  static let longestPhrase = 3

  /// - Parameter phrases: parted by commas or line ends.
  init(_ phrases: String) {
    keys = Set(
      phrases.split { $0 == "," || $0 == "\n" }.map { Key(phrase: $0) })
  }

  func contains(_ key: Key) -> Bool { keys.contains(key) }
}
